package shelfwise.ui.kit;

import javafx.beans.value.ObservableObjectValue;
import javafx.scene.canvas.GraphicsContext;

/** A distribution or a course as small as a word: bars for counts in bins, a line for values over time. */
public final class Sparkline extends Drawn {
    private double[] values = {};
    private boolean bars = true;

    public Sparkline(ObservableObjectValue<Palette> palette) {
        super(palette, "sparkline");
        setMouseTransparent(true);
    }

    public void showBars(double[] counts) {
        values = counts.clone();
        bars = true;
        redraw();
    }

    public void showLine(double[] course) {
        values = course.clone();
        bars = false;
        redraw();
    }

    @Override void draw(GraphicsContext g, double width, double height) {
        if (values.length == 0) return;
        double low = bars ? 0 : Double.POSITIVE_INFINITY, high = bars ? 0 : Double.NEGATIVE_INFINITY;
        for (double v : values) {
            if (Double.isNaN(v)) continue;
            low = Math.min(low, v);
            high = Math.max(high, v);
        }
        double range = high > low ? high - low : 1;
        if (bars) drawBars(g, width, height, range);
        else drawLine(g, width, height, low, range);
    }

    private void drawBars(GraphicsContext g, double width, double height, double range) {
        double step = width / values.length;
        g.setFill(palette().category(0));
        for (int i = 0; i < values.length; i++) {
            double bar = values[i] > 0 ? Math.max(1, values[i] / range * height) : 0;
            double left = Math.floor(i * step), right = Math.floor((i + 1) * step);
            g.fillRect(left, height - bar, Math.max(1, right - left - (step > 3 ? 1 : 0)), bar);
        }
    }

    private void drawLine(GraphicsContext g, double width, double height, double low, double range) {
        g.setStroke(palette().category(0));
        g.setLineWidth(1.5);
        g.beginPath();
        boolean broken = true;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                broken = true;
                continue;
            }
            double x = 1 + (width - 2) * i / Math.max(1, values.length - 1), y = height - 1 - (height - 2) * (values[i] - low) / range;
            if (broken) g.moveTo(x, y);
            else g.lineTo(x, y);
            broken = false;
        }
        g.stroke();
    }
}
