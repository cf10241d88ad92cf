package shelfwise.ui.lists;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import shelfwise.app.ItemCard;
import shelfwise.app.ListService.UserInterest;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.ValueBars;

/** The interests of a customer as bars, where the model knows of any; pointing at one tells what in the history is behind it. */
final class InterestsPane extends VBox {
    private static final int WORDS = 3, HUE = 3;
    private final UiContext ui;
    private final ValueBars bars;
    private List<UserInterest> interests = List.of();

    /** @param onPoint gets the ids of the items behind the interest pointed at, none when none is */
    InterestsPane(UiContext ui, Consumer<Set<String>> onPoint) {
        this.ui = ui;
        var heading = new Label(ui.text("lists.interests"));
        heading.getStyleClass().add("lists-caption");
        bars = new ValueBars(ui.palette());
        bars.setId("lists-interests");
        bars.onHover(i -> onPoint.accept(behind(i)));
        bars.onChoose(i -> onPoint.accept(behind(i)));
        getChildren().addAll(heading, bars);
        show(List.of());
    }

    private Set<String> behind(int interest) {
        return interest < 0 || interest >= interests.size() ? Set.of() : interests.get(interest).items().stream().map(ItemCard::id).collect(Collectors.toSet());
    }

    /** Nothing is to be seen where there are none. */
    void show(List<UserInterest> of) {
        interests = List.copyOf(of);
        bars.show(of.stream().map(i -> new ValueBars.Bar(name(i), i.weight(), ui.numbers().percent(i.weight()), HUE)).toList());
        setVisible(!of.isEmpty());
        setManaged(!of.isEmpty());
    }

    private String name(UserInterest interest) {
        return ui.list(interest.name().stream().limit(WORDS));
    }
}
