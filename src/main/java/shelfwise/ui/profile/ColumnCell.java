package shelfwise.ui.profile;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import shelfwise.data.Role;
import shelfwise.profile.ColumnProfile;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.ColumnNotes;
import shelfwise.ui.kit.Sparkline;

/** A column in the list: name, type, role, distribution, different values, missing ones. */
public final class ColumnCell extends ListCell<ColumnProfile> {
    private static final double PICTURE = 120;
    private final UiContext ui;
    private final Label name = new Label(), kind = new Label(), distinct = new Label(), missing = new Label();
    private final Sparkline picture;
    private final HBox box;

    public ColumnCell(UiContext ui) {
        this.ui = ui;
        setPrefWidth(0);
        name.getStyleClass().add("asset-name");
        kind.getStyleClass().add("caption");
        distinct.getStyleClass().add("caption");
        missing.getStyleClass().add("caption");
        picture = new Sparkline(ui.palette());
        picture.setMinWidth(PICTURE);
        picture.setPrefSize(PICTURE, 32);
        var left = new VBox(name, kind);
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        var right = new VBox(distinct, missing);
        right.getStyleClass().add("quality-counts");
        box = new HBox(left, picture, right);
        box.getStyleClass().add("line");
    }

    @Override protected void updateItem(ColumnProfile column, boolean empty) {
        super.updateItem(column, empty);
        setGraphic(empty || column == null ? null : box);
        if (empty || column == null) return;
        name.setText(column.name());
        kind.setText(kind(column, ui));
        picture.showBars(ColumnNotes.bins(column));
        distinct.setText(ui.text("quality.distinct", (column.exact() ? "" : "≈ ") + ui.numbers().count(column.distinct())));
        missing.setText(column.missing() == 0 ? ui.text("quality.complete") : ui.text("quality.missing", ui.numbers().percent(column.missingShare())));
    }

    static String kind(ColumnProfile column, UiContext ui) {
        String type = ui.text(column.type().nameKey());
        return column.role() == Role.NONE ? type : type + " · " + ui.text(column.role().nameKey());
    }
}
