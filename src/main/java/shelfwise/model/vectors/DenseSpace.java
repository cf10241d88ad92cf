package shelfwise.model.vectors;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import shelfwise.data.Bundle;
import shelfwise.data.Ids;
import shelfwise.data.Table;
import shelfwise.data.Vectors;
import shelfwise.model.kernel.Kernel;

/** Items as dense vectors in one array, item by item; zeros for those without. */
public final class DenseSpace implements Space {
    private final int length;
    private final float[] values;
    private final boolean[] known;
    private final Kernel kernel = Kernel.best();

    private DenseSpace(int length, float[] values) {
        this.length = length;
        this.values = values;
        known = new boolean[length == 0 ? 0 : values.length / length];
        for (int k = 0; k < values.length; k++) if (values[k] != 0) known[k / length] = true;
    }

    /** The vectors of {@code items}, made length 1. Items without, with zeros alone or with a number that is not finite are not known. */
    public static DenseSpace of(Ids items, Vectors vectors) {
        int length = vectors.dimensions();
        float[] values = new float[Math.multiplyExact(items.size(), length)];
        for (int i = 0; i < items.size(); i++) {
            int row = vectors.ids().number(items.id(i));
            if (row >= 0) copy(vectors.values(), row * length, values, i * length, length);
        }
        return new DenseSpace(length, values);
    }

    /**
     * Copies a vector at length 1.
     *
     * @return false, and nothing is copied, where it is all zeros or has a number that is not finite
     */
    public static boolean copy(float[] from, int at, float[] to, int toAt, int length) {
        double squares = 0;
        for (int f = 0; f < length; f++) squares += (double) from[at + f] * from[at + f];
        if (!(squares > 0) || !Double.isFinite(squares)) return false;
        double norm = Math.sqrt(squares);
        for (int f = 0; f < length; f++) to[toAt + f] = (float) (from[at + f] / norm);
        return true;
    }

    public int items() {
        return known.length;
    }

    /** How many of the items have a vector. */
    public int known() {
        int n = 0;
        for (boolean k : known) if (k) n++;
        return n;
    }

    /** The vector of {@code item}, as numbers of its own. */
    public double[] vector(int item) {
        double[] vector = new double[length];
        for (int f = 0; f < length; f++) vector[f] = values[item * length + f];
        return vector;
    }

    @Override public int dimensions() {
        return length;
    }

    @Override public boolean knows(int item) {
        return known[item];
    }

    @Override public void add(int item, double weight, double[] profile) {
        for (int f = 0; f < length; f++) profile[f] += weight * values[item * length + f];
    }

    @Override public void score(double[] profile, double scale, float[] scores) {
        float[] line = new float[length];
        for (int f = 0; f < length; f++) line[f] = (float) (profile[f] * scale);
        score(line, 0, scores);
    }

    private void score(float[] profile, int at, float[] scores) {
        for (int i = 0; i < scores.length; i++) {
            scores[i] = known[i] ? kernel.dot(profile, at, values, i * length, length) : Float.NEGATIVE_INFINITY;
        }
    }

    @Override public void cosines(int item, float[] scores) {
        if (known[item]) score(values, item * length, scores);
        else Arrays.fill(scores, Float.NEGATIVE_INFINITY);
    }

    @Override public double cosine(int a, int b) {
        return kernel.dot(values, a * length, values, b * length, length);
    }

    @Override public List<String> common(int a, int b) {
        return List.of();
    }

    /** As parts of a model's bundle. */
    public Map<String, Table> parts() {
        return Map.of("vectors.length", Bundle.ints(new int[] {length}), "vectors.values", Bundle.floats(values));
    }

    /** Of {@link #parts()}. */
    public static DenseSpace of(Bundle b) {
        return new DenseSpace(b.ints("vectors.length")[0], b.floats("vectors.values"));
    }
}
