package shelfwise.model.linear;

import java.util.Arrays;
import shelfwise.base.Progress;
import shelfwise.model.Workers;
import shelfwise.model.kernel.PanelKernel;

/**
 * The inverse of a symmetric positive definite matrix in its own place, by the sweep operator (Goodnight 1979) in blocks: with K the
 * columns of a block, D = A(K,K)⁻¹ (Cholesky, double precision) and C = A(·,K), each block turns A into A − C·D·Cᵀ, its own columns into
 * C·D and its own square into −D. After all blocks it is −A⁻¹. Only the lower triangle is worked on: n³/2 multiplications and additions,
 * as many as Cholesky with inversion, but all in one kind of loop. The same bits for any number of threads.
 */
final class Sweep {
    private static final int BLOCK = 128, STRIP = PanelKernel.COLUMNS, PIECE = 2;
    private final PanelKernel kernel;
    private final Workers workers;
    private final float[] a;
    private final int n;
    private final double least;
    /** C: n x depth; the same in strips of columns of Cᵀ; −C·D: n x depth; −D in strips. */
    private final float[] panel, turned, product, inverse;

    /**
     * @param a     n x n, n a whole number of {@link PanelKernel#COLUMNS}; what is beyond the diagonal is not read, and is spoilt
     * @param least a number, more than 0, that no eigenvalue of A is below: then no pivot is, and one below its half tells that single precision
     *              does not do
     */
    Sweep(PanelKernel kernel, Workers workers, float[] a, int n, double least) {
        this.kernel = kernel;
        this.workers = workers;
        this.a = a;
        this.n = n;
        this.least = least;
        panel = new float[n * BLOCK];
        turned = new float[n * BLOCK];
        product = new float[n * BLOCK];
        inverse = new float[BLOCK * BLOCK];
    }

    /** @return whether no pivot was too small, so that there now is −A⁻¹ in its lower triangle */
    boolean run(Progress progress) {
        for (int from = 0; from < n; from += BLOCK) {
            int depth = Math.min(BLOCK, n - from);
            Progress part = progress.part((double) from / n, (double) (from + depth) / n);
            double[] d = new double[depth * depth];
            for (int i = 0; i < depth; i++) for (int j = 0; j <= i; j++) d[i * depth + j] = a[(from + i) * n + from + j];
            if (!SmallInverse.of(d, depth, least / 2)) return false;
            for (int k = 0; k < depth; k++) for (int j = 0; j < depth; j++) inverse[j / STRIP * depth * STRIP + k * STRIP + j % STRIP] = (float) -d[k * depth + j];
            int k0 = from;
            workers.each(n / STRIP, PIECE, part.part(0, 0.1), () -> depth, (_, first, last) -> {
                for (int s = first; s < last; s++) prepare(s, k0, depth);
            });
            workers.each(n / STRIP, PIECE, part.part(0.1, 1), () -> depth, (_, first, last) -> update(first, last, k0, depth));
            for (int i = 0; i < depth; i++) for (int j = 0; j <= i; j++) a[(from + i) * n + from + j] = (float) -d[i * depth + j];
        }
        return true;
    }

    private boolean inBlock(int strip, int from, int depth) {
        return strip * STRIP >= from && strip * STRIP < from + depth;
    }

    /** Copies the strip's part of C, and multiplies it. */
    private void prepare(int strip, int from, int depth) {
        if (inBlock(strip, from, depth)) return;
        int row = strip * STRIP, own = strip * depth * STRIP;
        if (row > from) {
            for (int r = 0; r < STRIP; r++) System.arraycopy(a, (row + r) * n + from, panel, own + r * depth, depth);
            for (int k = 0; k < depth; k++) for (int r = 0; r < STRIP; r++) turned[own + k * STRIP + r] = panel[own + r * depth + k];
        } else {
            for (int k = 0; k < depth; k++) System.arraycopy(a, (from + k) * n + row, turned, own + k * STRIP, STRIP);
            for (int r = 0; r < STRIP; r++) for (int k = 0; k < depth; k++) panel[own + r * depth + k] = turned[own + k * STRIP + r];
        }
        Arrays.fill(product, own, own + STRIP * depth, 0);
        for (int r = 0; r < STRIP; r += PanelKernel.ROWS) {
            for (int c = 0; c < depth; c += STRIP) kernel.add(panel, own + r * depth, depth, inverse, c * depth, product, own + r * depth + c, depth);
        }
    }

    private void update(int firstStrip, int lastStrip, int from, int depth) {
        for (int column = 0; column < lastStrip; column++) {
            if (inBlock(column, from, depth)) continue;
            for (int strip = Math.max(firstStrip, column); strip < lastStrip; strip++) {
                if (inBlock(strip, from, depth)) continue;
                for (int r = strip * STRIP; r < (strip + 1) * STRIP; r += PanelKernel.ROWS) {
                    kernel.add(product, r * depth, depth, turned, column * depth * STRIP, a, r * n + column * STRIP, n);
                }
            }
        }
        for (int strip = firstStrip; strip < lastStrip; strip++) if (!inBlock(strip, from, depth)) keepProduct(strip, from, depth);
    }

    /** A(·,K) = C·D. */
    private void keepProduct(int strip, int from, int depth) {
        for (int r = strip * STRIP; r < (strip + 1) * STRIP; r++) {
            for (int k = 0; k < depth; k++) a[r > from ? r * n + from + k : (from + k) * n + r] = -product[r * depth + k];
        }
    }
}
