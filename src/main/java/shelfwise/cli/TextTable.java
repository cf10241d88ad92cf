package shelfwise.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of text under headings, in columns as wide as their widest cell. Chinese characters count twice. */
final class TextTable {
    private static final int GAP = 2;

    private record Column(String heading, boolean right, int widest) { }

    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    TextTable left(String heading) {
        return left(heading, Integer.MAX_VALUE);
    }

    /** @param widest longer texts are cut */
    TextTable left(String heading, int widest) {
        columns.add(new Column(heading, false, widest));
        return this;
    }

    TextTable right(String heading) {
        columns.add(new Column(heading, true, Integer.MAX_VALUE));
        return this;
    }

    TextTable row(@Nullable String... cells) {
        var row = new ArrayList<String>();
        for (int i = 0; i < columns.size(); i++) {
            @Nullable String cell = i < cells.length ? cells[i] : null;
            row.add(cell == null ? "" : cut(oneLine(cell), columns.get(i).widest()));
        }
        rows.add(row);
        return this;
    }

    boolean empty() {
        return rows.isEmpty();
    }

    /** Prints the table; columns that do not fit into {@code width} follow below, after the first column again. */
    void print(PrintStream out, int width) {
        int[] widths = widths();
        int from = 1;
        do {
            int to = fitting(widths, from, width);
            if (from > 1) out.println();
            print(out, widths, from, to);
            from = to;
        } while (from < columns.size());
    }

    private int fitting(int[] widths, int from, int width) {
        int used = widths[0], to = from;
        while (to < columns.size() && (to == from || used + GAP + widths[to] <= width)) used += GAP + widths[to++];
        return to;
    }

    private void print(PrintStream out, int[] widths, int from, int to) {
        line(out, columns.stream().map(Column::heading).toList(), widths, from, to);
        line(out, Arrays.stream(widths).mapToObj("─"::repeat).toList(), widths, from, to);
        for (List<String> row : rows) line(out, row, widths, from, to);
    }

    private void line(PrintStream out, List<String> cells, int[] widths, int from, int to) {
        var line = new StringBuilder(padded(cells, widths, 0));
        for (int i = from; i < to; i++) line.append(" ".repeat(GAP)).append(padded(cells, widths, i));
        out.println(line.toString().stripTrailing());
    }

    private String padded(List<String> cells, int[] widths, int i) {
        String pad = " ".repeat(widths[i] - width(cells.get(i)));
        return columns.get(i).right() ? pad + cells.get(i) : cells.get(i) + pad;
    }

    private int[] widths() {
        int[] widths = columns.stream().mapToInt(c -> width(c.heading())).toArray();
        for (List<String> row : rows) for (int i = 0; i < widths.length; i++) widths[i] = Math.max(widths[i], width(row.get(i)));
        return widths;
    }

    /** The columns of a terminal that {@code text} takes. */
    static int width(String text) {
        return text.codePoints().map(TextTable::width).sum();
    }

    private static int width(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) return 0;
        boolean wide = character >= 0x1100 && character <= 0x115F || character >= 0x2E80 && character <= 0xA4CF || character >= 0xAC00 && character <= 0xD7A3
                || character >= 0xF900 && character <= 0xFAFF || character >= 0xFE30 && character <= 0xFE6F || character >= 0xFF00 && character <= 0xFF60
                || character >= 0xFFE0 && character <= 0xFFE6 || character >= 0x1F300 && character <= 0x1FAFF || character >= 0x20000 && character <= 0x3FFFD;
        return wide ? 2 : 1;
    }

    /** The beginning of {@code text}, ended by … if it takes more than {@code widest} columns. */
    static String cut(String text, int widest) {
        if (width(text) <= widest) return text;
        var kept = new StringBuilder();
        int used = 1;
        for (int c : text.codePoints().toArray()) {
            used += width(c);
            if (used > widest) break;
            kept.appendCodePoint(c);
        }
        return kept.append('…').toString();
    }

    /** Line ends and other control characters would break the table, or the terminal. */
    private static String oneLine(String text) {
        return text.codePoints().map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
