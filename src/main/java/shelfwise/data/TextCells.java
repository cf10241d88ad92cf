package shelfwise.data;

import java.util.Arrays;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/**
 * Text, coded by a dictionary of this chunk alone.
 *
 * @param dictionary different values, in order of first appearance; may hold values that no code uses
 * @param codes      for each row an index into the dictionary, or -1 for a missing value
 */
public record TextCells(String[] dictionary, int[] codes) implements Cells {
    /** Codes {@code values}; null is missing. */
    public static TextCells of(@Nullable String... values) {
        var seen = new HashMap<String, Integer>();
        int[] codes = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            String v = values[i];
            if (v == null) codes[i] = -1;
            else {
                Integer code = seen.putIfAbsent(v, seen.size());
                codes[i] = code == null ? seen.size() - 1 : code;
            }
        }
        String[] dictionary = new String[seen.size()];
        seen.forEach((v, c) -> dictionary[c] = v);
        return new TextCells(dictionary, codes);
    }

    @Override public int size() {
        return codes.length;
    }

    @Override public boolean missing(int row) {
        return codes[row] < 0;
    }

    /** The value; null if missing. */
    public @Nullable String value(int row) {
        return codes[row] < 0 ? null : dictionary[codes[row]];
    }

    @Override public String text(int row, ColumnType type) {
        return codes[row] < 0 ? "" : dictionary[codes[row]];
    }

    @Override public TextCells pick(int[] rows) {
        return new TextCells(dictionary, Arrays.stream(rows).map(r -> codes[r]).toArray());
    }

    @Override public TextCells part(int from, int to) {
        return new TextCells(dictionary, Arrays.copyOfRange(codes, from, to));
    }
}
