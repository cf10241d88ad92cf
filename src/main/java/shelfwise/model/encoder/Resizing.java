package shelfwise.model.encoder;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** Makes images larger or smaller, in plain Java: the same on every machine. */
final class Resizing {
    /** How much a colour counts by its distance from the place that is worked out. */
    enum Filter {
        BILINEAR(1) {
            @Override double weight(double far) {
                return Math.max(0, 1 - Math.abs(far));
            }
        },
        /** Keys 1981, a = −1/2. */
        BICUBIC(2) {
            @Override double weight(double far) {
                double x = Math.abs(far);
                if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
                return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
            }
        };

        private final double reach;

        Filter(double reach) {
            this.reach = reach;
        }

        abstract double weight(double far);
    }

    private Resizing() { }

    /** Red, green and blue from 0 to 255, row by row; what is see-through counts like the rest. */
    static float[][] colours(BufferedImage image) {
        int h = image.getHeight(), w = image.getWidth();
        float[][] colours = new float[3][h * w];
        ColorModel model = image.getColorModel();
        boolean grey = model.getNumColorComponents() == 1 && !(model instanceof IndexColorModel);
        int[] row = new int[w];
        for (int y = 0; y < h; y++) {
            if (grey) greys(image.getRaster(), model.getComponentSize(0), y, row);
            else image.getRGB(0, y, w, 1, row, 0, w);
            for (int x = 0; x < w; x++) {
                colours[0][y * w + x] = row[x] >> 16 & 0xFF;
                colours[1][y * w + x] = row[x] >> 8 & 0xFF;
                colours[2][y * w + x] = row[x] & 0xFF;
            }
        }
        return colours;
    }

    /** As they stand in the file: Java takes greys for amounts of light, and would make them brighter. */
    private static void greys(Raster raster, int bits, int y, int[] row) {
        for (int x = 0; x < row.length; x++) {
            int grey = raster.getSample(x + raster.getMinX(), y + raster.getMinY(), 0), eight = bits > 8 ? grey >> bits - 8 : grey * 255 / ((1 << bits) - 1);
            row[x] = eight << 16 | eight << 8 | eight;
        }
    }

    /**
     * Which places of a side in its new length are worked out: what is cut away afterwards costs nothing, so that a long thin image does not fill
     * the memory.
     *
     * @param from  length of the side as it is
     * @param to    length that it becomes
     * @param first of the places that are wanted, from 0
     * @param count of them
     */
    record Cut(int from, int to, int first, int count) {
        /** The {@code wanted} places of the middle; all, where there are fewer. */
        static Cut middle(int from, int to, int wanted) {
            int first = Math.max(0, Math.floorDiv(to - wanted, 2));
            return new Cut(from, to, first, Math.min(wanted, to - first));
        }

        private boolean same() {
            return from == to && first == 0 && count == to;
        }
    }

    /** One colour in another size, rows.count() x columns.count(). Where it becomes smaller the filter is as much wider, so that no line is lost. */
    static float[] plane(float[] from, Cut rows, Cut columns, Filter filter) {
        float[] wide = columns.same() ? from : across(from, rows.from(), columns, filter);
        return rows.same() ? wide : turned(across(turned(wide, rows.from(), columns.count()), columns.count(), rows, filter), columns.count(), rows.count());
    }

    private static float[] across(float[] from, int rows, Cut cut, Filter filter) {
        int n = cut.from(), to = cut.count();
        float[] made = new float[rows * to];
        double step = (double) n / cut.to(), spread = Math.max(1, step), reach = filter.reach * spread;
        for (int x = 0; x < to; x++) {
            double centre = (cut.first() + x + 0.5) * step;
            int first = Math.max(0, (int) (centre - reach + 0.5)), end = Math.min(n, (int) (centre + reach + 0.5));
            double[] weight = new double[end - first];
            double all = 0;
            for (int k = 0; k < weight.length; k++) all += weight[k] = filter.weight((first + k + 0.5 - centre) / spread);
            for (int y = 0; y < rows; y++) {
                double sum = 0;
                for (int k = 0; k < weight.length; k++) sum += weight[k] * from[y * n + first + k];
                made[y * to + x] = (float) Math.clamp(sum / all, 0, 255);
            }
        }
        return made;
    }

    /** Rows for columns. */
    private static float[] turned(float[] from, int rows, int columns) {
        float[] made = new float[from.length];
        for (int y = 0; y < rows; y++) for (int x = 0; x < columns; x++) made[x * rows + y] = from[y * columns + x];
        return made;
    }
}
