package shelfwise.ui.kit;

import java.util.List;
import java.util.function.IntUnaryOperator;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Draws what is around and over the picture of a heat map: names where there is room, values in large cells, marks, the legend. */
final class HeatFrame {
    /** A rectangle in pixels. */
    record Box(double x, double y, double width, double height) {
        double shareX(double px) {
            return (px - x) / width;
        }

        double shareY(double py) {
            return (py - y) / height;
        }

        /** Between two points, cut to this box. */
        Box between(double x1, double y1, double x2, double y2) {
            double left = Math.clamp(Math.min(x1, x2), x, x + width), right = Math.clamp(Math.max(x1, x2), x, x + width);
            double top = Math.clamp(Math.min(y1, y2), y, y + height), bottom = Math.clamp(Math.max(y1, y2), y, y + height);
            return new Box(left, top, right - left, bottom - top);
        }
    }

    private static final double LEGEND = 72, BAR = 12, GAP = 8, NAME_SHARE = 0.25, NAME_MAX = 200, NAME_ROOM = 13, VALUE_WIDTH = 40, VALUE_HEIGHT = 18;
    private static final double MARK = 5;
    private static final double TILT = -60, TILT_RAD = Math.toRadians(-TILT);
    private final HeatMap map;

    HeatFrame(HeatMap map) {
        this.map = map;
    }

    /** The room left for the picture: names take some only where cells are large enough to be named. */
    Box plot(HeatMap.Content content, HeatMapView view, double width, double height) {
        double left = GAP, top = GAP;
        if (height * (1 - NAME_SHARE) / view.rows() >= NAME_ROOM) left += Math.min(Math.min(NAME_MAX, width * NAME_SHARE), widest(content.rowNames()));
        if ((width - left - LEGEND) / view.columns() >= NAME_ROOM) top += Math.min(Math.min(NAME_MAX, height * NAME_SHARE), widest(content.columnNames()) * Math.sin(TILT_RAD) + NAME_ROOM);
        return new Box(Math.floor(left), Math.floor(top), Math.floor(width - left - LEGEND), Math.floor(height - top - GAP));
    }

    private double widest(List<String> names) {
        return names.stream().limit(200).mapToDouble(map::widthOf).max().orElse(0);
    }

    void drawNames(GraphicsContext g, HeatMap.Content content, HeatMapView view, Box plot) {
        Color colour = map.palette().muted();
        double rowHeight = plot.height() / view.rows(), columnWidth = plot.width() / view.columns();
        boolean rowsNamed = plot.x() > GAP && rowHeight >= NAME_ROOM, columnsNamed = plot.y() > GAP && columnWidth >= NAME_ROOM;
        int lastRow = (int) Math.min(view.totalRows(), Math.ceil(view.top() + view.rows())), lastColumn = (int) Math.min(view.totalColumns(), Math.ceil(view.left() + view.columns()));
        if (rowsNamed) for (int r = (int) view.top(); r < lastRow; r++) {
            double y = plot.y() + plot.height() * view.y(r + 0.5);
            if (y >= plot.y() && y <= plot.y() + plot.height()) map.text(g, map.cut(content.rowNames().get(r), plot.x() - GAP), plot.x() - GAP, y, TextAlignment.RIGHT, colour);
        }
        if (columnsNamed) for (int c = (int) view.left(); c < lastColumn; c++) {
            double x = plot.x() + plot.width() * view.x(c + 0.5);
            if (x >= plot.x() && x <= plot.x() + plot.width()) drawTilted(g, map.cut(content.columnNames().get(c), (plot.y() - NAME_ROOM) / Math.sin(TILT_RAD)), x, plot.y() - GAP, colour);
        }
    }

    /** A strip of colour between the names and the picture, for each row and column that is marked. */
    void drawMarks(GraphicsContext g, HeatMapView view, Box plot, IntUnaryOperator marks) {
        for (int r = (int) view.top(); r < Math.min(view.totalRows(), view.top() + view.rows()); r++) {
            if (marks.applyAsInt(r) < 0) continue;
            double from = plot.y() + plot.height() * Math.max(0, view.y(r)), to = plot.y() + plot.height() * Math.min(1, view.y(r + 1));
            g.setFill(map.palette().category(marks.applyAsInt(r)));
            g.fillRect(plot.x() - MARK - 1, Math.round(from), MARK, Math.round(to) - Math.round(from));
        }
        for (int c = (int) view.left(); c < Math.min(view.totalColumns(), view.left() + view.columns()); c++) {
            if (marks.applyAsInt(c) < 0) continue;
            double from = plot.x() + plot.width() * Math.max(0, view.x(c)), to = plot.x() + plot.width() * Math.min(1, view.x(c + 1));
            g.setFill(map.palette().category(marks.applyAsInt(c)));
            g.fillRect(Math.round(from), plot.y() - MARK - 1, Math.round(to) - Math.round(from), MARK);
        }
    }

    private void drawTilted(GraphicsContext g, String text, double x, double y, Color colour) {
        g.save();
        g.translate(x, y);
        g.rotate(TILT);
        map.text(g, text, 0, 0, TextAlignment.LEFT, colour);
        g.restore();
    }

    /** The numbers themselves, once the cells are large enough to hold them. */
    void drawValues(GraphicsContext g, HeatMap.Content content, HeatMapView view, Box plot, Numbers numbers) {
        if (plot.width() / view.columns() < VALUE_WIDTH || plot.height() / view.rows() < VALUE_HEIGHT) return;
        List<Color> stops = content.scale().stops(map.palette());
        for (int r = (int) view.top(); r < Math.min(view.totalRows(), view.top() + view.rows()); r++) {
            for (int c = (int) view.left(); c < Math.min(view.totalColumns(), view.left() + view.columns()); c++) {
                double x = plot.x() + plot.width() * view.x(c + 0.5), y = plot.y() + plot.height() * view.y(r + 0.5);
                if (x < plot.x() || x > plot.x() + plot.width() || y < plot.y() || y > plot.y() + plot.height()) continue;
                float value = content.matrix().at(r, c);
                Color under = Float.isNaN(value) ? map.palette().missing() : Palette.at(stops, content.scale().step(value) / (Palette.STEPS - 1.0));
                map.text(g, Float.isNaN(value) ? Numbers.MISSING : numbers.fixed(value, 2), x, y, TextAlignment.CENTER, over(under));
            }
        }
    }

    /** White on dark cells, black on light ones. */
    private static Color over(Color ground) {
        double light = 0.2126 * ground.getRed() + 0.7152 * ground.getGreen() + 0.0722 * ground.getBlue();
        return light < 0.5 ? Color.WHITE : Color.BLACK;
    }

    void drawCell(GraphicsContext g, HeatMapView view, Box plot, HeatMap.Cell cell, Color colour, double width) {
        double left = plot.x() + plot.width() * view.x(cell.column()), right = plot.x() + plot.width() * view.x(cell.column() + 1);
        double top = plot.y() + plot.height() * view.y(cell.row()), bottom = plot.y() + plot.height() * view.y(cell.row() + 1);
        if (right < plot.x() || left > plot.x() + plot.width() || bottom < plot.y() || top > plot.y() + plot.height()) return;
        g.setLineWidth(width);
        g.setStroke(colour);
        g.strokeRect(Math.floor(left) + 0.5, Math.floor(top) + 0.5, Math.max(3, Math.floor(right - left) - 1), Math.max(3, Math.floor(bottom - top) - 1));
        g.setLineWidth(1);
    }

    void drawRubber(GraphicsContext g, Box rubber) {
        g.setStroke(map.palette().accent());
        g.setFill(map.palette().accent().deriveColor(0, 1, 1, 0.2));
        g.fillRect(rubber.x(), rubber.y(), rubber.width(), rubber.height());
        g.strokeRect(rubber.x() + 0.5, rubber.y() + 0.5, rubber.width(), rubber.height());
    }

    /** A bar of the scale's colours, its values beside it, its title along it. */
    void drawLegend(GraphicsContext g, HeatScale scale, double width, Box plot, Numbers numbers) {
        double x = plot.x() + plot.width() + 2 * GAP, height = Math.min(plot.height(), 240), top = plot.y();
        List<Color> stops = scale.stops(map.palette());
        for (int y = 0; y < height; y++) {
            g.setFill(Palette.at(stops, 1 - y / (height - 1)));
            g.fillRect(x, top + y, BAR, 1.5);
        }
        double[] ticks = Ticks.of(scale.low(), scale.high(), 4);
        for (double t : ticks) {
            double y = top + height * (scale.high() - t) / (scale.high() - scale.low());
            map.text(g, numbers.fixed(t, Ticks.digits(ticks)), x + BAR + 4, Math.clamp(y, top + 5, top + Math.max(5, height - 5)), TextAlignment.LEFT, map.palette().muted());
        }
        g.save();
        g.translate(Math.min(width - 8, x + BAR + 44), top + height / 2);
        g.rotate(90);
        map.text(g, map.cut(scale.title(), height), 0, 0, TextAlignment.CENTER, map.palette().muted());
        g.restore();
    }
}
