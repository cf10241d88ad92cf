package shelfwise.model.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Sixteen lanes in one vector. Lanes are folded by constant shuffles: {@code reduceLanes} adds in another order interpreted than compiled. */
final class Vector512Kernel implements Kernel {
    private static final VectorSpecies<Float> WIDE = FloatVector.SPECIES_512;
    private static final int LANES = 16;
    private static final VectorShuffle<Float> BY_8 = VectorShuffle.iota(WIDE, 8, 1, true), BY_4 = VectorShuffle.iota(WIDE, 4, 1, true),
            BY_2 = VectorShuffle.iota(WIDE, 2, 1, true), BY_1 = VectorShuffle.iota(WIDE, 1, 1, true);

    @Override public float dot(float[] a, int aFrom, float[] b, int bFrom, int n) {
        FloatVector lanes = FloatVector.zero(WIDE);
        int whole = n & -LANES;
        for (int k = 0; k < whole; k += LANES) {
            lanes = FloatVector.fromArray(WIDE, a, aFrom + k).fma(FloatVector.fromArray(WIDE, b, bFrom + k), lanes);
        }
        float sum = fold(lanes);
        for (int k = whole; k < n; k++) sum = Math.fma(a[aFrom + k], b[bFrom + k], sum);
        return sum;
    }

    private static float fold(FloatVector lanes) {
        FloatVector by8 = lanes.add(lanes.rearrange(BY_8)), by4 = by8.add(by8.rearrange(BY_4)), by2 = by4.add(by4.rearrange(BY_2));
        return by2.add(by2.rearrange(BY_1)).lane(0);
    }

    @Override public void add(float scale, float[] x, int xFrom, float[] y, int yFrom, int n) {
        FloatVector s = FloatVector.broadcast(WIDE, scale);
        int whole = n & -LANES;
        for (int k = 0; k < whole; k += LANES) {
            FloatVector.fromArray(WIDE, x, xFrom + k).fma(s, FloatVector.fromArray(WIDE, y, yFrom + k)).intoArray(y, yFrom + k);
        }
        for (int k = whole; k < n; k++) y[yFrom + k] = Math.fma(scale, x[xFrom + k], y[yFrom + k]);
    }
}
