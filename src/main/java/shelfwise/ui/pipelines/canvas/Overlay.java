package shelfwise.ui.pipelines.canvas;

import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** What lies over the canvas while something is done: the rubber band, and why a link can't be drawn here. */
final class Overlay extends Region {
    private static final double BESIDE = 16, WIDEST = 320;
    private final Region band = new Region();
    private final Label reason = new Label();
    private final Tooltip tip = new Tooltip();

    Overlay() {
        setManaged(false);
        setMouseTransparent(true);
        band.getStyleClass().add("rubber-band");
        reason.getStyleClass().add("link-reason");
        reason.setId("link-reason");
        reason.setWrapText(true);
        reason.setMaxWidth(WIDEST);
        for (Region r : java.util.List.of(band, reason)) {
            r.setManaged(false);
            r.setVisible(false);
            getChildren().add(r);
        }
    }

    void tipFor(NodeBox box) {
        Tooltip.install(box, tip);
        box.setOnMouseEntered(_ -> tip.setText(box.told().replace(", ", "\n")));
    }

    /** @param area in the window's pixels */
    void showBand(Rectangle2D area) {
        band.resizeRelocate(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight());
        band.setVisible(true);
    }

    void hideBand() {
        band.setVisible(false);
    }

    /** Says a word beside the pointer. @param bad whether it is a refusal */
    void say(String words, boolean bad, double x, double y) {
        reason.setText(words);
        reason.getStyleClass().setAll("label", "link-reason", bad ? "refused" : "allowed");
        reason.setVisible(true);
        double width = Math.min(WIDEST, reason.prefWidth(-1)), height = reason.prefHeight(width);
        reason.resize(width, height);
        reason.relocate(Math.clamp(x + BESIDE, 0, Math.max(0, getWidth() - width)), Math.clamp(y + BESIDE, 0, Math.max(0, getHeight() - height)));
    }

    void silence() {
        reason.setVisible(false);
    }
}
