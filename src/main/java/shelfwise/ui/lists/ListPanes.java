package shelfwise.ui.lists;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import shelfwise.app.ItemCard;
import shelfwise.app.ListService.Reason;
import shelfwise.app.ListService.Row;
import shelfwise.ui.UiContext;

/** History, list and <i>Why?</i> beside each other; for a product its card and what is like it. */
final class ListPanes extends SplitPane {
    private static final double LEFT = 0.27, RIGHT = 0.745;
    private static final String DIVIDERS = "lists.dividers", SHOWN = "lists.panes";
    private static final int MARKED = 12;
    final BooleanProperty leftShown = new SimpleBooleanProperty(), whyShown = new SimpleBooleanProperty();
    private final UiContext ui;
    private final ListsViewModel model;
    private final HistoryPane history;
    private final ListTable list, second;
    private final SimilarTable similar;
    private final WhyPane why;
    private final StackPane left = new StackPane(), middle = new StackPane();
    private Shown shown = new Shown.Nothing();

    ListPanes(UiContext ui, ListsViewModel model) {
        this.ui = ui;
        this.model = model;
        getStyleClass().add("lists-panes");
        history = new HistoryPane(ui);
        list = new ListTable(ui, "lists-list", this::explain);
        second = new ListTable(ui, "lists-list-second", this::explainSecond);
        similar = new SimilarTable(ui, row -> {
            if (shown instanceof Shown.OfItem i) model.explain(i.model(), i.item(), row);
        });
        why = new WhyPane(ui, model, history::point);
        left.setMinWidth(220);
        middle.setMinWidth(320);
        middle.getStyleClass().add("lists-middle");
        why.setMinWidth(240);
        String kept = ui.remembered().get(SHOWN, "left why");
        leftShown.set(kept.contains("left"));
        whyShown.set(kept.contains("why"));
        leftShown.addListener(_ -> fold());
        whyShown.addListener(_ -> fold());
        fold();
        addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> keepDividers());
    }

    private void fold() {
        List<Node> panes = Stream.<Node>of(left, middle, why).filter(p -> p == middle || (p == left ? leftShown.get() : whyShown.get())).toList();
        getItems().setAll(panes);
        String[] kept = ui.remembered().get(DIVIDERS, LEFT + " " + RIGHT).split(" ");
        if (panes.size() == 3) setDividerPositions(Double.parseDouble(kept[0]), Double.parseDouble(kept[1]));
        else if (panes.size() == 2) setDividerPositions(Double.parseDouble(kept[leftShown.get() ? 0 : 1]));
        ui.remembered().put(SHOWN, (leftShown.get() ? "left " : "") + (whyShown.get() ? "why" : ""));
    }

    private void keepDividers() {
        double[] now = getDividerPositions();
        if (now.length == 2) ui.remembered().put(DIVIDERS, now[0] + " " + now[1]);
    }

    void show(Shown.OfUser of) {
        shown = of;
        history.show(of.list());
        left.getChildren().setAll(history);
        List<Row> other = of.other().map(o -> o.list().rows()).orElse(List.of());
        list.show(of.model(), of.list().rows(), other);
        of.other().ifPresent(o -> second.show(o.model(), o.list().rows(), of.list().rows()));
        if (of.other().isEmpty()) middle.getChildren().setAll(list);
        else {
            var both = new HBox(list, second);
            both.getStyleClass().add("lists-both");
            HBox.setHgrow(list, Priority.ALWAYS);
            HBox.setHgrow(second, Priority.ALWAYS);
            list.setMinWidth(0);
            second.setMinWidth(0);
            list.setPrefWidth(200);
            second.setPrefWidth(200);
            middle.getChildren().setAll(both);
        }
        if (of.list().rows().isEmpty()) return;
        if (model.why().get() instanceof Why.OfRow w && w.list().equals(of.list())) list.choose(w.row().rank() - 1);
        else list.choose(0);
    }

    void show(Shown.OfItem of) {
        shown = of;
        left.getChildren().setAll(card(of.item()));
        similar.show(of.model(), of.similar());
        middle.getChildren().setAll(similar);
    }

    private Node card(ItemCard item) {
        var heading = new Label(ui.text("lists.of.item"));
        heading.getStyleClass().add("section-title");
        var title = new Label(item.label());
        title.setWrapText(true);
        title.getStyleClass().add("lists-title");
        var box = new VBox(heading, title, new ItemFacts(ui, item));
        box.getStyleClass().addAll("group", "lists-history");
        return box;
    }

    private void explain(Row row) {
        second.clearChoice();
        if (shown instanceof Shown.OfUser u) model.explain(u.model(), u.list(), row);
    }

    private void explainSecond(Row row) {
        list.clearChoice();
        if (shown instanceof Shown.OfUser u) u.other().ifPresent(o -> model.explain(o.model(), o.list(), row));
    }

    void show(Why reason) {
        why.show(reason);
        if (!(reason instanceof Why.OfRow w)) return;
        history.mark(w.reasons().stream().limit(MARKED).filter(r -> r.part().share() > 0).flatMap(r -> behind(w, r)).collect(Collectors.toSet()));
    }

    /** The ids of the history items that a reason stands for. */
    private static Stream<String> behind(Why.OfRow why, Reason reason) {
        return switch (reason.part().kind()) {
            case ITEM -> Stream.of(reason.id());
            case INTEREST -> why.list().interests().stream().filter(i -> i.number() == reason.part().number()).flatMap(i -> i.items().stream().map(ItemCard::id));
            case USER, MODEL, RULE, FEATURE, CUSTOMER -> Stream.of();
        };
    }
}
