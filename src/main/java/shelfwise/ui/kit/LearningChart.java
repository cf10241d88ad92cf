package shelfwise.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.beans.value.ObservableObjectValue;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/**
 * How something got better iteration by iteration, a line for each thing measured or each training, told apart without colour by their dashes.
 * An upright line marks one best for all of them, a ring the best of one line; a square then stands at its last. The pointer tells the nearest iteration.
 */
public final class LearningChart extends Drawn {
    private static final double FOOT = 36, TOP = 8, RIGHT = 20, GAP = 6, DOT = 4, RING = 6;
    private static final double[][] PATTERNS = {{}, {6, 6}, {2, 4}, {10, 4, 2, 4}, {16, 6}, {10, 4, 2, 4, 2, 4}, {4, 2}, {16, 4, 6, 4}};
    private static final int TICK_WIDTH = 80, TICK_HEIGHT = 28, MOST_LEVELS = 8;

    /**
     * @param x       iterations, ascending
     * @param colour  number of its colour in the palette
     * @param pattern number of its dashes, as {@link #dashes} has them
     * @param best    the iteration that gets a ring, and the last a square; 0 for neither
     */
    public record Line(String name, double[] x, double[] y, int colour, int pattern, int best) {
        public Line {
            if (x.length != y.length) throw new IllegalArgumentException(x.length + " places for " + y.length + " values");
        }
    }

    private List<Line> lines = List.of();
    private String below = "";
    private int best;
    private DoubleFunction<String> textX = Double::toString, textY = Double::toString;
    private double left, bottom, highX, lowY, highY;
    private double under = Double.NaN;

    /** Lengths of dashes and gaps by turns; none for an unbroken line. Eight are told apart. */
    public static double[] dashes(int pattern) {
        return PATTERNS[Math.floorMod(pattern, PATTERNS.length)].clone();
    }

    public LearningChart(ObservableObjectValue<Palette> palette) {
        super(palette, "learning-chart");
    }

    /** @param best the iteration to be marked; 0 for none */
    public void show(String horizontal, List<Line> all, int best, DoubleFunction<String> alongText, DoubleFunction<String> valueText) {
        lines = List.copyOf(all);
        below = horizontal;
        this.best = best;
        textX = alongText;
        textY = valueText;
        under = Double.NaN;
        redraw();
    }

    @Override void draw(GraphicsContext g, double width, double height) {
        if (lines.stream().allMatch(l -> l.x().length == 0)) return;
        range();
        bottom = height - FOOT;
        double[] levels = Ticks.some(lowY, highY, Math.min(MOST_LEVELS, (int) ((bottom - TOP) / TICK_HEIGHT)));
        left = GAP;
        for (double t : levels) left = Math.max(left, widthOf(textY.apply(t)) + GAP);
        for (double t : levels) {
            line(g, left, top(t), width - RIGHT, top(t), palette().grid());
            text(g, textY.apply(t), left - GAP / 2, top(t), TextAlignment.RIGHT, palette().muted());
        }
        for (double t : Ticks.of(0, highX, Math.max(2, (int) ((width - left) / TICK_WIDTH)))) {
            if (t == Math.rint(t)) text(g, textX.apply(t), Math.min(place(t, width), width - RIGHT), bottom + 8, TextAlignment.CENTER, palette().muted());
        }
        text(g, cut(below, width - left), (left + width) / 2, bottom + 26, TextAlignment.CENTER, palette().muted());
        if (best > 0) line(g, place(best, width), TOP, place(best, width), bottom, palette().muted());
        if (!Double.isNaN(under)) line(g, place(under, width), TOP, place(under, width), bottom, palette().grid());
        for (Line l : lines) curve(g, l, width);
    }

    private void curve(GraphicsContext g, Line l, double width) {
        g.setStroke(palette().category(l.colour()));
        g.setFill(palette().category(l.colour()));
        g.setLineWidth(2);
        g.setLineDashes(dashes(l.pattern()));
        g.beginPath();
        for (int i = 0; i < l.x().length; i++) {
            if (i == 0) g.moveTo(place(l.x()[i], width), top(l.y()[i]));
            else g.lineTo(place(l.x()[i], width), top(l.y()[i]));
        }
        g.stroke();
        g.setLineDashes();
        for (int i = 0; i < l.x().length; i++) {
            if (l.x().length == 1 || l.x()[i] == under || l.x()[i] == best) g.fillOval(place(l.x()[i], width) - DOT, top(l.y()[i]) - DOT, 2 * DOT, 2 * DOT);
        }
        if (l.best() > 0 && l.x().length > 0) marks(g, l, width);
    }

    private void marks(GraphicsContext g, Line l, double width) {
        int last = l.x().length - 1;
        g.fillRect(place(l.x()[last], width) - DOT, top(l.y()[last]) - DOT, 2 * DOT, 2 * DOT);
        for (int i = 0; i <= last; i++) {
            if (l.x()[i] == l.best()) g.strokeOval(place(l.x()[i], width) - RING, top(l.y()[i]) - RING, 2 * RING, 2 * RING);
        }
    }

    private void range() {
        highX = 1;
        lowY = Double.POSITIVE_INFINITY;
        highY = Double.NEGATIVE_INFINITY;
        for (Line l : lines) {
            for (double v : l.x()) highX = Math.max(highX, v);
            for (double v : l.y()) {
                if (!Double.isFinite(v)) continue;
                lowY = Math.min(lowY, v);
                highY = Math.max(highY, v);
            }
        }
        if (!(highY > lowY)) { // one value, or none
            double one = Double.isFinite(lowY) ? lowY : 0, beside = Math.max(1e-3, Math.abs(one) / 20);
            lowY = one - beside;
            highY = one + beside;
        }
    }

    private double place(double v, double width) {
        return left + (width - RIGHT - left) * v / highX;
    }

    private double top(double v) {
        return bottom - (bottom - TOP) * ((Double.isFinite(v) ? v : highY) - lowY) / (highY - lowY);
    }

    @Override void hover(double atX, double atY) {
        double now = Double.NaN;
        for (Line l : lines) {
            for (double v : l.x()) {
                if (!Double.isNaN(atX) && (Double.isNaN(now) || Math.abs(place(v, getWidth()) - atX) < Math.abs(place(now, getWidth()) - atX))) now = v;
            }
        }
        if (Double.compare(now, under) == 0) return;
        under = now;
        var told = new ArrayList<String>();
        for (Line l : lines) {
            for (int i = 0; i < l.x().length; i++) if (l.x()[i] == now) told.add(l.name() + ":  " + textY.apply(l.y()[i]));
        }
        tell(told.isEmpty() ? "" : below + " " + textX.apply(now) + "  →  " + String.join(",  ", told));
        redraw();
    }
}
