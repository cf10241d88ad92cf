package shelfwise.model.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** A tile in four passes of eight rows by one vector of eight, for machines with sixteen registers. */
final class Vector256Panels implements PanelKernel {
    private static final VectorSpecies<Float> HALF = FloatVector.SPECIES_256;
    private static final int LANES = 8;

    private static FloatVector at(float[] a, int from) {
        return FloatVector.fromArray(HALF, a, from);
    }

    private static FloatVector all(float value) {
        return FloatVector.broadcast(HALF, value);
    }

    @Override public void add(float[] a, int aFrom, int depth, float[] b, int bFrom, float[] c, int cFrom, int cStep) {
        for (int j = 0; j < COLUMNS; j += LANES) narrow(a, aFrom, depth, b, bFrom + j, c, cFrom + j, cStep);
    }

    private static void narrow(float[] a, int aFrom, int depth, float[] b, int bFrom, float[] c, int cFrom, int cStep) {
        int c0 = cFrom, c1 = c0 + cStep, c2 = c1 + cStep, c3 = c2 + cStep, c4 = c3 + cStep, c5 = c4 + cStep, c6 = c5 + cStep, c7 = c6 + cStep;
        FloatVector l0 = at(c, c0), l1 = at(c, c1), l2 = at(c, c2), l3 = at(c, c3);
        FloatVector l4 = at(c, c4), l5 = at(c, c5), l6 = at(c, c6), l7 = at(c, c7);
        int a0 = aFrom, a1 = a0 + depth, a2 = a1 + depth, a3 = a2 + depth, a4 = a3 + depth, a5 = a4 + depth, a6 = a5 + depth, a7 = a6 + depth;
        for (int k = 0; k < depth; k++) {
            FloatVector low = at(b, bFrom + k * COLUMNS);
            l0 = all(a[a0 + k]).fma(low, l0);
            l1 = all(a[a1 + k]).fma(low, l1);
            l2 = all(a[a2 + k]).fma(low, l2);
            l3 = all(a[a3 + k]).fma(low, l3);
            l4 = all(a[a4 + k]).fma(low, l4);
            l5 = all(a[a5 + k]).fma(low, l5);
            l6 = all(a[a6 + k]).fma(low, l6);
            l7 = all(a[a7 + k]).fma(low, l7);
        }
        l0.intoArray(c, c0);
        l1.intoArray(c, c1);
        l2.intoArray(c, c2);
        l3.intoArray(c, c3);
        l4.intoArray(c, c4);
        l5.intoArray(c, c5);
        l6.intoArray(c, c6);
        l7.intoArray(c, c7);
    }
}
