package shelfwise.model.kernel;

import jdk.incubator.vector.FloatVector;

/** Chooses by the width of the machine's vectors. To be touched only where the vector module is there. */
final class Width {
    private Width() { }

    static Kernel kernel() {
        int bits = FloatVector.SPECIES_PREFERRED.vectorBitSize();
        if (bits >= 512) return new Vector512Kernel();
        return bits == 256 ? new Vector256Kernel() : new ScalarKernel();
    }

    static PairKernel pairs() {
        int bits = FloatVector.SPECIES_PREFERRED.vectorBitSize();
        if (bits >= 512) return new Vector512Pairs();
        return bits == 256 ? new Vector256Pairs() : new ScalarPairs();
    }

    static PanelKernel panels() {
        int bits = FloatVector.SPECIES_PREFERRED.vectorBitSize();
        if (bits >= 512) return new Vector512Panels();
        return bits == 256 ? new Vector256Panels() : new ScalarPanels();
    }
}
