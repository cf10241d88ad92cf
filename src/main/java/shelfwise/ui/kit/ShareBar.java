package shelfwise.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A share of 1 as a small bar with its percentage beside it. */
public final class ShareBar extends HBox {
    private final Label text = new Label();
    private final Region filled = new Region();
    private final StackPane track = new StackPane(filled);

    public ShareBar() {
        getStyleClass().addAll("line", "share-bar");
        track.getStyleClass().add("share-bar-track");
        filled.getStyleClass().add("share-bar-filled");
        text.getStyleClass().add("share-bar-text");
        text.setMinWidth(USE_PREF_SIZE);
        StackPane.setAlignment(filled, Pos.CENTER_LEFT);
        HBox.setHgrow(track, Priority.ALWAYS);
        getChildren().addAll(track, text);
    }

    /** @param share 0 to 1; NaN shows a dash and no bar */
    public ShareBar show(double share, Numbers numbers) {
        text.setText(Double.isNaN(share) ? Numbers.MISSING : numbers.percent(share));
        filled.maxWidthProperty().unbind();
        filled.maxWidthProperty().bind(track.widthProperty().multiply(Double.isNaN(share) ? 0 : Math.clamp(share, 0, 1)));
        return this;
    }
}
