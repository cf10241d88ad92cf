package shelfwise.ui.kit;

import java.util.Optional;
import shelfwise.base.Checks;

/**
 * Which part of a matrix is seen, and where each cell lies in it. In units of cells; never outside the matrix, never less than one cell.
 *
 * @param totalRows rows of the whole matrix
 * @param top       the first row seen; may be within a cell
 * @param rows      how many rows are seen
 */
record HeatMapView(int totalRows, int totalColumns, double top, double rows, double left, double columns) {
    HeatMapView {
        Checks.inRange("totalRows", totalRows, 1, Integer.MAX_VALUE);
        Checks.inRange("totalColumns", totalColumns, 1, Integer.MAX_VALUE);
        rows = Math.clamp(rows, 1, totalRows);
        columns = Math.clamp(columns, 1, totalColumns);
        top = Math.clamp(top, 0, totalRows - rows);
        left = Math.clamp(left, 0, totalColumns - columns);
    }

    static HeatMapView whole(int rows, int columns) {
        return new HeatMapView(rows, columns, 0, rows, 0, columns);
    }

    boolean isWhole() {
        return rows == totalRows && columns == totalColumns;
    }

    /** Seen through a window of {@code 1 / factor} times the size; the point at the shares {@code x} and {@code y} (0 to 1) stays in place. */
    HeatMapView zoomed(double factor, double x, double y) {
        double newRows = Math.clamp(rows / factor, 1, totalRows), newColumns = Math.clamp(columns / factor, 1, totalColumns);
        return new HeatMapView(totalRows, totalColumns, top + (rows - newRows) * y, newRows, left + (columns - newColumns) * x, newColumns);
    }

    /** Moved by shares of the window: 0.5 is half a window right or down. */
    HeatMapView moved(double x, double y) {
        return new HeatMapView(totalRows, totalColumns, top + y * rows, rows, left + x * columns, columns);
    }

    /** Moved no further than needed for all of a cell to be seen. */
    HeatMapView showing(HeatMap.Cell cell) {
        double newTop = Math.clamp(top, Math.min(cell.row(), cell.row() + 1 - rows), Math.max(cell.row(), cell.row() + 1 - rows));
        double newLeft = Math.clamp(left, Math.min(cell.column(), cell.column() + 1 - columns), Math.max(cell.column(), cell.column() + 1 - columns));
        return new HeatMapView(totalRows, totalColumns, newTop, rows, newLeft, columns);
    }

    /** Only the part between two points, given as shares of the window in any order, widened to whole cells. */
    HeatMapView within(double x1, double y1, double x2, double y2) {
        double fromRow = Math.floor(top + Math.min(y1, y2) * rows), toRow = Math.ceil(top + Math.max(y1, y2) * rows);
        double fromColumn = Math.floor(left + Math.min(x1, x2) * columns), toColumn = Math.ceil(left + Math.max(x1, x2) * columns);
        return new HeatMapView(totalRows, totalColumns, fromRow, toRow - fromRow, fromColumn, toColumn - fromColumn);
    }

    /** The cell at the shares {@code x} and {@code y} of the window; none outside it. */
    Optional<HeatMap.Cell> cellAt(double x, double y) {
        if (!(x >= 0 && x < 1 && y >= 0 && y < 1)) return Optional.empty();
        return Optional.of(new HeatMap.Cell(Math.min(totalRows - 1, (int) (top + y * rows)), Math.min(totalColumns - 1, (int) (left + x * columns))));
    }

    /** Where the upper edge of {@code row} lies, as a share of the window; may be outside 0 to 1. */
    double y(double row) {
        return (row - top) / rows;
    }

    double x(double column) {
        return (column - left) / columns;
    }

    /** For each of {@code pixels} along the window's height the first row in it; one more at the end for the border. */
    int[] rowsOf(int pixels) {
        return edges(pixels, top, rows, totalRows);
    }

    int[] columnsOf(int pixels) {
        return edges(pixels, left, columns, totalColumns);
    }

    private static int[] edges(int pixels, double from, double count, int total) {
        int[] cells = new int[pixels + 1];
        for (int i = 0; i <= pixels; i++) cells[i] = (int) Math.min(total - (i < pixels ? 1 : 0), from + count * i / pixels);
        return cells;
    }
}
