package shelfwise.model.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Sixteen lanes in two vectors of eight, with the same bits as in one of sixteen. */
final class Vector256Kernel implements Kernel {
    private static final VectorSpecies<Float> HALF = FloatVector.SPECIES_256;
    private static final int LANES = 16, HIGH = 8;
    private static final VectorShuffle<Float> BY_4 = VectorShuffle.iota(HALF, 4, 1, true), BY_2 = VectorShuffle.iota(HALF, 2, 1, true),
            BY_1 = VectorShuffle.iota(HALF, 1, 1, true);

    @Override public float dot(float[] a, int aFrom, float[] b, int bFrom, int n) {
        FloatVector low = FloatVector.zero(HALF), high = FloatVector.zero(HALF);
        int whole = n & -LANES;
        for (int k = 0; k < whole; k += LANES) {
            low = FloatVector.fromArray(HALF, a, aFrom + k).fma(FloatVector.fromArray(HALF, b, bFrom + k), low);
            high = FloatVector.fromArray(HALF, a, aFrom + k + HIGH).fma(FloatVector.fromArray(HALF, b, bFrom + k + HIGH), high);
        }
        float sum = fold(low.add(high));
        for (int k = whole; k < n; k++) sum = Math.fma(a[aFrom + k], b[bFrom + k], sum);
        return sum;
    }

    private static float fold(FloatVector by8) {
        FloatVector by4 = by8.add(by8.rearrange(BY_4)), by2 = by4.add(by4.rearrange(BY_2));
        return by2.add(by2.rearrange(BY_1)).lane(0);
    }

    @Override public void add(float scale, float[] x, int xFrom, float[] y, int yFrom, int n) {
        FloatVector s = FloatVector.broadcast(HALF, scale);
        int whole = n & -LANES;
        for (int k = 0; k < whole; k += LANES) {
            FloatVector.fromArray(HALF, x, xFrom + k).fma(s, FloatVector.fromArray(HALF, y, yFrom + k)).intoArray(y, yFrom + k);
            FloatVector.fromArray(HALF, x, xFrom + k + HIGH).fma(s, FloatVector.fromArray(HALF, y, yFrom + k + HIGH)).intoArray(y, yFrom + k + HIGH);
        }
        for (int k = whole; k < n; k++) y[yFrom + k] = Math.fma(scale, x[xFrom + k], y[yFrom + k]);
    }
}
