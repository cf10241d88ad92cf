package shelfwise.ui.kit;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableObjectValue;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Measured values with their confidence intervals, one row each on a common axis: where intervals part, the values differ. */
public final class IntervalChart extends Drawn {
    /**
     * @param low  lower end of the interval; NaN if there is none
     * @param hue  index of its colour of categories
     */
    public record Row(String name, double value, double low, double high, int hue) { }

    private static final double ROW = 28, AXIS = 36, GAP = 12, DOT = 4, CAP = 4, NAME_SHARE = 0.45;
    private static final int TICK_WIDTH = 80;
    private final Numbers numbers;
    private List<Row> rows = List.of();
    private String title = "";
    private double reference = Double.NaN;
    private int under = -1;
    private IntConsumer onChoose = _ -> { };

    public IntervalChart(ObservableObjectValue<Palette> palette, Numbers numbers) {
        super(palette, "interval-chart");
        this.numbers = numbers;
        setOnMouseClicked(e -> {
            if (rowAt(e.getY()) >= 0) onChoose.accept(rowAt(e.getY()));
        });
    }

    /** @param axisTitle what is measured, with its unit */
    public void show(String axisTitle, List<Row> newRows) {
        show(axisTitle, newRows, Double.NaN);
    }

    /** As above, with a line at {@code reference}, which is always in sight: intervals are to be read against it. */
    public void show(String axisTitle, List<Row> newRows, double reference) {
        this.reference = reference;
        title = axisTitle;
        rows = List.copyOf(newRows);
        under = -1;
        setMinHeight(ROW * rows.size() + AXIS);
        setPrefHeight(ROW * rows.size() + AXIS);
        redraw();
    }

    public void onChoose(IntConsumer action) {
        onChoose = action;
    }

    @Override void draw(GraphicsContext g, double width, double height) {
        if (rows.isEmpty()) return;
        double names = Math.min(width * NAME_SHARE, rows.stream().mapToDouble(r -> widthOf(r.name())).max().orElse(0));
        double low = rows.stream().mapToDouble(r -> Double.isNaN(r.low()) ? r.value() : r.low()).min().orElse(0);
        double high = rows.stream().mapToDouble(r -> Double.isNaN(r.high()) ? r.value() : r.high()).max().orElse(1);
        if (!Double.isNaN(reference)) {
            low = Math.min(low, reference);
            high = Math.max(high, reference);
        }
        double pad = high > low ? (high - low) * 0.06 : Math.max(Math.abs(high), 1e-9) * 0.1, from = low - pad, to = high + pad;
        double left = names + GAP, plot = width - left - GAP, bottom = ROW * rows.size();
        double[] ticks = Ticks.some(from, to, (int) (plot / TICK_WIDTH));
        for (double t : ticks) {
            double x = left + plot * (t - from) / (to - from);
            line(g, x, 0, x, bottom, palette().grid());
            text(g, numbers.fixed(t, Ticks.digits(ticks)), x, bottom + 8, TextAlignment.CENTER, palette().muted());
        }
        if (!Double.isNaN(reference)) {
            double x = left + plot * (reference - from) / (to - from);
            line(g, x, 0, x, bottom, palette().text());
        }
        text(g, title, left + plot / 2, bottom + 26, TextAlignment.CENTER, palette().muted());
        for (int i = 0; i < rows.size(); i++) drawRow(g, i, names, v -> left + plot * (v - from) / (to - from));
    }

    private void drawRow(GraphicsContext g, int i, double names, java.util.function.DoubleUnaryOperator place) {
        Row row = rows.get(i);
        double middle = i * ROW + ROW / 2;
        text(g, cut(row.name(), names), 0, middle, TextAlignment.LEFT, palette().text());
        g.setStroke(palette().category(row.hue()));
        g.setFill(palette().category(row.hue()));
        g.setLineWidth(i == under ? 3 : 2);
        if (!Double.isNaN(row.low())) {
            double low = place.applyAsDouble(row.low()), high = place.applyAsDouble(row.high());
            g.strokeLine(low, middle, high, middle);
            g.strokeLine(low, middle - CAP, low, middle + CAP);
            g.strokeLine(high, middle - CAP, high, middle + CAP);
        }
        double dot = i == under ? DOT + 1 : DOT, x = place.applyAsDouble(row.value());
        if (!Double.isNaN(x)) g.fillOval(x - dot, middle - dot, 2 * dot, 2 * dot);
        g.setLineWidth(1);
    }

    private int rowAt(double y) {
        int row = (int) Math.floor(y / ROW);
        return Double.isNaN(y) || row < 0 || row >= rows.size() ? -1 : row;
    }

    @Override void hover(double x, double y) {
        int now = rowAt(y);
        if (now == under) return;
        under = now;
        tell(now < 0 ? "" : words(rows.get(now)));
        redraw();
    }

    private String words(Row row) {
        String value = row.name() + ":  " + numbers.number(row.value());
        return Double.isNaN(row.low()) ? value : value + "  [" + numbers.number(row.low()) + " – " + numbers.number(row.high()) + "]";
    }
}
