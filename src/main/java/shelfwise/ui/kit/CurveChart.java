package shelfwise.ui.kit;

import java.util.function.DoubleFunction;
import javafx.beans.value.ObservableObjectValue;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** One value as it goes along another, as a line with both axes: a learning curve, a long tail. The pointer tells the nearest point. */
public final class CurveChart extends Drawn {
    private static final double FOOT = 36, TOP = 8, RIGHT = 20, GAP = 6, DOT = 3;
    private static final int TICK_WIDTH = 80, TICK_HEIGHT = 36;
    private double[] x = {}, y = {};
    private String below = "", beside = "";
    private DoubleFunction<String> textX = Double::toString, textY = Double::toString;
    private double left, bottom, lowX, highX, lowY, highY;
    private int under = -1;

    public CurveChart(ObservableObjectValue<Palette> palette) {
        super(palette, "curve-chart");
    }

    /**
     * @param horizontal title of the axis below
     * @param vertical   what the line is
     * @param along      ascending
     * @param values     one for each of {@code along}
     * @throws IllegalArgumentException if there are not as many of both
     */
    public void show(String horizontal, String vertical, double[] along, double[] values, DoubleFunction<String> alongText, DoubleFunction<String> valueText) {
        if (along.length != values.length) throw new IllegalArgumentException(along.length + " places for " + values.length + " values");
        below = horizontal;
        beside = vertical;
        x = along.clone();
        y = values.clone();
        textX = alongText;
        textY = valueText;
        under = -1;
        redraw();
    }

    @Override void draw(GraphicsContext g, double width, double height) {
        if (x.length == 0) return;
        range();
        bottom = height - FOOT;
        double[] levels = Ticks.of(lowY, highY, Math.max(2, (int) ((bottom - TOP) / TICK_HEIGHT)));
        left = GAP;
        for (double t : levels) left = Math.max(left, widthOf(textY.apply(t)) + GAP);
        for (double t : levels) {
            line(g, left, top(t), width - RIGHT, top(t), palette().grid());
            text(g, textY.apply(t), left - GAP / 2, top(t), TextAlignment.RIGHT, palette().muted());
        }
        for (double t : Ticks.of(lowX, highX, Math.max(2, (int) ((width - left) / TICK_WIDTH)))) {
            text(g, textX.apply(t), Math.min(place(t, width), width - RIGHT), bottom + 8, TextAlignment.CENTER, palette().muted());
        }
        text(g, cut(below, width - left), (left + width) / 2, bottom + 26, TextAlignment.CENTER, palette().muted());
        g.setStroke(palette().category(0));
        g.setLineWidth(2);
        g.beginPath();
        for (int i = 0; i < x.length; i++) {
            if (i == 0) g.moveTo(place(x[i], width), top(y[i]));
            else g.lineTo(place(x[i], width), top(y[i]));
        }
        g.stroke();
        g.setFill(palette().category(0));
        if (under >= 0) g.fillOval(place(x[under], width) - DOT, top(y[under]) - DOT, 2 * DOT, 2 * DOT);
    }

    private void range() {
        lowX = x[0];
        highX = x[x.length - 1] > lowX ? x[x.length - 1] : lowX + 1;
        lowY = Double.POSITIVE_INFINITY;
        highY = Double.NEGATIVE_INFINITY;
        for (double v : y) {
            lowY = Math.min(lowY, v);
            highY = Math.max(highY, v);
        }
        if (!(highY > lowY)) highY = lowY + 1;
    }

    private double place(double v, double width) {
        return left + (width - RIGHT - left) * (v - lowX) / (highX - lowX);
    }

    private double top(double v) {
        return bottom - (bottom - TOP) * (v - lowY) / (highY - lowY);
    }

    @Override void hover(double atX, double atY) {
        int now = -1;
        for (int i = 0; i < x.length && !Double.isNaN(atX); i++) {
            if (now < 0 || Math.abs(place(x[i], getWidth()) - atX) < Math.abs(place(x[now], getWidth()) - atX)) now = i;
        }
        if (now == under) return;
        under = now;
        tell(now < 0 ? "" : textX.apply(x[now]) + "  →  " + beside + ":  " + textY.apply(y[now]));
        redraw();
    }
}
