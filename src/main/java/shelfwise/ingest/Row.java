package shelfwise.ingest;

import java.util.Arrays;

/** One record of a file as text: its fields lie one after another in one array that is used again for later rows. */
final class Row {
    private char[] chars = new char[256];
    private int[] ends = new int[16];
    private int fields;
    private long line;
    private boolean lastQuoted;

    void begin(long startLine) {
        line = startLine;
        fields = 0;
        lastQuoted = false;
    }

    void add(char[] source, int offset, int length, boolean quoted) {
        int from = room(length);
        System.arraycopy(source, offset, chars, from, length);
        end(from + length, quoted);
    }

    void add(String text) {
        int from = room(text.length());
        text.getChars(0, text.length(), chars, from);
        end(from + text.length(), false);
    }

    private int room(int length) {
        int from = fields == 0 ? 0 : ends[fields - 1];
        if (from + length > chars.length) chars = Arrays.copyOf(chars, Math.max(chars.length * 2, from + length));
        if (fields == ends.length) ends = Arrays.copyOf(ends, fields * 2);
        return from;
    }

    private void end(int at, boolean quoted) {
        ends[fields++] = at;
        lastQuoted = quoted;
    }

    /** The physical line (of a sheet: the row) on which it begins, from 1. */
    long line() {
        return line;
    }

    int fields() {
        return fields;
    }

    boolean lastQuoted() {
        return lastQuoted;
    }

    char[] chars() {
        return chars;
    }

    int from(int field) {
        return field == 0 ? 0 : ends[field - 1];
    }

    int to(int field) {
        return ends[field];
    }

    String text(int field) {
        return new String(chars, from(field), to(field) - from(field));
    }

    /** Whether all fields from {@code field} on are blank. */
    boolean blankFrom(int field) {
        for (int i = field < fields ? from(field) : fields == 0 ? 0 : ends[fields - 1]; fields > 0 && i < ends[fields - 1]; i++) {
            if (!Missing.isSpace(chars[i])) return false;
        }
        return true;
    }

    /** The fields joined again, cut to {@code limit} characters: what the analyst sees of a rejected row. */
    String joined(String delimiter, int limit) {
        var text = new StringBuilder();
        for (int i = 0; i < fields && text.length() < limit; i++) {
            if (i > 0) text.append(delimiter);
            text.append(chars, from(i), Math.min(to(i) - from(i), limit));
        }
        if (text.length() > limit) text.setLength(limit);
        return text.toString();
    }
}
