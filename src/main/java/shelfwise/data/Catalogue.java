package shelfwise.data;

import java.util.Map;
import java.util.OptionalInt;
import shelfwise.base.Checks;

/**
 * What is known of items: a table with one row an item, in the order of {@code items}.
 *
 * @param items      item ids
 * @param attributes one row an item; roles TITLE, DESCRIPTION, CATEGORY, PRICE, IMAGE, STOCK, FEATURE
 */
public record Catalogue(Ids items, Table attributes) implements Portable {
    public Catalogue {
        Checks.that(items.size() == attributes.rows(), items.size() + " items, " + attributes.rows() + " rows");
    }

    /** The texts of the first column with {@code role}; empty strings where missing or where there is no such column. */
    public String[] texts(Role role) {
        String[] all = new String[items.size()];
        java.util.Arrays.fill(all, "");
        OptionalInt column = attributes.schema().find(role);
        if (column.isEmpty()) return all;
        int[] at = new int[1];
        ColumnType type = attributes.schema().field(column.getAsInt()).type();
        attributes.scan(new int[] {column.getAsInt()}, c -> {
            for (int i = 0; i < c.rows(); i++) all[at[0]++] = c.columns().getFirst().text(i, type);
        });
        return all;
    }

    /** The numbers of the first column with {@code role}; NaN where missing. */
    public double[] numbers(Role role) {
        double[] all = new double[items.size()];
        java.util.Arrays.fill(all, Double.NaN);
        OptionalInt column = attributes.schema().find(role);
        if (column.isEmpty() || attributes.schema().field(column.getAsInt()).type() == ColumnType.TEXT) return all;
        int[] at = new int[1];
        attributes.scan(new int[] {column.getAsInt()}, c -> {
            for (int i = 0; i < c.rows(); i++) all[at[0]++] = c.number(0, i);
        });
        return all;
    }

    @Override public String hash() {
        return toBundle().hash();
    }

    @Override public Bundle toBundle() {
        return new Bundle(Map.of(), Map.of("items", Bundle.ids(items), "attributes", attributes));
    }

    public static Catalogue of(Bundle b) {
        return new Catalogue(b.ids("items"), b.part("attributes"));
    }
}
