package shelfwise.ui.kit;

import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Colours a part of a matrix pixel by pixel; a pixel that covers several cells shows the mean of those that have a value. */
final class HeatPicture {
    private HeatPicture() { }

    /** Cost: the cells seen or the pixels, whichever are more. */
    static WritableImage of(HeatMap.Matrix matrix, HeatMapView view, HeatScale scale, Palette palette, int width, int height) {
        int[] colours = Palette.scale(scale.stops(palette)), rows = view.rowsOf(height), columns = view.columnsOf(width), line = new int[width];
        int missing = Palette.argb(palette.missing());
        var image = new WritableImage(width, height);
        for (int y = 0; y < height; y++) {
            int to = Math.max(rows[y] + 1, rows[y + 1]);
            boolean asAbove = y > 0 && rows[y] == rows[y - 1] && to == Math.max(rows[y - 1] + 1, rows[y]);
            for (int x = 0; x < width && !asAbove; x++) {
                double value = mean(matrix, rows[y], to, columns[x], Math.max(columns[x] + 1, columns[x + 1]));
                line[x] = Double.isNaN(value) ? missing : colours[scale.step(value)];
            }
            image.getPixelWriter().setPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), line, 0, width);
        }
        return image;
    }

    private static double mean(HeatMap.Matrix matrix, int fromRow, int toRow, int fromColumn, int toColumn) {
        double sum = 0;
        int known = 0;
        for (int r = fromRow; r < toRow; r++) {
            for (int c = fromColumn; c < toColumn; c++) {
                float v = matrix.at(r, c);
                if (Float.isNaN(v)) continue;
                sum += v;
                known++;
            }
        }
        return known == 0 ? Double.NaN : sum / known;
    }
}
