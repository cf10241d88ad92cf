package shelfwise.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shelfwise.base.Progress;

/**
 * The first records of a file as texts.
 *
 * @param rows   the fields of each record
 * @param lines  the line on which each begins
 * @param broken the first line whose quote does not close in the sample; 0 if there is none. The sample ends before it.
 */
record Sample(List<List<String>> rows, List<Long> lines, long broken) {
    static Sample of(RowSource source, int limit) {
        var rows = new ArrayList<List<String>>();
        var lines = new ArrayList<Long>();
        var broken = new long[1];
        source.read(new RowSource.RowVisitor() {
            @Override public boolean row(Row row) {
                var fields = new ArrayList<String>(row.fields());
                for (int i = 0; i < row.fields(); i++) fields.add(row.text(i));
                rows.add(fields);
                lines.add(row.line());
                return rows.size() < limit;
            }

            @Override public boolean broken(long line, String firstLine) {
                broken[0] = line;
                return false;
            }
        }, Progress.NONE);
        return new Sample(rows, lines, broken[0]);
    }

    /** The number of fields that most records have; the larger of two equally frequent. */
    int usualWidth() {
        Map<Integer, Integer> counts = new HashMap<>();
        for (List<String> row : rows) counts.merge(row.size(), 1, Integer::sum);
        return counts.entrySet().stream().max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey).orElse(0);
    }

    /** The share of records with {@code width} fields; the first may have fewer names than there are cells. */
    double share(int width) {
        if (rows.isEmpty()) return 0;
        int names = rows.getFirst().size() < width && rows.getFirst().size() * 2 >= width && rows.size() > 2 ? 1 : 0;
        return (double) rows.stream().skip(names).filter(r -> r.size() == width).count() / (rows.size() - names);
    }

    Sample from(int record) {
        return new Sample(rows.subList(record, rows.size()), lines.subList(record, lines.size()), broken);
    }

    /** The texts of one column; a record that is too short has none. */
    List<String> column(int column) {
        return rows.stream().filter(r -> r.size() > column).map(r -> r.get(column)).toList();
    }
}
