package shelfwise.ui.pipelines.canvas;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Region;
import shelfwise.pipeline.Link;

/** What part of a canvas is seen, and how large. */
abstract class Viewport extends Region {
    private static final double STEP = 1.2;
    final ReadOnlyObjectWrapper<View> view = new ReadOnlyObjectWrapper<>(View.PLAIN);
    /** Whether all of it was fitted in once, and whether a person moved the view since. */
    boolean fitted, moved;
    double fittedWidth, fittedHeight;

    abstract void redraw();

    /** What stands on the canvas, and where. */
    abstract Scenery scenery();

    /** What of the window would not be seen with this view, for the map lies over it. */
    abstract Optional<Rectangle2D> cover(View now);

    /** What was chosen last. */
    abstract Optional<Rectangle2D> chosenBox();

    /** Around all that is chosen. */
    abstract Optional<Rectangle2D> chosenParts();

    public final ReadOnlyObjectProperty<View> view() {
        return view.getReadOnlyProperty();
    }

    final void setView(View now) {
        moved = true;
        look(now);
    }

    final void look(View now) {
        view.set(new View(now.scale(), snapPositionX(now.x()), snapPositionY(now.y())));
        redraw();
    }

    public final void zoomIn() {
        zoom(STEP);
    }

    public final void zoomOut() {
        zoom(1 / STEP);
    }

    private void zoom(double factor) {
        setView(view.get().zoomed(factor, getWidth() / 2, getHeight() / 2));
    }

    /** One pixel of the canvas is one of the window. */
    public final void zoomToLife() {
        zoom(1 / view.get().scale());
    }

    /** All of it in the window, no larger than life. */
    public final void fit() {
        moved = false;
        fit(View.SMALLEST);
    }

    final void fit(double smallest) {
        Optional<Rectangle2D> all = scenery().bounds();
        if (all.isEmpty() || getWidth() <= 0 || getHeight() <= 0) return;
        look(View.fitting(all.get(), getWidth(), getHeight(), smallest, 1));
        fitted = true;
        fittedWidth = getWidth();
        fittedHeight = getHeight();
        chosenBox().ifPresent(this::reveal);
    }

    public final void zoomToSelection() {
        chosenParts().ifPresent(r -> setView(View.fitting(r, getWidth(), getHeight(), View.SMALLEST, 2)));
    }

    /** All that is chosen; what was chosen last, if it is too large for that. */
    final void revealChosen() {
        Rectangle2D seen = view.get().seen(getWidth(), getHeight());
        chosenParts().filter(all -> all.getWidth() < seen.getWidth() && all.getHeight() < seen.getHeight()).or(this::chosenBox).ifPresent(this::reveal);
    }

    final void reveal(Rectangle2D part) {
        View bare = view.get().revealing(part, getWidth(), getHeight());
        View now = cover(bare).map(c -> bare.clearing(part, c)).orElse(bare);
        if (!now.equals(view.get())) look(now);
    }

    /** Shows the canvas around this point. */
    final void centre(double x, double y) {
        setView(view.get().centred(x, y, getWidth(), getHeight()));
    }

    /** The middle of what is seen. */
    Point2D middle() {
        return view.get().toCanvas(getWidth() / 2, getHeight() / 2);
    }

    Point2D middle(Link link) {
        return scenery().wires().stream().filter(w -> w.link().equals(link)).findFirst().map(w -> w.path().at(0.5)).map(s -> new Point2D(s.x(), s.y())).orElseGet(this::middle);
    }

    /** Right below an item. */
    Point2D under(String item) {
        return scenery().area(item).map(r -> new Point2D(r.getMinX(), r.getMaxY() + 8)).orElseGet(this::middle);
    }
}
