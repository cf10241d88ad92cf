package shelfwise.ui.pipelines.canvas;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import shelfwise.pipeline.Edit;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Overrides;
import shelfwise.pipeline.Pipeline;
import shelfwise.ui.Fonts;
import shelfwise.ui.Theme;

/**
 * What the canvas takes of a frame while something is done with 300 steps and some 600 links: events, styles and layout on the UI thread, and
 * the drawing beside it. Prints a table; each frame is timed by itself, after as many that are not.
 */
public final class CanvasFrames {
    private static final int COUNT = Integer.getInteger("frames", 400), STEP = 3;
    private static final double SIDE = 990, NOTCH = 40;
    private final String title;
    private final ToyCanvas toy;
    private final Stage stage = new Stage();
    private final Frames frames;
    private final double empty;

    private CanvasFrames(String title, Pipeline pipeline, double empty) {
        this.title = title;
        this.empty = empty;
        toy = new ToyCanvas(pipeline);
        var window = toy.open(Locale.ENGLISH, Theme.LIGHT);
        stage.setScene(window.shell().scene());
        stage.setWidth(SIDE);
        stage.setHeight(SIDE);
        stage.show();
        toy.canvas().choices().showPalette(false);
        frames = new Frames(stage.getScene());
        frames.run(3, _ -> { });
    }

    /** @param arguments the number of steps; 300 if there is none */
    public static void main(String[] arguments) throws Exception {
        int steps = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
        var done = new CompletableFuture<Boolean>();
        Platform.setImplicitExit(false);
        Platform.startup(() -> {
            try {
                Fonts.load();
                all(steps);
                done.complete(true);
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        done.get();
        System.exit(0);
    }

    private static void all(int steps) {
        System.out.println(Frames.HEAD);
        var nothing = new CanvasFrames("empty canvas", Pipeline.empty("empty"), 1);
        double empty = nothing.pan();
        nothing.stage.hide();
        Pipeline large = ToyCanvas.large(steps);
        var whole = new CanvasFrames("all in view", large, empty);
        whole.toy.canvas().fit();
        whole.each();
        whole.stage.hide();
        var near = new CanvasFrames("life size", large, empty);
        near.toy.canvas().setView(View.PLAIN.centred(900, 700, near.toy.canvas().getWidth(), near.toy.canvas().getHeight()));
        near.each();
        near.edits();
        near.stage.hide();
        System.out.printf(Locale.ROOT, "%n%d steps, %d links; %d pixels square; load of the machine %.1f, %d processors, Java %s%n", large.nodes().size(), large.links().size(), (int) SIDE,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), Runtime.getRuntime().availableProcessors(), Runtime.version());
    }

    private void each() {
        List<String> seen = toy.canvas().scenery().within(seen());
        String box = seen.get(seen.size() / 2);
        pan();
        dragged("move one box", box, List.of(box));
        List<String> many = Stream.concat(toy.now().nodes().stream().map(Node::id).filter(n -> !n.equals(box)).limit(49), Stream.of(box)).toList();
        dragged("move " + many.size() + " boxes", box, many);
        links(seen);
        band();
        point();
        zoom();
    }

    private Rectangle2D seen() {
        GraphCanvas c = toy.canvas();
        return c.view().get().seen(c.getWidth(), c.getHeight());
    }

    private double measure(String what, IntConsumer events) {
        if (!what.matches(System.getProperty("only", ".*"))) return 1;
        frames.run(COUNT, events);
        System.gc();
        Frames.Frame[] timed = frames.run(COUNT, events);
        System.out.println(Frames.line(title + ": " + what, timed, empty));
        return Frames.percentile(timed, Frames.Frame::ui, 0.5);
    }

    /** To and fro. */
    private static double away(int frame) {
        return STEP * (Math.abs(frame % 80 - 40) - 20);
    }

    private Point2D inScene(double x, double y) {
        Point2D at = toy.canvas().view().get().toWindow(x, y);
        return toy.canvas().localToScene(at);
    }

    private double pan() {
        View before = toy.canvas().view().get();
        double median = measure("pan", i -> toy.canvas().setView(before.panned(away(i), away(i + 17))));
        toy.canvas().setView(before);
        return median;
    }

    private void dragged(String what, String box, List<String> chosen) {
        toy.selection().set(Selection.of(chosen));
        frames.run(2, _ -> { });
        Rectangle2D area = toy.canvas().scenery().box(box).orElseThrow();
        Point2D from = inScene(area.getMinX() + area.getWidth() / 2, area.getMinY() + area.getHeight() / 2);
        frames.mouse(MouseEvent.MOUSE_PRESSED, from.getX(), from.getY());
        measure(what, i -> frames.mouse(MouseEvent.MOUSE_DRAGGED, from.getX() + away(i), from.getY() + away(i + 17)));
        toy.canvas().giveUp();
        frames.mouse(MouseEvent.MOUSE_RELEASED, from.getX(), from.getY());
        toy.selection().set(Selection.NONE);
    }

    /** A link is drawn over box after box of those in sight, over ports that fit and others. */
    private void links(List<String> seen) {
        var port = seen.stream().flatMap(b -> toy.canvas().scenery().ports(b).stream()).filter(p -> !p.input() && p.node().startsWith("split")).findFirst()
                .or(() -> seen.stream().flatMap(b -> toy.canvas().scenery().ports(b).stream()).filter(p -> !p.input()).findFirst()).orElseThrow();
        Point2D from = inScene(port.x(), port.y());
        measure("a link's first frame", i -> {
            if (i % 2 == 0) {
                frames.mouse(MouseEvent.MOUSE_PRESSED, from.getX(), from.getY());
                frames.mouse(MouseEvent.MOUSE_DRAGGED, from.getX() + 30, from.getY() + 30);
            } else {
                toy.canvas().giveUp();
                frames.mouse(MouseEvent.MOUSE_RELEASED, from.getX(), from.getY());
            }
        });
        toy.canvas().giveUp();
        frames.mouse(MouseEvent.MOUSE_PRESSED, from.getX(), from.getY());
        measure("draw a link over boxes", i -> {
            Rectangle2D box = toy.canvas().scenery().box(seen.get(i / 4 % seen.size())).orElseThrow();
            Point2D at = inScene(box.getMinX() + i % 4 * box.getWidth() / 4, box.getMinY() + box.getHeight() / 2);
            frames.mouse(MouseEvent.MOUSE_DRAGGED, at.getX(), at.getY());
        });
        toy.canvas().giveUp();
        frames.mouse(MouseEvent.MOUSE_RELEASED, from.getX(), from.getY());
    }

    private void band() {
        Bounds b = toy.canvas().localToScene(toy.canvas().getLayoutBounds());
        double x = b.getMinX() + 2, y = b.getMinY() + 2;
        Gesture band = Gestures.band(toy.canvas(), new Point2D(2, 2), false);
        measure("rubber band", i -> band.drag(new Point2D(2 + (b.getWidth() - 4) * (away(i) + 60) / 120, 2 + (b.getHeight() - 4) * (away(i + 17) + 60) / 120)));
        band.giveUp();
        toy.selection().set(Selection.NONE);
        frames.mouse(MouseEvent.MOUSE_MOVED, x, y);
    }

    private void point() {
        Bounds b = toy.canvas().localToScene(toy.canvas().getLayoutBounds());
        measure("move the pointer", i -> frames.mouse(MouseEvent.MOUSE_MOVED, b.getMinX() + 20 + i * 37 % (b.getWidth() - 40), b.getMinY() + 20 + i * 53 % (b.getHeight() - 40)));
    }

    /** By the wheel, in and out again through all that boxes show by their size. */
    private void zoom() {
        GraphCanvas c = toy.canvas();
        View before = c.view().get();
        Point2D middle = c.localToScene(c.getWidth() / 2, c.getHeight() / 2);
        measure("zoom", i -> {
            double notch = i % 32 < 16 ? NOTCH / 2 : -NOTCH / 2;
            Event.fireEvent(c, new ScrollEvent(ScrollEvent.SCROLL, middle.getX(), middle.getY(), middle.getX(), middle.getY(), false, true, false, false, false, false, 0, notch, 0, notch,
                    NOTCH, NOTCH, ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
        });
        c.setView(before);
    }

    /** A setting is typed: each key is an edit of the pipeline. */
    private void edits() {
        String knn = toy.now().nodes().stream().map(Node::id).filter(i -> i.startsWith("knn")).findFirst().orElseThrow();
        measure("edit a setting", i -> toy.edit(Overrides.apply(toy.now(), List.of(knn + ".neighbours=" + (10 + i % 50)), ToyCanvas.OPERATORS), Edit.of("edit.move", 1)));
        measure("undo an edit", _ -> toy.undo());
    }
}
