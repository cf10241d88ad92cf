package shelfwise.ui.pipelines.canvas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import shelfwise.pipeline.Edit;
import shelfwise.pipeline.Note;
import shelfwise.pipeline.layout.Layout;
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

            @Override public boolean leadsOn() {
                return false;
            }

            @Override public void giveUp() {
                canvas.setView(before);
            }
        };
    }

    /** @param adding whether what was chosen stays so */
    static Gesture band(GraphCanvas canvas, Point2D from, boolean adding) {
        Selection before = adding ? canvas.selection() : Selection.NONE;
        Point2D corner = on(canvas, from);
        return new Gesture() {
            @Override public void drag(Point2D at) {
                canvas.overlay().showBand(area(canvas.view().get().toWindow(corner.getX(), corner.getY()), at));
                Selection now = before.plus(canvas.scenery().within(area(corner, on(canvas, at))));
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

    private static Point2D on(GraphCanvas canvas, Point2D at) {
        return canvas.view().get().toCanvas(at.getX(), at.getY());
    }

    private static Rectangle2D area(Point2D a, Point2D b) {
        return new Rectangle2D(Math.min(a.getX(), b.getX()), Math.min(a.getY(), b.getY()), Math.abs(a.getX() - b.getX()), Math.abs(a.getY() - b.getY()));
    }

    /** Moves the chosen items, frames with what is in them; {@code anchor} comes to stand on the grid, if that is wished. */
    static Gesture move(GraphCanvas canvas, Point2D from, String anchor) {
        List<String> items = List.copyOf(canvas.selection().items());
        Scenery before = canvas.scenery();
        Point2D grasped = on(canvas, from);
        return new Gesture() {
            private Map<String, Spot> now = Map.of();

            @Override public void drag(Point2D at) {
                Point2D by = on(canvas, at).subtract(grasped);
                Rectangle2D area = before.area(anchor).orElse(Rectangle2D.EMPTY);
                Spot start = new Spot(area.getMinX(), area.getMinY()), end = start.plus(by.getX(), by.getY());
                if (canvas.choices().snap().get()) end = Moves.onGrid(end);
                now = Moves.shifted(before, items, end.x() - start.x(), end.y() - start.y());
                canvas.moving(now);
                canvas.hover(onto().map(Wire::link), Optional.empty(), at);
            }

            /** The link that a step without links lies on. */
            private Optional<Wire> onto() {
                boolean loose = items.size() == 1 && before.pipeline().links().stream().noneMatch(l -> l.fromNode().equals(anchor) || l.toNode().equals(anchor));
                Spot s = now.get(anchor);
                if (!loose || s == null || before.pipeline().find(anchor).isEmpty()) return Optional.empty();
                return before.wireAt(s.x() + Layout.WIDTH / 2, s.y() + Layout.HEIGHT / 2, Layout.HEIGHT / 2);
            }

            @Override public void drop(Point2D at) {
                Optional<Wire> wire = onto();
                canvas.hover(Optional.empty(), Optional.empty(), at);
                if (wire.isPresent()) {
                    var all = new HashMap<>(before.spots());
                    all.putAll(now);
                    if (canvas.steps().drop(Moves.placed(before.pipeline(), all), anchor, wire.get().link())) return;
                }
                if (!Moves.to(canvas, now, before)) canvas.moving(Map.of());
            }

            @Override public void giveUp() {
                canvas.moving(Map.of());
            }
        };
    }

    /** Draws the corner of a note or frame. */
    static Gesture resize(GraphCanvas canvas, Point2D from, Note note) {
        Point2D grasped = on(canvas, from);
        return new Gesture() {
            private Note sized(Point2D at) {
                Point2D by = on(canvas, at).subtract(grasped);
                Spot s = Moves.onGrid(new Spot(note.width() + by.getX(), note.height() + by.getY()));
                return note.sized(Math.max(64, s.x()), Math.max(40, s.y()));
            }

            @Override public void drag(Point2D at) {
                Note now = sized(at);
                canvas.notes().box(note.id()).ifPresent(b -> b.resize(now.width(), now.height()));
            }

            @Override public void drop(Point2D at) {
                canvas.edits().edit(Moves.asShown(canvas).set(sized(at)), Edit.of("edit.note-size"));
            }

            @Override public void giveUp() {
                canvas.notes().box(note.id()).ifPresent(b -> b.resize(note.width(), note.height()));
            }
        };
    }
}
