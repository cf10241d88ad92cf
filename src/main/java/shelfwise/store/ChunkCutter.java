package shelfwise.store;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import shelfwise.data.Cells;
import shelfwise.data.Chunk;
import shelfwise.data.DoubleCells;
import shelfwise.data.LongCells;
import shelfwise.data.Schema;
import shelfwise.data.TextCells;

/**
 * Joins and cuts chunks of any size into full ones, so that the same column is the same bytes however it came, and columns of
 * different tables can be read side by side.
 */
final class ChunkCutter {
    private final Column[] columns;
    private final Consumer<Chunk> full;
    private int rows;

    /** @param full gets each full chunk, and the last */
    ChunkCutter(Schema schema, Consumer<Chunk> full) {
        this.full = full;
        columns = schema.fields().stream().map(f -> switch (f.type()) {
            case INTEGER, TIME, BOOLEAN -> new Longs();
            case DECIMAL -> new Doubles();
            case TEXT -> new Texts();
        }).toArray(Column[]::new);
    }

    void add(Chunk chunk) {
        if (rows == 0 && chunk.rows() == Chunk.ROWS) {
            full.accept(chunk);
            return;
        }
        for (int from = 0; from < chunk.rows(); ) {
            int n = Math.min(chunk.rows() - from, Chunk.ROWS - rows);
            for (int c = 0; c < columns.length; c++) columns[c].add(chunk.columns().get(c), from, n, rows);
            rows += n;
            from += n;
            if (rows == Chunk.ROWS) end();
        }
    }

    /** Gives the rows that are left. */
    void end() {
        if (rows == 0) return;
        int n = rows;
        rows = 0;
        full.accept(new Chunk(n, Arrays.stream(columns).map(c -> c.take(n)).toList()));
    }

    /** The gathered values of one column. */
    private sealed interface Column {
        void add(Cells cells, int from, int n, int at);

        Cells take(int n);
    }

    private static final class Longs implements Column {
        private final long[] values = new long[Chunk.ROWS];

        @Override public void add(Cells cells, int from, int n, int at) {
            System.arraycopy(((LongCells) cells).values(), from, values, at, n);
        }

        @Override public Cells take(int n) {
            return new LongCells(Arrays.copyOf(values, n));
        }
    }

    private static final class Doubles implements Column {
        private final double[] values = new double[Chunk.ROWS];

        @Override public void add(Cells cells, int from, int n, int at) {
            System.arraycopy(((DoubleCells) cells).values(), from, values, at, n);
        }

        @Override public Cells take(int n) {
            return new DoubleCells(Arrays.copyOf(values, n));
        }
    }

    private static final class Texts implements Column {
        private final Map<String, Integer> words = new HashMap<>();
        private final int[] codes = new int[Chunk.ROWS];

        @Override public void add(Cells cells, int from, int n, int at) {
            var texts = (TextCells) cells;
            int[] known = new int[texts.dictionary().length]; // the word's number here, plus 1
            for (int i = 0; i < n; i++) {
                int code = texts.codes()[from + i];
                if (code >= 0 && known[code] == 0) {
                    Integer seen = words.putIfAbsent(texts.dictionary()[code], words.size());
                    known[code] = seen == null ? words.size() : seen + 1;
                }
                codes[at + i] = code < 0 ? -1 : known[code] - 1;
            }
        }

        @Override public Cells take(int n) {
            String[] dictionary = new String[words.size()];
            words.forEach((word, number) -> dictionary[number] = word);
            words.clear();
            return new TextCells(dictionary, Arrays.copyOf(codes, n));
        }
    }
}
