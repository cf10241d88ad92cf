package shelfwise.ui.kit;

import java.util.Arrays;
import java.util.function.DoubleFunction;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableObjectValue;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Counts in bins, with both axes; the pointer tells a bin, a click chooses it. */
public final class Histogram extends Drawn {
    private static final double BOTTOM = 20, TOP = 8, RIGHT = 12, GAP = 6;
    private static final int TICK_WIDTH = 90, TICK_HEIGHT = 40;
    private final Numbers numbers;
    private double[] edges = {};
    private long[] counts = {};
    private DoubleFunction<String> edgeText;
    private int under = -1, chosen = -1;
    private double left;
    private IntConsumer onChoose = _ -> { };

    public Histogram(ObservableObjectValue<Palette> palette, Numbers numbers) {
        super(palette, "histogram");
        this.numbers = numbers;
        this.edgeText = numbers::number;
        setOnMouseClicked(e -> choose(binAt(e.getX())));
    }

    /**
     * @param binEdges  ascending, one more than {@code binCounts}
     * @param textOfEdge how an edge is written: {@code numbers::number}, or as a time
     * @throws IllegalArgumentException if there is not one edge more than counts
     */
    public void show(double[] binEdges, long[] binCounts, DoubleFunction<String> textOfEdge) {
        if (binCounts.length > 0 && binEdges.length != binCounts.length + 1) throw new IllegalArgumentException(binEdges.length + " edges for " + binCounts.length + " bins");
        edges = binEdges.clone();
        counts = binCounts.clone();
        edgeText = textOfEdge;
        under = chosen = -1;
        redraw();
    }

    /** Called with the index of the bin clicked; -1 when the choice is taken back. */
    public void onChoose(IntConsumer action) {
        onChoose = action;
    }

    private void choose(int bin) {
        chosen = bin == chosen ? -1 : bin;
        onChoose.accept(chosen);
        redraw();
    }

    @Override void draw(GraphicsContext g, double width, double height) {
        if (counts.length == 0) return;
        long most = Math.max(1, Arrays.stream(counts).max().orElse(1));
        double plot = height - BOTTOM - TOP;
        double[] levels = Arrays.stream(Ticks.of(0, most, Math.max(1, (int) (plot / TICK_HEIGHT)))).filter(t -> t == Math.rint(t)).toArray();
        left = GAP + Arrays.stream(levels).mapToObj(t -> numbers.count((long) t)).mapToDouble(this::widthOf).max().orElse(0);
        for (double t : levels) {
            double y = TOP + plot * (1 - t / most);
            line(g, left + GAP, y, width - RIGHT, y, palette().grid());
            text(g, numbers.count((long) t), left, y, TextAlignment.RIGHT, palette().muted());
        }
        double step = (width - left - GAP - RIGHT) / counts.length;
        for (int i = 0; i < counts.length; i++) {
            double bar = counts[i] == 0 ? 0 : Math.max(1, plot * counts[i] / most);
            g.setFill(i == chosen ? palette().category(1) : palette().category(0).deriveColor(0, 1, 1, i == under ? 0.75 : 1));
            double x = Math.floor(left + GAP + i * step), next = Math.floor(left + GAP + (i + 1) * step);
            g.fillRect(x, TOP + plot - bar, Math.max(1, next - x - (step > 4 ? 1 : 0)), bar);
        }
        line(g, left + GAP, TOP + plot, width - RIGHT, TOP + plot, palette().muted());
        drawEdges(g, width, height);
    }

    private void drawEdges(GraphicsContext g, double width, double height) {
        double low = edges[0], high = edges[edges.length - 1], plot = width - left - GAP - RIGHT;
        if (!(high > low)) {
            text(g, edgeText.apply(low), left + GAP + plot / 2, height - BOTTOM / 2, TextAlignment.CENTER, palette().muted());
            return;
        }
        for (double t : Ticks.of(low, high, Math.max(1, (int) (plot / TICK_WIDTH)))) {
            String text = edgeText.apply(t);
            double half = widthOf(text) / 2, x = Math.clamp(left + GAP + plot * (t - low) / (high - low), half, Math.max(half, width - half));
            text(g, text, x, height - BOTTOM / 2, TextAlignment.CENTER, palette().muted());
        }
    }

    private int binAt(double x) {
        double plot = getWidth() - left - GAP - RIGHT;
        int bin = (int) Math.floor((x - left - GAP) / plot * counts.length);
        return Double.isNaN(x) || bin < 0 || bin >= counts.length ? -1 : bin;
    }

    @Override void hover(double x, double y) {
        int now = binAt(x);
        if (now == under) return;
        under = now;
        tell(now < 0 ? "" : edgeText.apply(edges[now]) + " … " + edgeText.apply(edges[now + 1]) + ":  " + numbers.count(counts[now]));
        redraw();
    }
}
