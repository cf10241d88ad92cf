package shelfwise.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import shelfwise.data.Role;
import shelfwise.data.Schema;

/** What the ids of orders and items tell: cancelled orders, codes that are no products, items of several names. */
final class IdAlerts {
    private static final double RULE = 0.9, RARE = 0.05;
    private static final int EXAMPLES = 6;

    private final Findings findings;
    private final Schema schema;
    private final Tallies tallies;
    private final List<ColumnProfile> columns;

    IdAlerts(Findings findings, Schema schema, Tallies tallies, List<ColumnProfile> columns) {
        this.findings = findings;
        this.schema = schema;
        this.tallies = tallies;
        this.columns = columns;
    }

    void find() {
        schema.find(Role.ORDER).ifPresent(c -> {
            if (tallies.columns().get(c) instanceof TextTally t) orders(columns.get(c), t);
        });
        schema.find(Role.ITEM).ifPresent(c -> {
            if (tallies.columns().get(c) instanceof TextTally t) items(columns.get(c), t);
            if (schema.find(Role.TITLE).isPresent()) titles(columns.get(c), tallies.columns().get(c), columns.get(schema.index(Role.TITLE)).name());
            if (isList(schema)) repeatedItems(columns.get(c));
        });
    }

    /** Whether each item should come once: there is nothing that happens to it. */
    private static boolean isList(Schema schema) {
        return java.util.stream.Stream.of(Role.USER, Role.ORDER, Role.SESSION, Role.TIMESTAMP, Role.QUERY, Role.EVENT_TYPE, Role.RATING)
                .map(schema::find).allMatch(OptionalInt::isEmpty);
    }

    /** Ids that start with a letter where nearly all are digits: one finding a letter, C is the usual mark of a cancellation. */
    private void orders(ColumnProfile column, TextTally tally) {
        if (!tally.exact() || rows(tally, '9') < RULE * column.present()) return;
        var byLetter = new TreeMap<String, ValueCount>(); // the first id with the letter, and rows of all
        for (int i = 0; i < tally.tracked(); i++) {
            String id = tally.text(i);
            if (Shapes.first(id) != 'A') continue;
            String letter = id.substring(0, Character.charCount(id.codePointAt(0)));
            byLetter.merge(letter, new ValueCount(id, tally.count(i)), (a, b) -> new ValueCount(a.value(), a.count() + b.count()));
        }
        byLetter.forEach((letter, ids) -> {
            boolean cancelled = letter.equalsIgnoreCase("C");
            findings.rows(cancelled ? "cancelled-orders" : "odd-orders", cancelled ? findings.from(Severity.HIGH, ids.count(), 0.01) : Severity.LOW, column.name(),
                    ids.count(), new RowFilter.Matches(column.name(), "(?s)" + letter + ".*", true), Fixes.dropStartingWith(column.name(), letter),
                    letter, ids.value());
        });
    }

    private static long rows(TextTally tally, char first) {
        return tally.firsts().getOrDefault(first, new long[2])[0];
    }

    /** Codes whose first character is of another kind than nearly all others': postage, fees, samples, manual entries. */
    private void items(ColumnProfile column, TextTally tally) {
        Map<Character, long[]> firsts = tally.firsts();
        var usual = firsts.entrySet().stream().max(Map.Entry.comparingByValue((a, b) -> Long.compare(a[0], b[0])));
        if (!tally.exact() || usual.isEmpty() || usual.get().getKey() == '#') return;
        char kind = usual.get().getKey();
        long odd = firsts.values().stream().mapToLong(c -> c[1]).sum() - usual.get().getValue()[1], rows = column.present() - usual.get().getValue()[0];
        if (usual.get().getValue()[0] < RULE * column.present() || odd > RARE * tally.tracked()) return;
        String start = kind == '9' ? "\\p{Nd}" : "\\p{L}";
        String examples = java.util.stream.IntStream.range(0, tally.tracked()).filter(i -> Shapes.first(tally.text(i)) != kind).boxed()
                .sorted((a, b) -> Long.compare(tally.count(b), tally.count(a))).limit(EXAMPLES).map(tally::text).collect(Collectors.joining(", "));
        findings.rows("service-codes", Severity.MEDIUM, column.name(), rows, new RowFilter.Matches(column.name(), "(?s)" + start + ".*", false),
                Fixes.keepMatching(column.name(), "^" + start), odd, examples);
    }

    private void titles(ColumnProfile item, Tally tally, String title) {
        int[] several = tallies.itemsOfSeveralTitles();
        long rows = Arrays.stream(several).mapToLong(tally::count).sum();
        String most = Arrays.stream(several).boxed().max((a, b) -> Long.compare(tally.count(a), tally.count(b))).map(tally::text).orElse("");
        findings.rows("several-titles", Severity.LOW, item.name(), rows, new RowFilter.SeveralValues(item.name(), title), null,
                (long) several.length, title, most);
    }

    private void repeatedItems(ColumnProfile c) {
        if (c.exact()) {
            findings.rows("repeated-items", Severity.HIGH, c.name(), c.present() - c.distinct(), new RowFilter.RepeatedKey(List.of(c.name())),
                    Fixes.dropRepeated(List.of(c.name())), c.distinct());
        }
    }
}
