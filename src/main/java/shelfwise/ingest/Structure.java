package shelfwise.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import shelfwise.data.Role;

/**
 * Where a file's table begins.
 *
 * @param width  number of columns
 * @param header the record that holds the names; -1 for none
 * @param data   the first record of data
 */
record Structure(int width, int header, int data) {
    private static final int ROWS = 200;

    /**
     * @param chosenHeader whether the first record is a header, where the analyst said so
     * @param fromFirst    whether the table begins with the first record: the analyst said how many lines to skip
     */
    static Structure of(Sample sample, Optional<Boolean> chosenHeader, boolean fromFirst) {
        int usual = sample.usualWidth(), first = fromFirst ? 0 : first(sample, usual);
        boolean header = chosenHeader.orElseGet(() -> isHeader(sample, first));
        if (!header) return new Structure(usual, -1, 0);
        return new Structure(Math.max(usual, sample.rows().get(first).size()), first, first + 1);
    }

    /** The first record as wide as most: the narrower ones before it are titles. */
    private static int first(Sample sample, int usual) {
        int first = 0;
        while (sample.rows().get(first).size() != usual) first++;
        return first > 0 && nearHeader(sample, first, usual) ? first - 1 : first;
    }

    /** Whether the record before {@code first}, a little narrower, is a header: then each row has more cells than there are names. */
    private static boolean nearHeader(Sample sample, int first, int usual) {
        List<String> before = sample.rows().get(first - 1);
        return before.size() < usual && before.size() * 2 >= usual && before.stream().noneMatch(String::isBlank) && isHeader(sample, first - 1);
    }

    /**
     * Judges the record at {@code row} against those below it: a text above numbers or dates speaks for a header, a number there or a
     * text that comes again below speaks against it.
     */
    static boolean isHeader(Sample sample, int row) {
        List<String> names = sample.rows().get(row);
        double vote = 0;
        for (int c = 0; c < names.size(); c++) {
            String name = names.get(c).strip();
            if (name.isEmpty()) continue;
            int column = c;
            List<String> below = IntStream.range(row + 1, Math.min(sample.rows().size(), row + 1 + ROWS)).mapToObj(sample.rows()::get)
                    .filter(r -> r.size() > column).map(r -> r.get(column).strip()).filter(v -> !v.isEmpty()).toList();
            long values = below.stream().filter(Structure::isValue).count();
            boolean typed = !below.isEmpty() && values >= below.size() * 0.9;
            if (isValue(name)) vote -= typed ? 1.5 : 0.5;
            else if (typed) vote += 1;
            else if (below.contains(name)) vote -= 0.6;
            else if (NameRoles.guess(name).isPresent()) vote += 1;
            else if (name.length() <= 60 && (below.isEmpty() || distinctlyShorter(name, below))) vote += 0.2;
        }
        return vote > 0;
    }

    private static boolean distinctlyShorter(String name, List<String> below) {
        return below.stream().mapToInt(String::length).average().orElse(0) > name.length() * 1.5 || name.matches("[\\p{L}_][\\p{L}\\p{N}_ .%/()\\[\\]-]*");
    }

    private static boolean isValue(String text) {
        return ColumnScan.looksLikeValue(text);
    }

    /** Names without blanks and duplicates: a blank one becomes {@code column 8}, the second of two alike {@code name 2}. */
    static List<String> names(List<String> header, int width) {
        var names = new ArrayList<String>();
        Set<String> all = new HashSet<>(), used = new HashSet<>();
        for (String h : header) all.add(plain(h));
        for (int i = 0; i < width; i++) {
            String plain = i < header.size() ? plain(header.get(i)) : "", base = plain.isEmpty() ? "column " + (i + 1) : plain;
            String name = base;
            for (int n = 2; used.contains(name) || !name.equals(plain) && all.contains(name); n++) name = base + " " + n; // a name from the file goes first
            used.add(name);
            names.add(name);
        }
        return List.copyOf(names);
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }

    /** Whether a column of this role keeps its text, whatever it looks like. */
    static boolean keepsText(Role role) {
        return switch (role) {
            case USER, ITEM, SESSION, ORDER, QUERY, TITLE, DESCRIPTION, CATEGORY, IMAGE, COUNTRY, EVENT_TYPE -> true;
            case NONE, TIMESTAMP, RATING, QUANTITY, PRICE, POSITION, STOCK, FEATURE, WEIGHT -> false;
        };
    }
}
