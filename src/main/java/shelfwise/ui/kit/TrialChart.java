package shelfwise.ui.kit;

import java.util.List;
import javafx.beans.value.ObservableObjectValue;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Trials one after another: each a dot at its score, and a line for the best so far. */
public final class TrialChart extends Drawn {
    /**
     * @param score NaN if it failed
     * @param full  whether it was tried at the highest cost, so that its score counts for the best
     */
    public record Dot(int number, double score, boolean full) { }

    private static final double FOOT = 22, TOP = 8, GAP = 8, DOT = 3;
    private static final int ROW_HEIGHT = 36;
    private final Numbers numbers;
    private List<Dot> dots = List.of();
    private String title = "";

    public TrialChart(ObservableObjectValue<Palette> palette, Numbers numbers) {
        super(palette, "trial-chart");
        this.numbers = numbers;
    }

    /** @param below what the axis counts */
    public void show(String below, List<Dot> trials) {
        title = below;
        dots = List.copyOf(trials);
        redraw();
    }

    @Override void draw(GraphicsContext g, double width, double height) {
        double low = dots.stream().mapToDouble(Dot::score).filter(s -> !Double.isNaN(s)).min().orElse(0);
        double high = dots.stream().mapToDouble(Dot::score).filter(s -> !Double.isNaN(s)).max().orElse(1);
        double pad = high > low ? (high - low) * 0.08 : Math.max(Math.abs(high), 1e-9) * 0.1, from = low - pad, to = high + pad;
        double bottom = height - FOOT, plot = bottom - TOP;
        double[] ticks = Ticks.of(from, to, Math.max(2, (int) (plot / ROW_HEIGHT)));
        double left = GAP;
        for (double t : ticks) left = Math.max(left, widthOf(numbers.fixed(t, Ticks.digits(ticks))) + GAP);
        for (double t : ticks) {
            double y = bottom - plot * (t - from) / (to - from);
            line(g, left, y, width - GAP, y, palette().grid());
            text(g, numbers.fixed(t, Ticks.digits(ticks)), left - GAP / 2, y, TextAlignment.RIGHT, palette().muted());
        }
        text(g, title, (left + width) / 2, height - FOOT / 2, TextAlignment.CENTER, palette().muted());
        double step = (width - GAP - left) / Math.max(1, dots.size());
        for (int i = 0; i < dots.size(); i++) dot(g, dots.get(i), left + (i + 0.5) * step, bottom - plot * (dots.get(i).score() - from) / (to - from), bottom);
        best(g, left, step, bottom, plot / (to - from), from);
    }

    private void dot(GraphicsContext g, Dot dot, double x, double y, double bottom) {
        if (Double.isNaN(dot.score())) {
            text(g, "×", x, bottom - DOT * 2, TextAlignment.CENTER, palette().severities().getFirst());
            return;
        }
        g.setFill(dot.full() ? palette().category(0) : palette().other());
        g.fillOval(x - DOT, y - DOT, 2 * DOT, 2 * DOT);
    }

    /** Steps up where a trial beat all before. */
    private void best(GraphicsContext g, double left, double step, double bottom, double scale, double from) {
        g.setStroke(palette().accent());
        g.setLineWidth(2);
        g.beginPath();
        double best = Double.NaN;
        for (int i = 0; i < dots.size(); i++) {
            Dot dot = dots.get(i);
            double x = left + (i + 0.5) * step;
            if (!Double.isNaN(best)) g.lineTo(x, bottom - scale * (best - from));
            if (!dot.full() || Double.isNaN(dot.score()) || best >= dot.score()) continue;
            double y = bottom - scale * (dot.score() - from);
            if (Double.isNaN(best)) g.moveTo(x, y);
            else g.lineTo(x, y);
            best = dot.score();
        }
        if (!Double.isNaN(best)) g.lineTo(left + dots.size() * step, bottom - scale * (best - from));
        g.stroke();
    }
}
