package shelfwise.ui.pipelines.canvas;

import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;

/**
 * Looks on to the side at whose edge something is dragged, the faster the farther out. What was grasped near an edge does so only when it is
 * dragged nearer to it.
 */
final class Autoscroll extends AnimationTimer {
    private static final double EDGE = 32, MOST = 3, PIXELS_A_SECOND = 450, LONGEST_SECONDS = 0.1, NANOS = 1e9;
    private final GraphCanvas canvas;
    private final Consumer<Point2D> drag;
    private Point2D grasped = Point2D.ZERO;
    private @Nullable Point2D at;
    private long before;

    /** @param drag is told where the pointer is whenever something else is seen under it */
    Autoscroll(GraphCanvas canvas, Consumer<Point2D> drag) {
        this.canvas = canvas;
        this.drag = drag;
    }

    void grasp(Point2D now) {
        end();
        grasped = now;
    }

    /** The pointer drags to here, in the window's pixels. */
    void at(Point2D now) {
        boolean begins = at == null;
        at = now;
        if (push(now).equals(Point2D.ZERO)) end();
        else if (begins) start();
    }

    void end() {
        stop();
        at = null;
        before = 0;
    }

    @Override public void handle(long now) {
        Point2D pointer = at;
        if (pointer == null) return;
        double seconds = before == 0 ? 0 : Math.min(LONGEST_SECONDS, (now - before) / NANOS);
        before = now;
        if (seconds == 0) return;
        Point2D by = push(pointer).multiply(-PIXELS_A_SECOND * seconds);
        canvas.setView(canvas.view().get().panned(by.getX(), by.getY()));
        drag.accept(pointer);
    }

    private Point2D push(Point2D now) {
        return new Point2D(push(grasped.getX(), now.getX(), canvas.getWidth()), push(grasped.getY(), now.getY(), canvas.getHeight()));
    }

    private static double push(double from, double to, double room) {
        double before = out(from, room), now = out(to, room);
        return now < 0 ? Math.min(0, now - Math.min(0, before)) : Math.max(0, now - Math.max(0, before));
    }

    /** How far out: 0 inside, 1 at the edge, more beyond; negative to the left or top. */
    private static double out(double place, double room) {
        return place < EDGE ? Math.max(-MOST, (place - EDGE) / EDGE) : place > room - EDGE ? Math.min(MOST, (place - room + EDGE) / EDGE) : 0;
    }
}
