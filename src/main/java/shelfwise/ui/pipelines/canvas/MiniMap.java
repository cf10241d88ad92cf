package shelfwise.ui.pipelines.canvas;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import shelfwise.pipeline.layout.Layout;
import shelfwise.pipeline.layout.Spot;
import shelfwise.ui.kit.Palette;

/** All of the pipeline in a corner, and which part is seen: a click or drag leads there. */
final class MiniMap extends Region {
    private static final double WIDTH = 180, HEIGHT = 112, INSET = 12, PAD = 8, LARGEST = 0.2;
    private final GraphCanvas canvas;
    private final Canvas boxes = new Canvas(WIDTH, HEIGHT);
    private final Region window = new Region();
    private double scale = 1, left, top;
    private Scenery shown = Scenery.EMPTY;
    private boolean stale = true, wanted;

    MiniMap(GraphCanvas canvas) {
        this.canvas = canvas;
        setManaged(false);
        setId("mini-map");
        getStyleClass().add("mini-map");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(canvas.texts().text("canvas.map"));
        window.getStyleClass().add("mini-map-window");
        for (var n : java.util.List.of(boxes, window)) {
            n.setManaged(false);
            n.setMouseTransparent(true);
        }
        getChildren().addAll(boxes, window);
        setOnMousePressed(this::go);
        setOnMouseDragged(this::go);
        setOnMouseReleased(MouseEvent::consume);
        setOnMouseClicked(MouseEvent::consume);
    }

    void place(double width, double height, boolean open) {
        wanted = open && width > 3 * WIDTH && height > 2 * HEIGHT;
        resizeRelocate(width - WIDTH - INSET, height - HEIGHT - INSET, WIDTH, HEIGHT);
    }

    void show(Scenery scenery) {
        shown = scenery;
        stale = true;
    }

    /** Draws the boxes if they are others, and moves the frame of what is seen; where all of it is seen, no map is needed. */
    void draw(Scenery now, View seenBy, double width, double height, Palette palette) {
        Rectangle2D seen = seenBy.seen(width, height), all = shown.bounds().orElse(seen);
        setVisible(needed(seen));
        if (!isVisible()) return;
        if (stale) paint(all, palette);
        double x1 = Math.clamp(seen.getMinX() * scale + left, 1, WIDTH - 4), y1 = Math.clamp(seen.getMinY() * scale + top, 1, HEIGHT - 4);
        double x2 = Math.min(WIDTH - 1, seen.getMaxX() * scale + left), y2 = Math.min(HEIGHT - 1, seen.getMaxY() * scale + top);
        window.resizeRelocate(x1, y1, Math.max(3, x2 - x1), Math.max(3, y2 - y1));
    }

    private boolean needed(Rectangle2D seen) {
        return wanted && !seen.contains(shown.bounds().orElse(seen));
    }

    /** Where it lies over the canvas while that is seen so; empty if it is not there. */
    Optional<Rectangle2D> cover(View seenBy, double width, double height) {
        return needed(seenBy.seen(width, height)) ? Optional.of(new Rectangle2D(getLayoutX(), getLayoutY(), WIDTH, HEIGHT)) : Optional.empty();
    }

    void recolour() {
        stale = true;
    }

    private void paint(Rectangle2D all, Palette palette) {
        stale = false;
        scale = Math.min(LARGEST, Math.min((WIDTH - 2 * PAD) / all.getWidth(), (HEIGHT - 2 * PAD) / all.getHeight()));
        left = (WIDTH - all.getWidth() * scale) / 2 - all.getMinX() * scale;
        top = (HEIGHT - all.getHeight() * scale) / 2 - all.getMinY() * scale;
        GraphicsContext g = boxes.getGraphicsContext2D();
        g.clearRect(0, 0, WIDTH, HEIGHT);
        g.setFill(palette.muted());
        for (Spot s : shown.spots().values()) {
            g.fillRect(s.x() * scale + left, s.y() * scale + top, Math.max(1.5, Layout.WIDTH * scale), Math.max(1, Layout.HEIGHT * scale));
        }
    }

    private void go(MouseEvent e) {
        canvas.centre((e.getX() - left) / scale, (e.getY() - top) / scale);
        e.consume();
    }
}
