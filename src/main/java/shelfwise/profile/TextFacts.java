package shelfwise.profile;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers what texts look like, each different text once with its number of rows. */
final class TextFacts {
    private static final int PATTERNS = 5_000, SHOWN = 20;

    private final Map<String, long[]> patterns = new HashMap<>();
    private final Map<String, long[]> dates = new HashMap<>();
    private long rows, lengths, min = Long.MAX_VALUE, max, blank, outer, numbers, pointZero, dated;

    void add(String text, long n) {
        int length = text.codePointCount(0, text.length());
        rows += n;
        lengths += n * length;
        min = Math.min(min, length);
        max = Math.max(max, length);
        if (text.isBlank()) blank += n;
        if (Shapes.outerBlank(text)) outer += n;
        if (Shapes.numberLike(text)) numbers += n;
        if (Shapes.pointZero(text)) pointZero += n;
        var date = Shapes.dateForm(text);
        if (date != null) {
            dated += n;
            count(dates, date.name(), n);
        }
        count(patterns, Shapes.pattern(text), n);
    }

    private static void count(Map<String, long[]> counts, String key, long n) {
        long[] count = counts.get(key);
        if (count != null) count[0] += n;
        else if (counts.size() < PATTERNS) counts.put(key, new long[] {n});
    }

    TextStats stats() {
        return new TextStats(rows == 0 ? 0 : min, rows == 0 ? Double.NaN : (double) lengths / rows, max, blank, outer, numbers, pointZero, dated,
                top(dates), top(patterns), patterns.size());
    }

    private static List<ValueCount> top(Map<String, long[]> counts) {
        return counts.entrySet().stream().map(e -> new ValueCount(e.getKey(), e.getValue()[0]))
                .sorted(Comparator.comparingLong(ValueCount::count).reversed().thenComparing(ValueCount::value)).limit(SHOWN).toList();
    }
}
