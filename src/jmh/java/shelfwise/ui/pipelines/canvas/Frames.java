package shelfwise.ui.pipelines.canvas;

import com.sun.javafx.scene.SceneHelper;
import com.sun.javafx.tk.RenderJob;
import com.sun.javafx.tk.Toolkit;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.function.IntConsumer;
import java.util.function.ToLongFunction;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * Frames of a window one by one, timed apart: the events, the pulse (styles, layout, handing on what is to be drawn; both on the UI thread) and
 * the drawing, which the renderer's thread does meanwhile. The toolkit's own pulses stay away, as all of it is one task of the UI thread.
 */
final class Frames {
    private static final double MILLI = 1e6;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    static final String HEAD = """
            | ms of a frame | UI thread: median | p95 | most | renderer: median | p95 | most | both by the clock: median | UI thread to that of an empty canvas |
            |---|---|---|---|---|---|---|---|---|""";

    /**
     * One frame, in nanoseconds.
     *
     * @param ui      processor time of the UI thread: what other programs take from it is not in it
     * @param drawing processor time of the renderer
     * @param clock   from the first event until all is drawn
     */
    record Frame(long ui, long drawing, long clock) { }

    private final long renderer = Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().startsWith("QuantumRenderer")).findFirst().orElseThrow().threadId();
    private final Scene scene;
    private final Method pulse;

    Frames(Scene scene) {
        this.scene = scene;
        try {
            pulse = Class.forName("com.sun.javafx.tk.quantum.QuantumToolkit").getDeclaredMethod("pulse", boolean.class);
            pulse.setAccessible(true);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("JavaFX has its pulse elsewhere", e);
        }
    }

    /** On the UI thread. @param events makes the events of the frame of this number */
    Frame[] run(int count, IntConsumer events) {
        var frames = new Frame[count];
        for (int i = 0; i < count; i++) {
            long ui = THREADS.getCurrentThreadCpuTime(), drawing = THREADS.getThreadCpuTime(renderer), start = System.nanoTime();
            events.accept(i);
            pulse();
            long used = THREADS.getCurrentThreadCpuTime() - ui;
            awaitDrawing();
            frames[i] = new Frame(used, THREADS.getThreadCpuTime(renderer) - drawing, System.nanoTime() - start);
        }
        return frames;
    }

    private void pulse() {
        try {
            pulse.invoke(Toolkit.getToolkit(), true);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The renderer takes one job after the other: an empty one ends after the drawing. */
    private static void awaitDrawing() {
        try {
            Toolkit.getToolkit().addRenderJob(new RenderJob(() -> { })).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As from the display: what lies under the pointer is looked for in the whole scene. */
    void mouse(javafx.event.EventType<MouseEvent> type, double x, double y) {
        boolean down = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED;
        MouseButton button = type == MouseEvent.MOUSE_MOVED ? MouseButton.NONE : MouseButton.PRIMARY;
        SceneHelper.processMouseEvent(scene, new MouseEvent(type, x, y, x, y, button, 1, false, false, false, false, down, false, false, false, false, false, null));
    }

    /** A line of the table. @param empty the median of an empty canvas, in milliseconds of the processor */
    static String line(String what, Frame[] frames, double empty) {
        var line = new StringBuilder("| ").append(what);
        for (ToLongFunction<Frame> of : List.<ToLongFunction<Frame>>of(Frame::ui, Frame::drawing)) {
            for (double share : new double[] {0.5, 0.95, 1}) line.append(cell(percentile(frames, of, share)));
        }
        return line.append(cell(percentile(frames, Frame::clock, 0.5))).append(cell(percentile(frames, Frame::ui, 0.5) / empty)).append(" |").toString();
    }

    private static String cell(double value) {
        return String.format(Locale.ROOT, " | %.1f", value);
    }

    static double percentile(Frame[] frames, ToLongFunction<Frame> of, double share) {
        long[] sorted = Arrays.stream(frames).mapToLong(of).sorted().toArray();
        return sorted[(int) Math.round(share * (sorted.length - 1))] / MILLI;
    }
}
