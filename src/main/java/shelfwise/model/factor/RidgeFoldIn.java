package shelfwise.model.factor;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import shelfwise.data.Sparse;

/**
 * A user's vector and bias by the squares that {@link BiasedMfLearner} and {@link SvdPlusPlusLearner} make small, against items that stay as they are: Σ over the user's
 * ratings of (r − bᵢ − bᵤ − (p + z)·yᵢ)² + λ·(‖p‖² + bᵤ²), solved exactly; the vector is p + z, with z = |N|^-½ · Σ of what the items imply
 * (0 where they imply nothing). Cost: ratings · length² + length³ / 3.
 */
final class RidgeFoldIn implements FoldIn {
    private final ItemVectors items;
    private final @Nullable Factors implied;
    private final double lambda;
    private final float unit;
    private final int length;
    private final ConcurrentLinkedQueue<Ridge> idle = new ConcurrentLinkedQueue<>();

    /**
     * @param implied items x length: what each item in a history says by being there (SVD++)
     * @param unit    of {@link RatingScale}: targets are divided by it, and the vector is multiplied by it in the end
     */
    RidgeFoldIn(ItemVectors items, @Nullable Factors implied, double lambda, float unit) {
        this.items = items;
        this.implied = implied;
        this.lambda = lambda;
        this.unit = unit;
        length = items.vectors().length();
    }

    @Override public int length() {
        return length + 1;
    }

    @Override public void fold(Sparse rows, int row, float[] out, int at) {
        int from = rows.start()[row], to = rows.start()[row + 1];
        Arrays.fill(out, at, at + length + 1, 0);
        if (from == to) return;
        float[] z = implied == null ? new float[length] : sum(implied, rows, row);
        Ridge used = idle.poll(), ridge = used == null ? new Ridge(length + 1) : used;
        ridge.clear();
        ridge.vector[length] = 1;
        for (int e = from; e < to; e++) {
            int item = rows.column()[e], y = item * length;
            double target = (rows.value()[e] - items.bias()[item]) / unit;
            for (int f = 0; f < length; f++) {
                ridge.vector[f] = items.vectors().values()[y + f];
                target -= z[f] * ridge.vector[f];
            }
            ridge.add(target);
        }
        ridge.solve(lambda * (to - from));
        for (int f = 0; f < length; f++) out[at + f] = (float) (unit * (ridge.solution[f] + z[f]));
        out[at + length] = (float) (unit * ridge.solution[length]);
        idle.add(ridge);
    }

    /** |N|^-½ · Σ over the row's entries of their vectors. */
    static float[] sum(Factors implied, Sparse rows, int row) {
        int n = implied.length();
        float[] z = new float[n];
        for (int e = rows.start()[row]; e < rows.start()[row + 1]; e++) for (int f = 0; f < n; f++) z[f] += implied.values()[rows.column()[e] * n + f];
        float scale = (float) (1 / Math.sqrt(Math.max(1, rows.count(row))));
        for (int f = 0; f < n; f++) z[f] *= scale;
        return z;
    }
}
