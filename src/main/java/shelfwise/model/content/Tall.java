package shelfwise.model.content;

import java.util.SplittableRandom;
import shelfwise.base.Progress;
import shelfwise.data.Sparse;
import shelfwise.model.Workers;
import shelfwise.model.kernel.Kernel;

/**
 * A dense matrix of many rows and few columns, row by row. Each row of a product is one thread's work, so that results do not depend on
 * the number of threads.
 *
 * @param width  columns
 * @param values rows x width
 */
record Tall(int width, float[] values) {
    private static final int BLOCK = 64, LINES = 4;
    /** Directions whose share of the strongest one's squared length is less are noise. */
    private static final double NOISE = 1e-10;

    /** Normal numbers. */
    static Tall normal(int rows, int width, long seed) {
        var random = new SplittableRandom(seed);
        float[] values = new float[Math.multiplyExact(rows, width)];
        for (int k = 0; k < values.length; k++) values[k] = (float) random.nextGaussian();
        return new Tall(width, values);
    }

    /** 1 or -1, each as likely, divided by √width (Achlioptas 2003). */
    static Tall signs(int rows, int width, long seed) {
        var random = new SplittableRandom(seed);
        float[] values = new float[Math.multiplyExact(rows, width)];
        float one = (float) (1 / Math.sqrt(width));
        for (int k = 0; k < values.length; k++) values[k] = random.nextBoolean() ? one : -one;
        return new Tall(width, values);
    }

    int rows() {
        return width == 0 ? 0 : values.length / width;
    }

    /** sparse · this. */
    Tall times(Sparse sparse, Workers workers, Progress progress) {
        Kernel kernel = Kernel.best();
        float[] product = new float[Math.multiplyExact(sparse.rows(), width)];
        workers.each(sparse.rows(), BLOCK, progress, () -> kernel, (k, from, to) -> {
            for (int r = from; r < to; r++) {
                for (int e = sparse.start()[r]; e < sparse.start()[r + 1]; e++) k.add(sparse.value()[e], values, sparse.column()[e] * width, product, r * width, width);
            }
        });
        return new Tall(width, product);
    }

    /** Eigenvalues and vectors of thisᵀ · this: the squared lengths of its main directions, and these. */
    Eigen directions(Workers workers, Progress progress) {
        double[] gram = new double[width * width];
        workers.each(width, LINES, progress, () -> gram, (g, from, to) -> {
            for (int r = 0; r < values.length; r += width) {
                for (int a = from; a < to; a++) for (int b = 0; b < width; b++) g[a * width + b] += (double) values[r + a] * values[r + b];
            }
        });
        return Eigen.of(gram, width, progress);
    }

    /** This turned onto its first {@code count} directions; columns past them are zeros. @param even whether all come out with length 1, noise with 0 */
    Tall turned(Eigen directions, int count, boolean even, Workers workers, Progress progress) {
        double[] scale = new double[count];
        for (int k = 0; k < count; k++) {
            double squares = directions.values()[k];
            scale[k] = !(squares > NOISE * directions.values()[0]) ? 0 : even ? 1 / Math.sqrt(squares) : 1;
        }
        float[] turned = new float[Math.multiplyExact(rows(), count)];
        workers.each(rows(), BLOCK, progress, () -> new double[count], (line, from, to) -> {
            for (int r = from; r < to; r++) {
                java.util.Arrays.fill(line, 0);
                for (int f = 0; f < width; f++) {
                    double v = values[r * width + f];
                    for (int k = 0; k < count; k++) line[k] += v * directions.vectors()[f * width + k];
                }
                for (int k = 0; k < count; k++) turned[r * count + k] = (float) (line[k] * scale[k]);
            }
        });
        return new Tall(count, turned);
    }
}
