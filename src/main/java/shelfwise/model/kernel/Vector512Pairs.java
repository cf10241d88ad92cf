package shelfwise.model.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Sixteen lanes in one vector, folded as in {@link Vector512Kernel}. */
final class Vector512Pairs implements PairKernel {
    private static final VectorSpecies<Float> WIDE = FloatVector.SPECIES_512;
    private static final int LANES = 16;
    private static final VectorShuffle<Float> BY_8 = VectorShuffle.iota(WIDE, 8, 1, true), BY_4 = VectorShuffle.iota(WIDE, 4, 1, true),
            BY_2 = VectorShuffle.iota(WIDE, 2, 1, true), BY_1 = VectorShuffle.iota(WIDE, 1, 1, true);
    private final ScalarPairs plain = new ScalarPairs();

    private static FloatVector at(float[] a, int from) {
        return FloatVector.fromArray(WIDE, a, from);
    }

    @Override public float difference(float[] x, int xFrom, float[] y, int aFrom, int bFrom, int n) {
        FloatVector lanes = FloatVector.zero(WIDE);
        int whole = n & -LANES;
        for (int k = 0; k < whole; k += LANES) lanes = at(x, xFrom + k).fma(at(y, aFrom + k).sub(at(y, bFrom + k)), lanes);
        FloatVector by8 = lanes.add(lanes.rearrange(BY_8)), by4 = by8.add(by8.rearrange(BY_4)), by2 = by4.add(by4.rearrange(BY_2));
        return ScalarPairs.rest(by2.add(by2.rearrange(BY_1)).lane(0), x, xFrom, y, aFrom, bFrom, whole, n);
    }

    @Override public void pull(float step, float keep, float[] x, int xFrom, float[] y, int aFrom, int bFrom, int n) {
        FloatVector forth = FloatVector.broadcast(WIDE, step), back = FloatVector.broadcast(WIDE, -step);
        int whole = n & -LANES;
        for (int k = 0; k < whole; k += LANES) {
            FloatVector u = at(x, xFrom + k), a = at(y, aFrom + k), b = at(y, bFrom + k);
            forth.fma(a.sub(b), u.mul(keep)).intoArray(x, xFrom + k);
            forth.fma(u, a.mul(keep)).intoArray(y, aFrom + k);
            back.fma(u, b.mul(keep)).intoArray(y, bFrom + k);
        }
        if (whole < n) plain.pull(step, keep, x, xFrom + whole, y, aFrom + whole, bFrom + whole, n - whole);
    }

    @Override public void towards(float step, float keep, float[] x, int xFrom, float[] y, int aFrom, int bFrom, int n) {
        FloatVector forth = FloatVector.broadcast(WIDE, step);
        int whole = n & -LANES;
        for (int k = 0; k < whole; k += LANES) forth.fma(at(y, aFrom + k).sub(at(y, bFrom + k)), at(x, xFrom + k).mul(keep)).intoArray(x, xFrom + k);
        if (whole < n) plain.towards(step, keep, x, xFrom + whole, y, aFrom + whole, bFrom + whole, n - whole);
    }

    @Override public void meet(float step, float keep, float[] x, int xFrom, float[] y, int yFrom, int n) {
        FloatVector both = FloatVector.broadcast(WIDE, step);
        int whole = n & -LANES;
        for (int k = 0; k < whole; k += LANES) {
            FloatVector u = at(x, xFrom + k), v = at(y, yFrom + k);
            both.fma(v, u.mul(keep)).intoArray(x, xFrom + k);
            both.fma(u, v.mul(keep)).intoArray(y, yFrom + k);
        }
        if (whole < n) plain.meet(step, keep, x, xFrom + whole, y, yFrom + whole, n - whole);
    }
}
