package shelfwise.ui.kit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import shelfwise.data.Chunk;
import shelfwise.data.Table;

/** The pages of a table seen last; fetches those that are missing, each once. On the UI thread. */
final class Pages {
    /** A row of a chunk. */
    record Spot(Chunk chunk, int row) { }

    static final int ROWS = 2_048;
    private static final int KEPT = 12;
    private final Table table;
    private final DataTable.Fetcher fetcher;
    private final Runnable changed;
    private final Set<Long> asked = new HashSet<>();
    private final Map<Long, List<Chunk>> pages = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override protected boolean removeEldestEntry(Map.Entry<Long, List<Chunk>> eldest) {
            return size() > KEPT;
        }
    };

    Pages(Table table, DataTable.Fetcher fetcher, Runnable changed) {
        this.table = table;
        this.fetcher = fetcher;
        this.changed = changed;
    }

    /** Where {@code row} lies, if its page is here; else that is fetched and {@code changed} runs. */
    Optional<Spot> at(long row) {
        long page = row / ROWS;
        List<Chunk> known = pages.get(page);
        if (known == null && asked.add(page)) {
            fetcher.fetch(table, page * ROWS, Math.min(table.rows(), (page + 1) * ROWS), rows -> keep(page, rows));
            known = pages.get(page); // a fetcher without a thread of its own has answered by now
        }
        if (known == null) return Optional.empty();
        int rest = (int) (row % ROWS);
        for (Chunk chunk : known) {
            if (rest < chunk.rows()) return Optional.of(new Spot(chunk, rest));
            rest -= chunk.rows();
        }
        return Optional.empty();
    }

    private void keep(long page, Table rows) {
        asked.remove(page);
        var chunks = new ArrayList<Chunk>();
        rows.scan(chunks::add);
        pages.put(page, List.copyOf(chunks));
        changed.run();
    }
}
