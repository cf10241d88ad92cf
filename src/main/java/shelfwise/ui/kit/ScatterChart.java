package shelfwise.ui.kit;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableObjectValue;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Points on a plane of which only nearness counts, so that both axes have one scale and no numbers. The pointer names the nearest; a click chooses it. */
public final class ScatterChart extends Drawn {
    private static final double FOOT = 22, LEFT = 22, MARGIN = 8, DOT = 2.5, REACH = 12;
    private double[] x = {}, y = {};
    private List<String> names = List.of();
    private String below = "", beside = "";
    private double scale, offsetX, offsetY;
    private int under = -1, chosen = -1;
    private IntConsumer onChoose = _ -> { };

    public ScatterChart(ObservableObjectValue<Palette> palette) {
        super(palette, "scatter-chart");
        setOnMouseClicked(e -> {
            chosen = nearest(e.getX(), e.getY());
            if (chosen >= 0) onChoose.accept(chosen);
            redraw();
        });
    }

    /**
     * @param horizontal title of the axis below
     * @param vertical   title of the axis beside
     * @param pointNames one a point
     * @throws IllegalArgumentException if there are not as many of each
     */
    public void show(String horizontal, String vertical, double[] pointX, double[] pointY, List<String> pointNames) {
        if (pointX.length != pointY.length || pointNames.size() != pointX.length) throw new IllegalArgumentException(
                pointX.length + " and " + pointY.length + " coordinates for " + pointNames.size() + " names");
        below = horizontal;
        beside = vertical;
        x = pointX.clone();
        y = pointY.clone();
        names = List.copyOf(pointNames);
        under = chosen = -1;
        redraw();
    }

    /** Called with the index of the point clicked. */
    public void onChoose(IntConsumer action) {
        onChoose = action;
    }

    @Override void draw(GraphicsContext g, double width, double height) {
        place(width, height);
        line(g, LEFT, 0, LEFT, height - FOOT, palette().grid());
        line(g, LEFT, height - FOOT, width, height - FOOT, palette().grid());
        text(g, cut(below, width - LEFT), (LEFT + width) / 2, height - FOOT / 2, TextAlignment.CENTER, palette().muted());
        g.save();
        g.translate(LEFT / 2, (height - FOOT) / 2);
        g.rotate(-90);
        text(g, cut(beside, height - FOOT), 0, 0, TextAlignment.CENTER, palette().muted());
        g.restore();
        g.setFill(palette().category(0).deriveColor(0, 1, 1, 0.65));
        for (int i = 0; i < x.length; i++) g.fillOval(left(i) - DOT, top(i) - DOT, 2 * DOT, 2 * DOT);
        for (int i : new int[] {chosen, under}) if (i >= 0) mark(g, i, width);
    }

    private void mark(GraphicsContext g, int i, double width) {
        g.setFill(palette().accent());
        g.fillOval(left(i) - 2 * DOT, top(i) - 2 * DOT, 4 * DOT, 4 * DOT);
        boolean right = left(i) > width / 2;
        text(g, cut(names.get(i), width / 2 - LEFT), left(i) + (right ? -MARGIN : MARGIN), top(i) - MARGIN, right ? TextAlignment.RIGHT : TextAlignment.LEFT, palette().text());
    }

    private void place(double width, double height) {
        double lowX = Double.POSITIVE_INFINITY, highX = Double.NEGATIVE_INFINITY, lowY = lowX, highY = highX;
        for (int i = 0; i < x.length; i++) {
            lowX = Math.min(lowX, x[i]);
            highX = Math.max(highX, x[i]);
            lowY = Math.min(lowY, y[i]);
            highY = Math.max(highY, y[i]);
        }
        double roomX = width - LEFT - 2 * MARGIN, roomY = height - FOOT - 2 * MARGIN;
        double wide = highX > lowX ? highX - lowX : 1, high = highY > lowY ? highY - lowY : 1;
        scale = Math.max(0, Math.min(roomX / wide, roomY / high));
        offsetX = LEFT + MARGIN + (roomX - (highX - lowX) * scale) / 2 - lowX * scale;
        offsetY = MARGIN + (roomY - (highY - lowY) * scale) / 2 + highY * scale;
    }

    private double left(int i) {
        return offsetX + x[i] * scale;
    }

    private double top(int i) {
        return offsetY - y[i] * scale;
    }

    private int nearest(double atX, double atY) {
        int best = -1;
        double least = REACH * REACH;
        for (int i = 0; i < x.length; i++) {
            double dx = left(i) - atX, dy = top(i) - atY, far = dx * dx + dy * dy;
            if (far < least) {
                least = far;
                best = i;
            }
        }
        return best;
    }

    @Override void hover(double atX, double atY) {
        int now = Double.isNaN(atX) ? -1 : nearest(atX, atY);
        if (now == under) return;
        under = now;
        setAccessibleText(now < 0 ? "" : names.get(now));
        redraw();
    }
}
