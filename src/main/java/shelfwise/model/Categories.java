package shelfwise.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.LinkedHashMap;
import java.util.OptionalInt;
import shelfwise.base.Checks;
import shelfwise.data.Bundle;
import shelfwise.data.Catalogue;
import shelfwise.data.Ids;
import shelfwise.data.Role;
import shelfwise.data.Table;

/**
 * Each item's category: the first column of the catalogue with the role CATEGORY.
 *
 * @param column the column's name; empty if there is none
 * @param names  the categories, in the order of the items in which they first come
 * @param of     each item's category as a place in {@code names}, -1 where it is not known
 */
public record Categories(String column, List<String> names, int[] of) {
    public Categories {
        names = List.copyOf(names);
        for (int c : of) Checks.inRange("category", c, -1, names.size() - 1);
    }

    /** Nothing is known of {@code items} items. */
    public static Categories none(int items) {
        int[] of = new int[items];
        Arrays.fill(of, -1);
        return new Categories("", List.of(), of);
    }

    /** The categories of {@code items}; unknown for those that the catalogue lacks or tells none of. */
    public static Categories of(Ids items, Catalogue catalogue) {
        OptionalInt column = catalogue.attributes().schema().find(Role.CATEGORY);
        if (column.isEmpty()) return none(items.size());
        String[] texts = catalogue.texts(Role.CATEGORY);
        var places = new LinkedHashMap<String, Integer>();
        int[] of = new int[items.size()];
        for (int i = 0; i < of.length; i++) {
            int row = catalogue.items().number(items.id(i));
            String name = row < 0 ? "" : texts[row].strip();
            of[i] = name.isEmpty() ? -1 : places.computeIfAbsent(name, _ -> places.size());
        }
        return new Categories(catalogue.attributes().schema().field(column.getAsInt()).name(), new ArrayList<>(places.keySet()), of);
    }

    public int size() {
        return names.size();
    }

    /** The name of an item's category; empty where it is not known. */
    public String name(int item) {
        return of[item] < 0 ? "" : names.get(of[item]);
    }

    /** As parts of a model's bundle, their names starting with {@code categories}. */
    public Map<String, Table> parts() {
        return Map.of("categories.column", Bundle.ids(new Ids(List.of(column))), "categories.names", Bundle.ids(new Ids(names)), "categories.of", Bundle.ints(of));
    }

    /** Of {@link #parts()}. */
    public static Categories of(Bundle b) {
        return new Categories(b.texts("categories.column")[0], List.of(b.texts("categories.names")), b.ints("categories.of"));
    }
}
