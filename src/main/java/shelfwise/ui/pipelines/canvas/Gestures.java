package shelfwise.ui.pipelines.canvas;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import shelfwise.pipeline.layout.Spot;

/** The simple gestures: looking elsewhere, choosing by a rubber band, moving what is chosen. */
final class Gestures {
    private Gestures() { }

    static Gesture pan(GraphCanvas canvas, Point2D from) {
        View before = canvas.view().get();
        return new Gesture() {
            @Override public void drag(Point2D at) {
                canvas.setView(before.panned(at.getX() - from.getX(), at.getY() - from.getY()));
            }

            @Override public void drop(Point2D at) { }

            @Override public void giveUp() {
                canvas.setView(before);
            }
        };
    }

    /** @param adding whether what was chosen stays so */
    static Gesture band(GraphCanvas canvas, Point2D from, boolean adding) {
        Selection before = adding ? canvas.selection() : Selection.NONE;
        return new Gesture() {
            @Override public void drag(Point2D at) {
                canvas.overlay().showBand(area(from, at));
                Point2D a = canvas.view().get().toCanvas(from.getX(), from.getY()), b = canvas.view().get().toCanvas(at.getX(), at.getY());
                Selection now = before.plus(canvas.scenery().within(area(a, b)));
                if (!now.equals(canvas.selection())) canvas.select(now);
            }

            @Override public void drop(Point2D at) {
                canvas.overlay().hideBand();
                canvas.focusChosen();
            }

            @Override public void giveUp() {
                canvas.overlay().hideBand();
                canvas.select(before);
            }
        };
    }

    private static Rectangle2D area(Point2D a, Point2D b) {
        return new Rectangle2D(Math.min(a.getX(), b.getX()), Math.min(a.getY(), b.getY()), Math.abs(a.getX() - b.getX()), Math.abs(a.getY() - b.getY()));
    }

    /** Moves the chosen items; {@code anchor} comes to stand on the grid, if that is wished. */
    static Gesture move(GraphCanvas canvas, Point2D from, String anchor) {
        List<String> items = List.copyOf(new LinkedHashSet<>(canvas.selection().items()));
        Scenery before = canvas.scenery();
        return new Gesture() {
            private Map<String, Spot> now = Map.of();

            @Override public void drag(Point2D at) {
                double scale = canvas.view().get().scale();
                Spot start = before.spots().getOrDefault(anchor, new Spot(0, 0)), end = start.plus((at.getX() - from.getX()) / scale, (at.getY() - from.getY()) / scale);
                if (canvas.choices().snap().get()) end = Moves.onGrid(end);
                now = moved(end.x() - start.x(), end.y() - start.y());
                canvas.moving(now);
            }

            private Map<String, Spot> moved(double dx, double dy) {
                var spots = new HashMap<String, Spot>();
                for (String item : items) {
                    Spot spot = before.spots().get(item);
                    if (spot != null) spots.put(item, spot.plus(dx, dy));
                }
                return spots;
            }

            @Override public void drop(Point2D at) {
                if (!Moves.to(canvas, now)) canvas.moving(Map.of());
            }

            @Override public void giveUp() {
                canvas.moving(Map.of());
            }
        };
    }
}
