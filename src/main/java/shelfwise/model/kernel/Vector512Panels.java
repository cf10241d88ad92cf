package shelfwise.model.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** A tile of eight rows by two vectors of sixteen: sixteen sums in registers. */
final class Vector512Panels implements PanelKernel {
    private static final VectorSpecies<Float> WIDE = FloatVector.SPECIES_512;
    private static final int LANES = 16;

    private static FloatVector at(float[] a, int from) {
        return FloatVector.fromArray(WIDE, a, from);
    }

    private static FloatVector all(float value) {
        return FloatVector.broadcast(WIDE, value);
    }

    @Override public void add(float[] a, int aFrom, int depth, float[] b, int bFrom, float[] c, int cFrom, int cStep) {
        int c0 = cFrom, c1 = c0 + cStep, c2 = c1 + cStep, c3 = c2 + cStep, c4 = c3 + cStep, c5 = c4 + cStep, c6 = c5 + cStep, c7 = c6 + cStep;
        FloatVector l0 = at(c, c0), h0 = at(c, c0 + LANES);
        FloatVector l1 = at(c, c1), h1 = at(c, c1 + LANES);
        FloatVector l2 = at(c, c2), h2 = at(c, c2 + LANES);
        FloatVector l3 = at(c, c3), h3 = at(c, c3 + LANES);
        FloatVector l4 = at(c, c4), h4 = at(c, c4 + LANES);
        FloatVector l5 = at(c, c5), h5 = at(c, c5 + LANES);
        FloatVector l6 = at(c, c6), h6 = at(c, c6 + LANES);
        FloatVector l7 = at(c, c7), h7 = at(c, c7 + LANES);
        int a0 = aFrom, a1 = a0 + depth, a2 = a1 + depth, a3 = a2 + depth, a4 = a3 + depth, a5 = a4 + depth, a6 = a5 + depth, a7 = a6 + depth;
        for (int k = 0; k < depth; k++) {
            FloatVector low = at(b, bFrom + k * COLUMNS), high = at(b, bFrom + k * COLUMNS + LANES), s;
            s = all(a[a0 + k]);
            l0 = s.fma(low, l0);
            h0 = s.fma(high, h0);
            s = all(a[a1 + k]);
            l1 = s.fma(low, l1);
            h1 = s.fma(high, h1);
            s = all(a[a2 + k]);
            l2 = s.fma(low, l2);
            h2 = s.fma(high, h2);
            s = all(a[a3 + k]);
            l3 = s.fma(low, l3);
            h3 = s.fma(high, h3);
            s = all(a[a4 + k]);
            l4 = s.fma(low, l4);
            h4 = s.fma(high, h4);
            s = all(a[a5 + k]);
            l5 = s.fma(low, l5);
            h5 = s.fma(high, h5);
            s = all(a[a6 + k]);
            l6 = s.fma(low, l6);
            h6 = s.fma(high, h6);
            s = all(a[a7 + k]);
            l7 = s.fma(low, l7);
            h7 = s.fma(high, h7);
        }
        l0.intoArray(c, c0);
        h0.intoArray(c, c0 + LANES);
        l1.intoArray(c, c1);
        h1.intoArray(c, c1 + LANES);
        l2.intoArray(c, c2);
        h2.intoArray(c, c2 + LANES);
        l3.intoArray(c, c3);
        h3.intoArray(c, c3 + LANES);
        l4.intoArray(c, c4);
        h4.intoArray(c, c4 + LANES);
        l5.intoArray(c, c5);
        h5.intoArray(c, c5 + LANES);
        l6.intoArray(c, c6);
        h6.intoArray(c, c6 + LANES);
        l7.intoArray(c, c7);
        h7.intoArray(c, c7 + LANES);
    }
}
