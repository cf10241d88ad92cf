package shelfwise.ui.pipelines.look;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import shelfwise.app.look.LookService;
import shelfwise.app.look.PortContent;
import shelfwise.app.look.PortContent.Popular;
import shelfwise.app.look.PortFacts;
import shelfwise.app.look.Product;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Column;

/** A model: what it was trained on, and the products it holds most like one of a person's choice. */
final class ModelPreview extends BorderPane {
    private static final int SIMILAR = 20;
    private static final double SIDE = 220, LEAST = 120, SHARE = 0.4, ROOMY = 420, ROW = 28;
    private final Product product;
    private final LookViewModel model;
    private final UiContext ui;
    private final ListView<Popular> items = new ListView<>();
    private final TableView<LookService.Similar> similar = new TableView<>();
    private Runnable stop = () -> { };
    private int asked;

    ModelPreview(PortContent.Trained trained, Product product, LookViewModel model, UiContext ui) {
        this.product = product;
        this.model = model;
        this.ui = ui;
        setMinWidth(0); // a pin may be narrow
        setTop(facts(trained.facts()));
        var search = new TextField();
        search.setPromptText(ui.text("look.model.search"));
        search.setAccessibleText(ui.text("look.model.search"));
        search.textProperty().subscribe(words -> filter(trained.popular(), words));
        items.setCellFactory(_ -> new ItemCell());
        items.setAccessibleText(ui.text("look.model.item"));
        items.getStyleClass().add("look-users");
        items.setFixedCellSize(ROW);
        VBox.setVgrow(items, Priority.ALWAYS);
        var side = new VBox(search, items);
        side.getStyleClass().add("look-side");
        side.setMinWidth(LEAST);
        side.prefWidthProperty().bind(Bindings.min(SIDE, widthProperty().multiply(SHARE)));
        columns();
        setLeft(side);
        setCenter(similar);
        items.getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (item != null) find(item.item().id());
        });
        items.getSelectionModel().selectFirst();
    }

    private VBox facts(PortFacts.OfModel facts) {
        var line = new VBox();
        line.getStyleClass().add("look-facts");
        line.getChildren().add(new Label(ui.text("op." + facts.operator() + ".name")));
        line.getChildren().add(caption(ui.text("look.model.trained", ui.numbers().count(facts.events()), ui.numbers().count(facts.users()), ui.numbers().count(facts.items()))));
        long learned = facts.learned().values().stream().mapToLong(Long::longValue).sum();
        if (learned > 0) line.getChildren().add(caption(ui.text("look.model.learned", ui.numbers().count(learned))));
        return line;
    }

    private static Label caption(String text) {
        var label = new Label(text);
        label.getStyleClass().add("caption");
        label.setWrapText(true);
        return label;
    }

    private void columns() {
        similar.setMinWidth(0);
        similar.getStyleClass().add("short-table");
        similar.setFixedCellSize(ROW);
        similar.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        similar.getColumns().add(Column.text(ui.text("look.model.similar"), 0, s -> s.item().title()));
        similar.getColumns().add(roomy(Column.id(ui.text("look.id"), 84, s -> s.item().id())));
        similar.getColumns().add(Column.number(ui.text("look.model.similarity"), 92, LookService.Similar::similarity, ui.numbers()));
        similar.getColumns().add(roomy(Column.amount(ui.text("look.model.common"), 108, s -> s.support() < 0 ? "" : ui.numbers().count(s.support()), _ -> Optional.empty())));
        var none = caption(ui.text("look.model.none"));
        similar.setPlaceholder(none);
    }

    private <T> TableColumn<T, T> roomy(TableColumn<T, T> column) {
        column.visibleProperty().bind(similar.widthProperty().greaterThan(ROOMY));
        return column;
    }

    private void filter(List<Popular> all, String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        items.getItems().setAll(all.stream().filter(p -> p.item().id().toLowerCase(Locale.ROOT).contains(wanted) || p.item().title().toLowerCase(Locale.ROOT).contains(wanted)).toList());
    }

    private void find(String item) {
        stop.run();
        int mine = ++asked;
        stop = model.<List<LookService.Similar>>ask((service, catalogue, _) -> service.similar(product, catalogue, item, SIMILAR), found -> {
            if (mine == asked) similar.getItems().setAll(found);
        }, ui::tell);
    }

    private static final class ItemCell extends ListCell<Popular> {
        ItemCell() {
            setPrefWidth(0); // as wide as the list: a long title is cut
        }

        @Override protected void updateItem(Popular item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : item.item().title());
        }
    }
}
