package shelfwise.model.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import shelfwise.data.Catalogue;
import shelfwise.data.ColumnType;
import shelfwise.data.DoubleCells;
import shelfwise.data.Field;
import shelfwise.data.Ids;
import shelfwise.data.Role;

/**
 * What a catalogue tells of items.
 *
 * @param words  each item's text, to be cut into words
 * @param values each item's whole values, "column: value"
 */
public record Texts(String[] words, List<List<String>> values) {
    /** Parts several values in one cell. */
    private static final String SEVERAL = "\\|";

    /**
     * What is read.
     *
     * @param title      whether the words of title columns count; so description and category
     * @param attributes whether whole values of category and feature columns count
     * @param bands      into how many bands of about as many items each numbers are put; 0: numbers do not count
     */
    public record Choice(boolean title, boolean description, boolean category, boolean attributes, int bands) {
        boolean words(Role role) {
            return role == Role.TITLE && title || role == Role.DESCRIPTION && description || role == Role.CATEGORY && category;
        }

        boolean values(Field field) {
            return attributes && (field.role() == Role.CATEGORY || field.role() == Role.FEATURE) && !number(field);
        }

        boolean bands(Field field) {
            return attributes && bands > 0 && (field.role() == Role.PRICE || field.role() == Role.FEATURE) && number(field);
        }

        private static boolean number(Field field) {
            return field.type() == ColumnType.DECIMAL || field.type() == ColumnType.INTEGER;
        }
    }

    /** Of {@code items}, in their order; empty for those that the catalogue lacks. */
    public static Texts of(Ids items, Catalogue catalogue, Choice choice) {
        String[] words = new String[items.size()];
        Arrays.fill(words, "");
        var values = new ArrayList<List<String>>();
        for (int i = 0; i < words.length; i++) values.add(new ArrayList<>());
        var schema = catalogue.attributes().schema();
        for (int column = 0; column < schema.size(); column++) {
            Field field = schema.field(column);
            if (choice.words(field.role())) each(items, catalogue, column, (item, text) -> words[item] = words[item] + "\n" + text);
            if (choice.values(field)) {
                each(items, catalogue, column, (item, text) -> {
                    for (String value : text.split(SEVERAL)) if (!value.isBlank()) values.get(item).add(field.name() + ": " + value.strip());
                });
            }
            if (choice.bands(field)) bands(items, catalogue, column, choice.bands(), values);
        }
        return new Texts(words, values);
    }

    @FunctionalInterface
    private interface Reader {
        void read(int item, String text);
    }

    private static void each(Ids items, Catalogue catalogue, int column, Reader reader) {
        int[] row = new int[1];
        ColumnType type = catalogue.attributes().schema().field(column).type();
        catalogue.attributes().scan(new int[] {column}, chunk -> {
            for (int r = 0; r < chunk.rows(); r++) {
                int item = items.number(catalogue.items().id(row[0]++));
                if (item >= 0) reader.read(item, chunk.columns().getFirst().text(r, type));
            }
        });
    }

    private static void bands(Ids items, Catalogue catalogue, int column, int most, List<List<String>> values) {
        var numbers = new TreeMap<Integer, Double>();
        each(items, catalogue, column, (item, text) -> {
            if (!text.isEmpty()) numbers.put(item, Double.valueOf(text));
        });
        double[] sorted = numbers.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) return;
        double[] edges = new double[most - 1];
        for (int b = 1; b < most; b++) edges[b - 1] = sorted[(int) ((long) b * sorted.length / most)];
        String name = catalogue.attributes().schema().field(column).name();
        numbers.forEach((item, number) -> values.get(item).add(name + ": " + band(sorted, edges, number)));
    }

    /** The smallest and the largest number of the band that {@code number} is in. */
    private static String band(double[] sorted, double[] edges, double number) {
        double from = sorted[0], below = Double.POSITIVE_INFINITY;
        for (double edge : edges) {
            if (edge <= number) from = edge;
            else below = Math.min(below, edge);
        }
        double last = from;
        for (double v : sorted) if (v < below) last = v;
        return from == last ? text(from) : text(from) + "–" + text(last);
    }

    private static String text(double number) {
        return new DoubleCells(new double[] {number}).text(0, ColumnType.DECIMAL);
    }
}
