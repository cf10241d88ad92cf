package shelfwise.model.linear;

import shelfwise.base.MemoryProblemException;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Sparse;
import shelfwise.model.Extent;
import shelfwise.model.Memory;
import shelfwise.model.Weights;
import shelfwise.model.Workers;
import shelfwise.model.kernel.PanelKernel;

/**
 * XᵀX, items x items, X the matrix of users and items.
 *
 * @param items how many there are
 * @param step  numbers in a row: items, filled up to whole tiles
 * @param value step x step; of each row what is not beyond the diagonal
 */
record Gram(int items, int step, float[] value) {
    private static final int BLOCK = 8;
    /** The part of what is free that the matrices may take; the rest is for what is made beside them. */
    private static final double USABLE = 0.75;

    static int step(int items) {
        return Math.ceilDiv(items, PanelKernel.COLUMNS) * PanelKernel.COLUMNS;
    }

    /** Bytes of one dense matrix of these items. */
    static long bytes(int items) {
        return (long) step(items) * step(items) * Float.BYTES;
    }

    /** What so many dense matrices hold beside the sparse one they are made from. */
    static Memory memory(Extent of, int matrices) {
        long step = Math.ceilDiv(of.items(), (long) PanelKernel.COLUMNS) * PanelKernel.COLUMNS;
        return Memory.ofMatrix(of).plus(matrices * step * step, Float.BYTES);
    }

    /** As {@link #checkMemory(String, int, int, long)}, with what is free now. */
    static void checkMemory(String name, int items, int matrices) {
        checkMemory(name, items, matrices, Memory.freeFor((long) (bytes(items) * matrices / USABLE)));
    }

    /**
     * @param matrices how many matrices of items x items are there at a time
     * @param free     bytes of the heap
     * @throws shelfwise.base.ProblemException if they do not fit
     */
    static void checkMemory(String name, int items, int matrices, long free) {
        long need = bytes(items) * matrices;
        if (need > free * USABLE || bytes(items) / Float.BYTES > Integer.MAX_VALUE - 16) {
            throw new MemoryProblemException(Problem.of("linear.too-many-items", name, items, (need >> 20) + 1, free >> 20));
        }
    }

    /** Cost: the sum over users of the square of their number of items, halved. The same for any number of threads. */
    static Gram of(Sparse users, Weights weights, Workers workers, Progress progress) {
        int n = users.columns(), step = step(n);
        float[] value = new float[step * step];
        Sparse items = users.transpose();
        workers.each(n, BLOCK, progress, () -> weights == Weights.BINARY, (binary, from, to) -> {
            for (int i = from; i < to; i++) {
                for (int e = items.start()[i]; e < items.start()[i + 1]; e++) {
                    int user = items.column()[e], first = users.start()[user], last = users.start()[user + 1];
                    if (binary) count(users.column(), first, last, i, value, i * step);
                    else add(users, first, last, i, items.value()[e], value, i * step);
                }
            }
        });
        return new Gram(n, step, value);
    }

    private static void count(int[] column, int from, int to, int last, float[] value, int row) {
        for (int e = from; e < to && column[e] <= last; e++) value[row + column[e]]++;
    }

    private static void add(Sparse users, int from, int to, int last, float weight, float[] value, int row) {
        for (int e = from; e < to && users.column()[e] <= last; e++) value[row + users.column()[e]] += weight * users.value()[e];
    }

    /** Adds to the diagonal, that of the filling as well. */
    void addToDiagonal(float more) {
        for (int i = 0; i < step; i++) value[i * step + i] += more;
    }

    /** Copies what is below the diagonal to above it. */
    void mirror() {
        for (int from = 0; from < step; from += PanelKernel.COLUMNS) { // by squares, which stay in the cache
            for (int under = from; under < step; under += PanelKernel.COLUMNS) {
                for (int i = under; i < under + PanelKernel.COLUMNS; i++) {
                    for (int j = from; j < Math.min(i, from + PanelKernel.COLUMNS); j++) value[j * step + i] = value[i * step + j];
                }
            }
        }
    }
}
