package shelfwise.ui.profile;

import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import shelfwise.profile.Alert;
import shelfwise.profile.Profile;

/** A finding in the list: how grave, what, how many rows, what it costs of the score. */
public final class AlertCell extends ListCell<Alert> {
    private static final double MARGIN = 36; // the cell's own and the scroll bar
    private final Findings words;
    private final Supplier<Profile> profile;

    public AlertCell(Findings words, Supplier<Profile> profile) {
        this.words = words;
        this.profile = profile;
        setPrefWidth(0); // as wide as the list: the text wraps
    }

    @Override protected void updateItem(Alert alert, boolean empty) {
        super.updateItem(alert, empty);
        setGraphic(empty || alert == null ? null : draw(alert));
    }

    /** A list asks for the height without a width: that of the list tells how the text wraps. */
    @Override protected double computePrefHeight(double width) {
        if (!(getGraphic() instanceof Region box) || getListView() == null) return super.computePrefHeight(width);
        return snapSizeY(snappedTopInset() + box.prefHeight(room()) + snappedBottomInset());
    }

    private double room() {
        return Math.max(MARGIN, getListView().getWidth() - MARGIN);
    }

    private Region draw(Alert alert) {
        var badge = Findings.look(alert.severity()).badge(words.severity(alert.severity()));
        badge.setMinWidth(USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var points = caption(words.points(profile.get(), alert));
        points.setMinWidth(USE_PREF_SIZE);
        var first = new HBox(badge, caption(alert.column().orElse("")), caption(words.size(alert)), gap, points);
        first.getStyleClass().add("line");
        var what = new Label(words.what(alert));
        what.setWrapText(true);
        var box = new VBox(first, what);
        box.getStyleClass().add("asset-cell");
        box.prefWidthProperty().bind(getListView().widthProperty().subtract(MARGIN));
        return box;
    }

    private static Label caption(String text) {
        var label = new Label(text);
        label.getStyleClass().add("caption");
        label.setManaged(!text.isEmpty());
        return label;
    }
}
