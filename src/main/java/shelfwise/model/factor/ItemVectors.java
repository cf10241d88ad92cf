package shelfwise.model.factor;

import java.util.Arrays;
import java.util.Map;
import shelfwise.data.Bundle;
import shelfwise.data.Table;

/**
 * What was learned of the items.
 *
 * @param vectors items x length
 * @param bias    added to each item's score, whoever the user is
 * @param known   whether anything was learned of an item
 */
record ItemVectors(Factors vectors, float[] bias, boolean[] known) {
    /** Of the items that have events; the vectors of the others become zeros. */
    static ItemVectors ofSold(Factors vectors, float[] bias, int[] sold) {
        boolean[] known = new boolean[bias.length];
        for (int i : sold) known[i] = true;
        var items = new ItemVectors(vectors, bias, known);
        items.clearUnknown(vectors);
        return items;
    }

    /** Makes the rows of unknown items zeros. */
    void clearUnknown(Factors rows) {
        int n = rows.length();
        for (int i = 0; i < known.length; i++) if (!known[i]) Arrays.fill(rows.values(), i * n, (i + 1) * n, 0);
    }

    /** The same with the biases brought from units of the scale to ratings. */
    ItemVectors rated(RatingScale scale) {
        float[] rated = bias.clone();
        for (int i = 0; i < rated.length; i++) rated[i] = scale.mean() + scale.unit() * rated[i];
        return new ItemVectors(vectors, rated, known);
    }

    /** Cosine of two items' vectors; NaN where one is all zeros. */
    double cosine(int a, int b) {
        double squares = dot(a, a) * dot(b, b);
        return squares > 0 ? dot(a, b) / Math.sqrt(squares) : Double.NaN;
    }

    private double dot(int a, int b) {
        int n = vectors.length();
        double sum = 0;
        for (int f = 0; f < n; f++) sum += (double) vectors.values()[a * n + f] * vectors.values()[b * n + f];
        return sum;
    }

    Map<String, Table> parts() {
        int[] flags = new int[known.length];
        for (int i = 0; i < flags.length; i++) flags[i] = known[i] ? 1 : 0;
        return Map.of("factors.items", Bundle.floats(vectors.values()), "factors.bias", Bundle.floats(bias), "factors.known", Bundle.ints(flags));
    }

    static ItemVectors of(Bundle b) {
        int[] flags = b.ints("factors.known");
        boolean[] known = new boolean[flags.length];
        for (int i = 0; i < flags.length; i++) known[i] = flags[i] == 1;
        return new ItemVectors(new Factors(Integer.parseInt(b.fact("factors")), b.floats("factors.items")), b.floats("factors.bias"), known);
    }
}
