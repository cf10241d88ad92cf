package shelfwise.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.beans.value.ObservableObjectValue;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/**
 * How something got better iteration by iteration: a line for what was held back, a dashed one for what was learned from, told apart without
 * colour, and where the best was taken. The pointer tells the nearest iteration.
 */
public final class LearningChart extends Drawn {
    private static final double FOOT = 36, TOP = 8, RIGHT = 20, GAP = 6, DOT = 4, DASH = 6;
    private static final int TICK_WIDTH = 80, TICK_HEIGHT = 28;

    /** @param x iterations, ascending @param dashed whether it is the one learned from */
    public record Line(String name, double[] x, double[] y, boolean dashed) {
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
        double[] levels = Ticks.some(lowY, highY, (int) ((bottom - TOP) / TICK_HEIGHT));
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
        for (int k = 0; k < lines.size(); k++) curve(g, lines.get(k), k, width);
    }

    private void curve(GraphicsContext g, Line l, int number, double width) {
        g.setStroke(palette().category(number));
        g.setFill(palette().category(number));
        g.setLineWidth(2);
        if (l.dashed()) g.setLineDashes(DASH, DASH);
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
            lowY = Double.isFinite(lowY) ? lowY : 0;
            highY = lowY + Math.max(1e-3, Math.abs(lowY) / 10);
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
