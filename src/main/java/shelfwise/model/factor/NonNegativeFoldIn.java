package shelfwise.model.factor;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import shelfwise.data.Sparse;

/**
 * Rows x ≥ 0 that make Σ over the row's entries of (r − x·yᵢ)² + λ·‖x‖² small, against vectors that stay as they are, by sweeps over the places of
 * x, each set to its best value (coordinate descent: Hsieh, Dhillon 2011). No sweep makes it larger. For several threads at once. Cost: entries ·
 * length² + sweeps · length².
 */
final class NonNegativeFoldIn implements FoldIn {
    private static final int SWEEPS = 200;

    /** One thread's arrays. */
    private static final class Scratch {
        private final double[] matrix, right, x;

        Scratch(int n) {
            matrix = new double[n * n];
            right = new double[n];
            x = new double[n];
        }
    }

    private final Factors fixed;
    private final double lambda;
    private final int n;
    private final ConcurrentLinkedQueue<Scratch> idle = new ConcurrentLinkedQueue<>();

    NonNegativeFoldIn(Factors fixed, double lambda) {
        this.fixed = fixed;
        this.lambda = lambda;
        n = fixed.length();
    }

    @Override public int length() {
        return n;
    }

    @Override public void fold(Sparse rows, int row, float[] out, int at) {
        Arrays.fill(out, at, at + n, rows.count(row) == 0 ? 0 : 1);
        improve(rows, row, SWEEPS, out, at);
    }

    /** So many sweeps from what stands in {@code x} from {@code at}. A row without entries stays as it is. */
    void improve(Sparse rows, int row, int sweeps, float[] x, int at) {
        if (rows.count(row) == 0) return;
        Scratch used = idle.poll(), s = used == null ? new Scratch(n) : used;
        sum(rows, row, s);
        for (int f = 0; f < n; f++) s.x[f] = x[at + f];
        for (int k = 0; k < sweeps; k++) sweep(s);
        for (int f = 0; f < n; f++) x[at + f] = (float) s.x[f];
        idle.add(s);
    }

    private void sum(Sparse rows, int row, Scratch s) {
        Arrays.fill(s.matrix, 0);
        Arrays.fill(s.right, 0);
        float[] y = fixed.values();
        for (int e = rows.start()[row]; e < rows.start()[row + 1]; e++) {
            int from = rows.column()[e] * n;
            for (int a = 0; a < n; a++) {
                double v = y[from + a];
                s.right[a] += rows.value()[e] * v;
                for (int b = 0; b < n; b++) s.matrix[a * n + b] += v * y[from + b];
            }
        }
        for (int a = 0; a < n; a++) s.matrix[a * n + a] += lambda * rows.count(row);
    }

    private void sweep(Scratch s) {
        for (int a = 0; a < n; a++) {
            double slope = s.right[a], curve = s.matrix[a * n + a];
            for (int b = 0; b < n; b++) slope -= s.matrix[a * n + b] * s.x[b];
            s.x[a] = curve > 0 ? Math.max(0, s.x[a] + slope / curve) : 0;
        }
    }
}
