package shelfwise.pipeline.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import shelfwise.data.Cells;
import shelfwise.data.Chunk;
import shelfwise.data.ColumnType;
import shelfwise.data.DoubleCells;
import shelfwise.data.LongCells;
import shelfwise.data.TextCells;

/** Works on columns of text: each different text of a chunk once, where the other values are the same in every row. */
final class Texts {
    /** Makes a String, Long, Double or Boolean of a text and further values, none of them missing; null for a missing value. */
    interface Rule {
        @Nullable Object apply(String text, Object[] rest);
    }

    private Texts() { }

    /** @param type what {@code rule} makes */
    static Part part(Part text, List<Part> rest, ColumnType type, Rule rule) {
        if (rest.stream().anyMatch(Part::nothing)) return Part.missing(type);
        if (rest.stream().allMatch(r -> r.constant().isPresent())) {
            Object[] values = rest.stream().map(r -> r.constant().orElseThrow()).toArray();
            return Part.of(type, chunk -> byWord((TextCells) text.kernel().on(chunk), values, type, rule));
        }
        return Part.of(type, chunk -> byRow(text, rest, type, rule, chunk));
    }

    private static Cells byWord(TextCells cells, Object[] rest, ColumnType type, Rule rule) {
        @Nullable Object[] made = new @Nullable Object[cells.dictionary().length];
        for (int k = 0; k < made.length; k++) made[k] = rule.apply(cells.dictionary()[k], rest);
        if (type == ColumnType.TEXT) return recoded(cells, made);
        var sink = new Sink(type, cells.size());
        for (int i = 0; i < cells.size(); i++) sink.set(i, cells.codes()[i] < 0 ? null : made[cells.codes()[i]]);
        return sink.cells();
    }

    /** Texts that have become equal share a code. */
    private static TextCells recoded(TextCells cells, @Nullable Object[] made) {
        var coding = new Coding();
        int[] newCode = new int[made.length];
        for (int k = 0; k < newCode.length; k++) newCode[k] = coding.code((String) made[k]);
        int[] codes = new int[cells.size()];
        for (int i = 0; i < codes.length; i++) codes[i] = cells.codes()[i] < 0 ? -1 : newCode[cells.codes()[i]];
        return new TextCells(coding.words(), codes);
    }

    private static Cells byRow(Part text, List<Part> rest, ColumnType type, Rule rule, Chunk chunk) {
        TextCells first = (TextCells) text.kernel().on(chunk);
        List<Cells> others = rest.stream().map(r -> r.kernel().on(chunk)).toList();
        var sink = new Sink(type, chunk.rows());
        Object[] values = new Object[others.size()];
        for (int i = 0; i < chunk.rows(); i++) {
            String word = first.value(i);
            boolean missing = word == null;
            for (int k = 0; k < values.length && !missing; k++) {
                missing = others.get(k).missing(i);
                if (!missing) values[k] = value(others.get(k), i);
            }
            sink.set(i, missing ? null : rule.apply(Objects.requireNonNull(word), values));
        }
        return sink.cells();
    }

    private static Object value(Cells cells, int row) {
        return switch (cells) {
            case LongCells c -> (Object) c.values()[row];
            case DoubleCells c -> c.values()[row];
            case TextCells c -> c.dictionary()[c.codes()[row]];
        };
    }

    /** Any values as the texts that are shown of them. */
    static Part shown(Part part) {
        if (part.nothing()) return Part.missing(ColumnType.TEXT);
        if (part.type() == ColumnType.TEXT) return part;
        return Part.of(ColumnType.TEXT, chunk -> {
            Cells cells = part.kernel().on(chunk);
            var sink = new Sink(ColumnType.TEXT, cells.size());
            for (int i = 0; i < cells.size(); i++) sink.set(i, cells.missing(i) ? null : cells.text(i, part.type()));
            return sink.cells();
        });
    }

    /** Gives texts their codes. */
    static final class Coding {
        private final Map<String, Integer> codes = new HashMap<>();
        private final List<String> words = new ArrayList<>();

        int code(@Nullable String word) {
            if (word == null) return -1;
            Integer known = codes.putIfAbsent(word, words.size());
            if (known == null) words.add(word);
            return known == null ? words.size() - 1 : known;
        }

        String[] words() {
            return words.toArray(String[]::new);
        }
    }

    /** Gathers values of one type, row by row. */
    private static final class Sink {
        private final ColumnType type;
        private final Coding coding = new Coding();
        private final int[] codes;
        private final long[] longs;
        private final double[] doubles;

        Sink(ColumnType type, int rows) {
            this.type = type;
            codes = new int[type == ColumnType.TEXT ? rows : 0];
            doubles = new double[type == ColumnType.DECIMAL ? rows : 0];
            longs = new long[codes.length + doubles.length == 0 ? rows : 0];
        }

        void set(int row, @Nullable Object value) {
            switch (type) {
                case TEXT -> codes[row] = coding.code((String) value);
                case DECIMAL -> doubles[row] = value == null ? Double.NaN : (Double) value;
                case INTEGER, TIME -> longs[row] = value == null ? LongCells.MISSING : (Long) value;
                case BOOLEAN -> longs[row] = value == null ? LongCells.MISSING : Numbers.flag((Boolean) value);
            }
        }

        Cells cells() {
            return switch (type) {
                case TEXT -> new TextCells(coding.words(), codes);
                case DECIMAL -> new DoubleCells(doubles);
                case INTEGER, TIME, BOOLEAN -> new LongCells(longs);
            };
        }
    }
}
