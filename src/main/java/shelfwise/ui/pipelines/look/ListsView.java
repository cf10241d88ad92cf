package shelfwise.ui.pipelines.look;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.VBox;
import shelfwise.app.look.LookService.Reason;
import shelfwise.app.look.PortContent;
import shelfwise.app.look.Product;
import shelfwise.model.Evidence;
import shelfwise.pipeline.PortType;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.ValueBars;

/** Lists with the evidence of the row chosen, told by the model that made them. */
final class ListsView extends SplitPane {
    private static final int BARS = 12;
    private final Product product;
    private final LookViewModel model;
    private final UiContext ui;
    private final VBox why = new VBox();
    private Runnable stop = () -> { };
    private int asked;

    ListsView(PortContent.Ranked lists, Product product, LookViewModel model, UiContext ui) {
        this.product = product;
        this.model = model;
        this.ui = ui;
        why.getStyleClass().add("look-side");
        why.setId("look-why");
        var scroll = new ScrollPane(why);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        var rows = new ListsPreview(lists, ui);
        setOrientation(javafx.geometry.Orientation.VERTICAL);
        getItems().addAll(rows, scroll);
        setDividerPositions(0.6);
        rows.onChoose(this::find);
    }

    private void find(String user, PortContent.Row row) {
        stop.run();
        int mine = ++asked;
        Optional<Product> by = model.into(product.node(), PortType.MODEL);
        if (row.filled() || by.isEmpty()) {
            show(user, row, List.of());
            return;
        }
        stop = model.<List<Reason>>ask((service, catalogue, _) -> service.why(by.get(), catalogue, user, row.item().id()), found -> {
            if (mine == asked) show(user, row, found);
        }, ui::tell);
    }

    private void show(String user, PortContent.Row row, List<Reason> reasons) {
        var title = new Label(row.item().title());
        title.setWrapText(true);
        title.getStyleClass().add("look-tile-title");
        why.getChildren().setAll(title, caption(ui.text("look.why", user)));
        List<Reason> parts = reasons.stream().filter(r -> r.part().kind() != Evidence.Kind.RULE).limit(BARS).toList();
        if (row.filled()) why.getChildren().add(caption(ui.text("look.why.popular")));
        else if (parts.isEmpty()) why.getChildren().add(caption(ui.text("look.why.none")));
        var bars = new ValueBars(ui.palette());
        bars.show(parts.stream().map(r -> new ValueBars.Bar(r.label(ui.messages()), r.part().share(), ui.numbers().percent(r.part().share()), 0)).toList());
        why.getChildren().add(bars);
        for (Reason r : reasons) if (r.part().kind() == Evidence.Kind.RULE) why.getChildren().add(caption(r.label(ui.messages())));
    }

    private static Label caption(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("caption");
        return label;
    }
}
