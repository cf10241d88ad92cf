package shelfwise.ui.lists;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import shelfwise.app.ListService.Looked;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Term;
import shelfwise.ui.kit.ValueBars;

/** Where the network looked in the history, the events most looked at first, and a word on what that does not prove. */
final class AttentionPane extends VBox {
    private static final int BARS = 8;
    /** @param attention of at least one event @param onPoint gets the id of the history item that a person points at, blank if none */
    AttentionPane(List<Looked> attention, int hue, Consumer<String> onPoint, UiContext ui) {
        setId("lists-attention-pane");
        getStyleClass().add("lists-reason");
        List<Looked> most = attention.stream().sorted(Comparator.comparingDouble(Looked::weight).reversed().thenComparingInt(Looked::ago)).toList();
        List<Looked> shown = most.stream().limit(BARS).toList();
        var bars = new ValueBars(ui.palette());
        bars.setId("lists-attention");
        bars.name(ui.text("term.attention"));
        bars.show(shown.stream().map(l -> new ValueBars.Bar(ui.text("lists.attention.event", l.item().label(), l.ago()), l.weight(), ui.numbers().percent(l.weight()), hue)).toList());
        bars.onHover(i -> onPoint.accept(i < 0 ? "" : shown.get(i).item().id()));
        bars.onChoose(i -> onPoint.accept(shown.get(i).item().id()));
        getChildren().addAll(new Term("attention", ui.messages()), bars);
        if (most.size() > shown.size()) {
            double rest = most.stream().skip(BARS).mapToDouble(Looked::weight).sum();
            getChildren().add(caption(ui.text("lists.why.rest", most.size() - BARS, ui.numbers().percent(rest))));
        }
        getChildren().add(caption(ui.text("lists.attention.note")));
    }

    private static Label caption(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add("caption");
        return label;
    }
}
