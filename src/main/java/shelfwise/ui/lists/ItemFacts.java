package shelfwise.ui.lists;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import shelfwise.app.ItemCard;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.ShareBar;
import shelfwise.ui.kit.Term;

/** What is known of a product, as names and values below each other. */
final class ItemFacts extends GridPane {
    /** The longest word of a name. */
    private static final double NAME = 80;
    private final UiContext ui;

    ItemFacts(UiContext ui, ItemCard item) {
        this.ui = ui;
        getStyleClass().add("facts");
        var id = value(item.id());
        id.getStyleClass().add("mono");
        row(ui.text("lists.column.id"), id);
        if (!item.category().isEmpty()) row(ui.text("lists.column.category"), value(item.category()));
        if (!Double.isNaN(item.price())) row(ui.text("lists.column.price"), value(ui.numbers().fixed(item.price(), item.price() == Math.rint(item.price()) ? 0 : 2)));
        row(ui.text("lists.fact.users"), value(ui.numbers().count(item.users())));
        var percentile = new Term("percentile", ui.messages());
        percentile.setWrapText(true);
        percentile.setMinWidth(NAME);
        addRow(getRowCount(), percentile, new ShareBar().show(item.percentile(), ui.numbers()));
    }

    /** Adds a value below the others. */
    ItemFacts row(String name, String text) {
        row(name, value(text));
        return this;
    }

    private void row(String name, Node value) {
        var label = new Label(name);
        label.getStyleClass().add("muted");
        addRow(getRowCount(), label, value);
    }

    private static Label value(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        return label;
    }
}
