package shelfwise.model.torch;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import shelfwise.data.Bundle;
import shelfwise.data.Ids;
import shelfwise.data.Table;

/**
 * What is known of users apart from their events: of each column one value, or a range of numbers. Each value has a number over all columns;
 * 0 stands for what is not known.
 *
 * @param columns by name
 * @param names   of the values by their number, column and value; the first is blank
 * @param value   users x columns
 */
record Customers(List<String> columns, List<String> names, int[] value) {
    /** The part that holds {@link #value}. */
    static final String VALUES = "torch.customers.values";
    private static final String NAMES = "torch.customers.names", COLUMN = "column.";

    Customers {
        columns = List.copyOf(columns);
        names = List.copyOf(names);
    }

    /** A user's values. */
    int[] of(int user) {
        return Arrays.copyOfRange(value, user * columns.size(), (user + 1) * columns.size());
    }

    /** The values of somebody of whom nothing is known. */
    int[] nobody() {
        return new int[columns.size()];
    }

    /** Whether anything is known of a user. */
    boolean knows(int user) {
        return Arrays.stream(of(user)).anyMatch(v -> v > 0);
    }

    /** What is known of a user, for people. */
    List<String> told(int user) {
        return Arrays.stream(of(user)).filter(v -> v > 0).mapToObj(names::get).toList();
    }

    /** The columns as sizes of the network. */
    Map<String, String> shape() {
        var shape = new HashMap<String, String>();
        for (int c = 0; c < columns.size(); c++) shape.put(COLUMN + (c + 1), columns.get(c));
        return shape;
    }

    /** How many columns these sizes name. */
    static int columns(Map<String, String> shape) {
        return columnsOf(shape).size();
    }

    private static List<String> columnsOf(Map<String, String> shape) {
        return IntStream.iterate(1, c -> shape.containsKey(COLUMN + c), c -> c + 1).mapToObj(c -> shape.get(COLUMN + c)).toList();
    }

    Map<String, Table> parts() {
        return Map.of(NAMES, Bundle.ids(new Ids(names)), VALUES, Bundle.ints(value));
    }

    /** Those of a kept model; null for one that knows nothing of users. */
    static @Nullable Customers of(Bundle b, Map<String, String> shape) {
        List<String> columns = columnsOf(shape);
        return columns.isEmpty() ? null : new Customers(columns, List.of(b.texts(NAMES)), b.ints(VALUES));
    }

    /** The rows that these values had in {@code learned}; a value that was not there is taken as one not known. */
    float[] from(Customers before, float[] learned) {
        int width = learned.length / before.names.size();
        float[] rows = new float[names.size() * width];
        for (int k = 0; k < names.size(); k++) System.arraycopy(learned, Math.max(0, before.names.indexOf(names.get(k))) * width, rows, k * width, width);
        return rows;
    }
}
