package shelfwise.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import shelfwise.data.Catalogue;
import shelfwise.data.Field;
import shelfwise.data.Ids;
import shelfwise.data.Role;

/**
/** Categories of items: the values of all columns with that role, and each part of a value that lists several with | between them.
 *
 * @param names  in the order in which they come first
 * @param byItem numbers of each item's categories, ascending; empty where none is known
 */
record ItemCategories(List<String> names, int[][] byItem) {
    private static final int[] NONE = {};

    static ItemCategories of(Catalogue catalogue, Ids items) {
        var numbers = new LinkedHashMap<String, Integer>();
        int[][] byItem = new int[items.size()][];
        Arrays.fill(byItem, NONE);
        List<Field> fields = catalogue.attributes().schema().fields();
        int[] columns = IntStream.range(0, fields.size()).filter(f -> fields.get(f).role() == Role.CATEGORY).toArray();
        int[] row = new int[1];
        if (columns.length > 0) catalogue.attributes().scan(columns, chunk -> {
            for (int i = 0; i < chunk.rows(); i++) {
                int item = items.number(catalogue.items().id(row[0]++));
                if (item < 0) continue;
                var texts = new ArrayList<String>();
                for (int c = 0; c < columns.length; c++) texts.add(chunk.columns().get(c).text(i, fields.get(columns[c]).type()));
                byItem[item] = numbers(texts, numbers);
            }
        });
        return new ItemCategories(List.copyOf(numbers.keySet()), byItem);
    }

    private static int[] numbers(List<String> texts, Map<String, Integer> numbers) {
        return texts.stream().flatMap(t -> Arrays.stream(t.split("\\|"))).map(String::strip).filter(t -> !t.isEmpty())
                .mapToInt(t -> numbers.computeIfAbsent(t, _ -> numbers.size())).distinct().sorted().toArray();
    }

    int[] of(int item) {
        return byItem[item];
    }

    /** Jaccard distance: 1 − common categories / all categories of both; NaN where either has none. */
    double distance(int item, int other) {
        int[] a = byItem[item], b = byItem[other];
        if (a.length == 0 || b.length == 0) return Double.NaN;
        int common = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            if (a[i] == b[j]) common++;
            if (a[i] <= b[j]) i++;
            else j++;
        }
        return 1 - (double) common / (a.length + b.length - common);
    }
}
