package shelfwise.ui.kit;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableObjectValue;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * Upright axes side by side and lines across them. The best line is thick, the chosen one has a dot on each axis; lines are coloured by where
 * they cross the last axis. Pointer and arrow keys choose a line.
 */
public final class ParallelChart extends Drawn {
    /** @param low what stands at the lower end @param high at the upper end @param words between and at the ends, evenly spaced; none for numbers */
    public record Axis(String name, String low, String high, List<String> words) {
        public Axis {
            words = List.copyOf(words);
        }
    }

    /** @param places on each axis, 0 to 1; NaN for none @param dashed whether it counts less than the others @param told what it is, in words */
    public record Line(List<Double> places, boolean dashed, String told) {
        public Line {
            places = List.copyOf(places);
        }
    }

    private static final double TOP = 40, FOOT = 20, GAP = 8, DOT = 4, NEAR = 12, THIN = 1.5, THICK = 3.5, MARK = 3, WORD = 16;
    /** The part of the scale that is used: its bright end can't be seen on a light ground, its dark end not on a dark one. */
    private static final double ON_LIGHT = 0.1, ON_DARK = 0.4, PART = 0.6, MIDDLE = 0.5;
    private List<Axis> axes = List.of();
    private List<Line> lines = List.of();
    private int best = -1, chosen = -1;
    private IntConsumer onChoose = _ -> { };

    public ParallelChart(ObservableObjectValue<Palette> palette) {
        super(palette, "parallel-chart");
        setFocusTraversable(true);
        setOnMouseClicked(_ -> requestFocus());
        setOnKeyPressed(e -> {
            int to = next(e.getCode());
            if (to < 0) return;
            turn(to);
            e.consume();
        });
    }

    /** @param best index of the best line, -1 for none */
    public void show(List<Axis> newAxes, List<Line> newLines, int newBest) {
        axes = List.copyOf(newAxes);
        lines = List.copyOf(newLines);
        best = newBest;
        chosen = -1;
        tell("");
        redraw();
    }

    /** Called with the index of the line that pointer or keys came to. */
    public void onChoose(IntConsumer action) {
        onChoose = action;
    }

    /** Chooses a line, or none for -1, without telling of it. */
    public void choose(int line) {
        if (line == chosen || line >= lines.size()) return;
        chosen = line;
        tell(line < 0 ? "" : lines.get(line).told());
        redraw();
    }

    /** Up and left go back, down and right go on; -1 for any other key. */
    private int next(KeyCode key) {
        if (lines.isEmpty()) return -1;
        return switch (key) {
            case DOWN, RIGHT -> Math.min(chosen + 1, lines.size() - 1);
            case UP, LEFT -> Math.max(chosen - 1, 0);
            case HOME -> 0;
            case END -> lines.size() - 1;
            default -> -1;
        };
    }

    private void turn(int line) {
        if (line == chosen) return;
        choose(line);
        onChoose.accept(line);
    }

    @Override void draw(GraphicsContext g, double width, double height) {
        for (int a = 0; a < axes.size(); a++) axis(g, a, width, height);
        for (int k = lines.size() - 1; k >= 0; k--) if (k != chosen && k != best) curve(g, k, THIN);
        if (best >= 0 && best != chosen) curve(g, best, THICK);
        if (chosen >= 0) curve(g, chosen, chosen == best ? THICK : THIN + 1);
        for (int a = 0; a < axes.size(); a++) words(g, a, height);
    }

    private void axis(GraphicsContext g, int a, double width, double height) {
        Axis axis = axes.get(a);
        double x = x(a), bottom = height - FOOT, room = axes.size() < 2 ? width : (width - 2 * margin()) / (axes.size() - 1) - GAP;
        TextAlignment side = a == 0 ? TextAlignment.LEFT : a == axes.size() - 1 ? TextAlignment.RIGHT : TextAlignment.CENTER;
        double at = a == 0 ? GAP / 2 : a == axes.size() - 1 ? width - GAP / 2 : x;
        line(g, x, TOP, x, bottom, palette().muted());
        text(g, cut(axis.name(), room), at, 10, side, palette().text());
        text(g, cut(axis.high(), room), at, 28, side, palette().muted());
        text(g, cut(axis.low(), room), at, height - FOOT / 2, side, palette().muted());
        for (int w = 0; w < axis.words().size(); w++) {
            double y = y((double) w / (axis.words().size() - 1));
            line(g, x - MARK, y, x + MARK, y, palette().muted());
        }
    }

    /** Those between the ends, on a ground of their own before the lines; where they are too many only some. */
    private void words(GraphicsContext g, int a, double height) {
        List<String> words = axes.get(a).words();
        double gap = (height - FOOT - TOP) / Math.max(1, words.size() - 1), room = (getWidth() - 2 * margin()) / (2 * Math.max(1, axes.size() - 1));
        int each = Math.max(1, (int) Math.ceil(WORD / gap));
        boolean last = a == axes.size() - 1;
        for (int w = each; w * gap <= height - FOOT - TOP - WORD; w += each) {
            String word = cut(words.get(w), room);
            double y = y(w * gap / (height - FOOT - TOP)), from = last ? x(a) - 3 * MARK - widthOf(word) : x(a) + 3 * MARK;
            g.setFill(palette().ground());
            g.fillRect(from - 2, y - WORD / 2 + 1, widthOf(word) + 4, WORD - 2);
            text(g, word, from, y, TextAlignment.LEFT, palette().text());
        }
    }

    private void curve(GraphicsContext g, int k, double thick) {
        Line l = lines.get(k);
        double end = l.places().getLast();
        Color colour = k == chosen ? palette().text() : k == best ? palette().accent() : Double.isNaN(end) ? palette().other()
                : Palette.at(palette().sequential(), (palette().ground().getBrightness() < MIDDLE ? ON_DARK : ON_LIGHT) + end * PART);
        g.setStroke(colour);
        g.setLineWidth(thick);
        if (l.dashed()) g.setLineDashes(LearningChart.dashes(1));
        for (int a = 1; a < axes.size(); a++) {
            double from = l.places().get(a - 1), to = l.places().get(a);
            if (!Double.isNaN(from) && !Double.isNaN(to)) g.strokeLine(x(a - 1), y(from), x(a), y(to));
        }
        g.setLineDashes();
        g.setFill(colour);
        for (int a = 0; a < axes.size() && (k == chosen || k == best); a++) {
            double place = l.places().get(a);
            if (!Double.isNaN(place)) g.fillOval(x(a) - DOT, y(place) - DOT, 2 * DOT, 2 * DOT);
        }
        g.setLineWidth(1);
    }

    private double margin() {
        return Math.min(36, getWidth() / 10);
    }

    private double x(int axis) {
        return axes.size() < 2 ? getWidth() / 2 : margin() + axis * (getWidth() - 2 * margin()) / (axes.size() - 1);
    }

    private double y(double place) {
        return getHeight() - FOOT - place * (getHeight() - FOOT - TOP);
    }

    /** The nearest line under the pointer; where none is near the chosen one stays. */
    @Override void hover(double x, double y) {
        if (Double.isNaN(x) || axes.size() < 2) return;
        double step = x(1) - x(0), along = Math.clamp((x - x(0)) / step, 0, axes.size() - 1);
        int a = Math.min((int) along, axes.size() - 2), found = -1;
        double nearest = NEAR;
        for (int k = 0; k < lines.size(); k++) {
            double from = lines.get(k).places().get(a), to = lines.get(k).places().get(a + 1);
            double away = Math.abs(y(from + (to - from) * (along - a)) - y);
            if (away < nearest) {
                nearest = away;
                found = k;
            }
        }
        if (found >= 0) turn(found);
    }
}
