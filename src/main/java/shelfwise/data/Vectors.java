package shelfwise.data;

import java.util.HashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import shelfwise.base.Checks;

/**
 * An embedding per id.
 *
 * @param ids        items, users or queries
 * @param dimensions length of each vector
 * @param values     ids x dimensions, row by row
 * @param told       how they were made, to be shown to people: what by its name; no part of the hash
 */
public record Vectors(Ids ids, int dimensions, float[] values, Map<String, String> told) implements Portable {
    private static final String TOLD = Bundle.ASIDE + "told";

    public Vectors {
        Checks.that(values.length == (long) ids.size() * dimensions, "values do not fit ids x dimensions");
        told = Map.copyOf(told);
    }

    public Vectors(Ids ids, int dimensions, float[] values) {
        this(ids, dimensions, values, Map.of());
    }

    @Override public String hash() {
        return toBundle().hash();
    }

    @Override public Bundle toBundle() {
        var parts = new HashMap<>(Map.of("ids", Bundle.ids(ids), "values", Bundle.floats(values)));
        if (!told.isEmpty()) {
            SequencedMap<String, String> sorted = new TreeMap<>(told);
            parts.put(TOLD, TableBuilder.of(Schema.of(new Field("name", ColumnType.TEXT), new Field("value", ColumnType.TEXT)),
                    TextCells.of(sorted.sequencedKeySet().toArray(String[]::new)), TextCells.of(sorted.sequencedValues().toArray(String[]::new))));
        }
        return new Bundle(Map.of("dimensions", Integer.toString(dimensions)), parts);
    }

    public static Vectors of(Bundle b) {
        return new Vectors(b.ids("ids"), Integer.parseInt(b.fact("dimensions")), b.floats("values"), told(b));
    }

    /** How kept vectors were made, read without them. */
    public static Map<String, String> told(Bundle b) {
        var told = new HashMap<String, String>();
        if (b.parts().containsKey(TOLD)) {
            b.part(TOLD).scan(c -> {
                for (int r = 0; r < c.rows(); r++) told.put(c.columns().get(0).text(r, ColumnType.TEXT), c.columns().get(1).text(r, ColumnType.TEXT));
            });
        }
        return told;
    }
}
