package shelfwise.model.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Problem;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Interactions;
import shelfwise.data.Role;
import shelfwise.data.Table;
import shelfwise.pipeline.Context;

/**
 * Reads {@link Customers} out of a table with a column of role USER. Where a user has several rows, the most frequent text counts, of equally
 * frequent ones the one that comes first in the table, and of numbers the median. Numbers and times are cut into ranges of about equally many of
 * the users with training events. A value that none of these has is not known.
 */
final class CustomerTable {
    private static final Set<Role> TELLING = Set.of(Role.NONE, Role.CATEGORY, Role.COUNTRY, Role.FEATURE);
    private static final String MISSING = "–";

    private final Table table;
    private final int[] start, row;
    private final boolean[] taught;
    private final Context context;

    /**
     * @param columns by name; none for all that tell of people by their role, have two values at least, and no more texts than {@code values}. In
     *                a table of events, one with items, that is the country alone: other columns tell of what was bought, perhaps of what is to be foretold
     * @param values  texts of a column that count, the most frequent
     */
    record Choice(List<String> columns, int values) { }

    private CustomerTable(Table table, int[] user, boolean[] taught, Context context) {
        this.table = table;
        this.context = context;
        this.taught = taught;
        start = new int[taught.length + 1];
        for (int u : user) if (u >= 0) start[u + 1]++;
        for (int u = 0; u < taught.length; u++) start[u + 1] += start[u];
        row = new int[start[taught.length]];
        int[] next = start.clone();
        for (int r = 0; r < user.length; r++) if (user[r] >= 0) row[next[user[r]]++] = r;
    }

    /**
     * Cost: O(rows x columns).
     *
     * @throws shelfwise.base.ProblemException if the table has no column of users, or no column of these names, or none that tells anything
     */
    static Customers of(Table table, Interactions training, Choice choice, Context context) {
        int column = table.schema().index(Role.USER);
        ColumnType type = table.schema().field(column).type();
        int[] user = new int[Math.toIntExact(table.rows())], at = new int[1];
        table.scan(new int[] {column}, chunk -> {
            context.progress().check();
            for (int i = 0; i < chunk.rows(); i++) user[at[0]++] = chunk.columns().getFirst().missing(i) ? -1 : training.users().number(chunk.columns().getFirst().text(i, type));
        });
        boolean[] taught = new boolean[training.users().size()];
        for (int u : training.user()) taught[u] = true;
        return new CustomerTable(table, user, taught, context).read(choice);
    }

    private Customers read(Choice choice) {
        var columns = new ArrayList<String>();
        var names = new ArrayList<>(List.of(""));
        var read = new ArrayList<int[]>();
        boolean named = !choice.columns().isEmpty();
        for (int c : named ? choice.columns().stream().mapToInt(table.schema()::index).distinct().toArray() : telling()) {
            Field field = table.schema().field(c);
            @Nullable String[] told = text(field) ? texts(c, field.type()) : ranges(field.type(), medians(c));
            List<String> values = frequent(told);
            if (!named && (values.size() < 2 || text(field) && values.size() > choice.values())) continue;
            List<String> kept = values.subList(0, Math.min(values.size(), text(field) ? choice.values() : values.size()));
            var number = new HashMap<String, Integer>();
            for (String v : kept) {
                number.put(v, names.size());
                names.add(field.name() + ": " + v);
            }
            columns.add(field.name());
            read.add(Arrays.stream(told).mapToInt(v -> v == null ? 0 : number.getOrDefault(v, 0)).toArray());
        }
        if (names.size() == 1) throw Problem.of("torch.no-user-columns", context.node(), table.schema().names()).asException();
        return new Customers(columns, names, IntStream.range(0, taught.length).flatMap(u -> read.stream().mapToInt(v -> v[u])).toArray());
    }

    private int[] telling() {
        Set<Role> telling = table.schema().find(Role.ITEM).isPresent() ? Set.of(Role.COUNTRY) : TELLING;
        return IntStream.range(0, table.schema().size()).filter(c -> telling.contains(table.schema().field(c).role()) && table.schema().field(c).type() != ColumnType.TIME).toArray();
    }

    private static boolean text(Field field) {
        return field.type() == ColumnType.TEXT || field.type() == ColumnType.BOOLEAN;
    }

    /** Of the users with training events, the most frequent first, of equally frequent ones by their letters. */
    private List<String> frequent(@Nullable String[] told) {
        var count = new TreeMap<String, Integer>();
        for (int u = 0; u < told.length; u++) {
            String v = told[u];
            if (taught[u] && v != null) count.merge(v, 1, Integer::sum);
        }
        return count.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.reverseOrder())).map(Map.Entry::getKey).toList();
    }

    /** The most frequent text of each user; null for one without rows. */
    private @Nullable String[] texts(int column, ColumnType type) {
        Map<String, Integer> numbers = new HashMap<>();
        var all = new ArrayList<String>();
        int[] number = new int[Math.toIntExact(table.rows())], at = new int[1];
        table.scan(new int[] {column}, chunk -> {
            context.progress().check();
            for (int i = 0; i < chunk.rows(); i++) {
                String text = chunk.columns().getFirst().text(i, type).strip();
                Integer known = text.isEmpty() ? Integer.valueOf(-1) : numbers.putIfAbsent(text, all.size());
                number[at[0]++] = known == null ? all.size() : known;
                if (known == null) all.add(text);
            }
        });
        @Nullable String[] told = new String[taught.length];
        for (int u = 0; u < told.length; u++) {
            int[] own = IntStream.range(start[u], start[u + 1]).map(k -> number[row[k]]).filter(n -> n >= 0).toArray();
            if (start[u + 1] > start[u]) told[u] = own.length == 0 ? MISSING : all.get(most(own));
        }
        return told;
    }

    /** The most frequent of some numbers, of equally frequent ones the first. */
    private static int most(int[] numbers) {
        var times = new LinkedHashMap<Integer, Integer>();
        for (int n : numbers) times.merge(n, 1, Integer::sum);
        int highest = Collections.max(times.values());
        return times.entrySet().stream().filter(e -> e.getValue() == highest).findFirst().orElseThrow().getKey();
    }

    /** NaN for a user without numbers. */
    private double[] medians(int column) {
        double[] number = new double[Math.toIntExact(table.rows())];
        int[] at = new int[1];
        table.scan(new int[] {column}, chunk -> {
            context.progress().check();
            for (int i = 0; i < chunk.rows(); i++) number[at[0]++] = chunk.number(0, i);
        });
        return IntStream.range(0, taught.length).mapToDouble(u -> {
            double[] own = IntStream.range(start[u], start[u + 1]).mapToDouble(k -> number[row[k]]).filter(Double::isFinite).sorted().toArray();
            return own.length == 0 ? Double.NaN : (own[(own.length - 1) / 2] + own[own.length / 2]) / 2;
        }).toArray();
    }

    /** The range of each user's number; null for one without rows, or where nobody learned from has a number. */
    private @Nullable String[] ranges(ColumnType type, double[] number) {
        double[] learned = IntStream.range(0, number.length).filter(u -> taught[u] && !Double.isNaN(number[u])).mapToDouble(u -> number[u]).toArray();
        var ranges = new NumberRanges(type, learned);
        @Nullable String[] told = new String[number.length];
        for (int u = 0; u < told.length; u++) {
            if (start[u + 1] == start[u]) continue;
            if (Double.isNaN(number[u])) told[u] = MISSING;
            else if (learned.length > 0) told[u] = ranges.of(number[u]);
        }
        return told;
    }
}
