package shelfwise.model.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import shelfwise.data.Ids;
import shelfwise.data.Vectors;

/** Gathers vectors made length 1; those of zeros alone are left out. */
final class UnitVectors {
    private final List<String> ids = new ArrayList<>();
    private final int length;
    private float[] values;

    UnitVectors(int most, int length) {
        this.length = length;
        values = new float[Math.multiplyExact(most, length)];
    }

    void add(String id, double[] vector) {
        double squares = 0;
        for (double v : vector) squares += v * v;
        if (!(squares > 0)) return;
        for (int f = 0; f < length; f++) values[ids.size() * length + f] = (float) (vector[f] / Math.sqrt(squares));
        ids.add(id);
    }

    Vectors told(Map<String, String> told) {
        values = Arrays.copyOf(values, ids.size() * length);
        return new Vectors(new Ids(ids), length, values, told);
    }
}
