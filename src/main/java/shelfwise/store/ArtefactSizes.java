package shelfwise.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What each artefact takes in the store. Columns that several share count once, and those that an asset has as well not at all: they would
 * stay anyway.
 *
 * @param entries the one that was not used for the longest time first
 * @param columns of each table; those of the assets' tables are left out
 * @param bytes   of each column
 */
record ArtefactSizes(List<Entry> entries, Map<Long, List<Long>> columns, Map<Long, Long> bytes) {
    /** @param bytes of its facts, without its tables */
    record Entry(String key, Instant used, long bytes, List<Long> tables) {
        Entry {
            tables = List.copyOf(tables);
        }
    }

    private static final Comparator<Entry> OLDEST_FIRST = Comparator.comparing(Entry::used).thenComparing(Entry::key);

    ArtefactSizes {
        entries = entries.stream().sorted(OLDEST_FIRST).toList();
    }

    static ArtefactSizes read(Connection c) throws SQLException {
        var tables = new HashMap<String, List<Long>>();
        Tables.each(c, "SELECT artefact_key, table_id FROM artefact_part", row -> tables.computeIfAbsent(row.getString(1), _ -> new ArrayList<>()).add(row.getLong(2)));
        var entries = new ArrayList<Entry>();
        Tables.each(c, "SELECT artefact_key, used, bytes FROM artefact", row -> entries.add(
                new Entry(row.getString(1), row.getObject(2, Instant.class), row.getLong(3), tables.getOrDefault(row.getString(1), List.of()))));
        var ofAssets = new HashSet<Long>();
        Tables.each(c, "SELECT DISTINCT f.column_id FROM table_column f JOIN asset_version v ON v.table_id = f.table_id", row -> ofAssets.add(row.getLong(1)));
        var columns = new HashMap<Long, List<Long>>();
        Tables.each(c, "SELECT table_id, column_id FROM table_column", row -> {
            if (!ofAssets.contains(row.getLong(2))) columns.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>()).add(row.getLong(2));
        });
        var bytes = new HashMap<Long, Long>();
        Tables.each(c, "SELECT id, bytes FROM stored_column", row -> bytes.put(row.getLong(1), row.getLong(2)));
        return new ArtefactSizes(entries, columns, bytes);
    }

    /** What those that {@code which} says take together. */
    long bytes(Predicate<String> which) {
        var counted = new HashSet<Long>();
        long sum = 0;
        for (Entry e : entries) {
            if (!which.test(e.key())) continue;
            sum += e.bytes();
            for (long column : columns(e)) if (counted.add(column)) sum += bytes.getOrDefault(column, 0L);
        }
        return sum;
    }

    private Set<Long> columns(Entry entry) {
        var all = new HashSet<Long>();
        for (long table : entry.tables()) all.addAll(columns.getOrDefault(table, List.of()));
        return all;
    }

    /** Those that must go so that no more than {@code target} bytes are left, with what each one's going frees; all that may go if that is not enough. */
    Map<Entry, Long> victims(long target, Predicate<String> stays) {
        var readers = new HashMap<Long, Integer>();
        for (Entry e : entries) for (long column : columns(e)) readers.merge(column, 1, Integer::sum);
        long left = bytes(_ -> true);
        var found = new LinkedHashMap<Entry, Long>();
        for (Entry e : entries) {
            if (left <= target) break;
            if (stays.test(e.key())) continue;
            long freed = e.bytes();
            for (long column : columns(e)) if (readers.merge(column, -1, Integer::sum) == 0) freed += bytes.getOrDefault(column, 0L);
            left -= freed;
            found.put(e, freed);
        }
        return found;
    }
}
