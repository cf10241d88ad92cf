package shelfwise.data;

import java.util.Map;
import shelfwise.base.Checks;

/**
 * An embedding per id.
 *
 * @param ids        items, users or queries
 * @param dimensions length of each vector
 * @param values     ids x dimensions, row by row
 */
public record Vectors(Ids ids, int dimensions, float[] values) implements Portable {
    public Vectors {
        Checks.that(values.length == (long) ids.size() * dimensions, "values do not fit ids x dimensions");
    }

    @Override public String hash() {
        return toBundle().hash();
    }

    @Override public Bundle toBundle() {
        return new Bundle(Map.of("dimensions", Integer.toString(dimensions)), Map.of("ids", Bundle.ids(ids), "values", Bundle.floats(values)));
    }

    public static Vectors of(Bundle b) {
        return new Vectors(b.ids("ids"), Integer.parseInt(b.fact("dimensions")), b.floats("values"));
    }
}
