package shelfwise.ingest;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds how fields are told apart: each likely dialect reads the sample, and the one wins whose records have the same number of fields
 * most often, with cells that hold no other delimiter.
 */
final class Dialects {
    private static final List<String> DELIMITERS = List.of(",", "\t", ";", "|", "::");
    private static final int RECORDS = 500;
    /** Records of one width below this share are chance: then the file has one column. */
    private static final double ENOUGH = 0.7;
    private static final double PLAIN = 0.1;

    private Dialects() { }

    /** @param skipLines lines to leave out, as chosen by the analyst */
    static Dialect detect(String sample, ImportOptions options, int skipLines) {
        Dialect best = new Dialect(options.delimiterText().orElse(","), options.quote().map(Dialects::mark).orElse('"'),
                options.escape().map(Dialects::mark).orElse('\0'));
        double bestScore = 0;
        for (Dialect dialect : candidates(sample, options)) {
            double score = score(sample, dialect, skipLines) - (dialect.quote() == 0 ? 0.005 : 0) - (dialect.escape() == 0 ? 0 : 0.001);
            if (score > bestScore) {
                bestScore = score;
                best = dialect;
            }
        }
        return bestScore < ENOUGH * 0.5 && options.delimiter().isEmpty() && spaced(sample, skipLines) ? new Dialect(" ", '"', '\0') : best;
    }

    private static List<Dialect> candidates(String sample, ImportOptions options) {
        var all = new ArrayList<Dialect>();
        for (String delimiter : options.delimiterText().map(List::of).orElse(DELIMITERS)) {
            if (!sample.contains(delimiter)) continue;
            boolean escapes = !delimiter.isEmpty() && sample.contains("\\" + delimiter) || sample.contains("\\\"");
            for (char quote : options.quote().map(q -> new char[] {mark(q)}).orElse(quotes(sample, delimiter))) {
                for (char escape : options.escape().map(e -> new char[] {mark(e)}).orElse(escapes ? new char[] {'\0', '\\'} : new char[] {'\0'})) {
                    all.add(new Dialect(delimiter, quote, escape));
                }
            }
        }
        return all;
    }

    /** Files with a delimiter of several characters hardly ever quote. */
    private static char[] quotes(String sample, String delimiter) {
        if (delimiter.length() > 1) return new char[] {'\0'};
        return sample.indexOf('"') < 0 ? new char[] {'"'} : new char[] {'"', '\0'};
    }

    private static char mark(String word) {
        return word.equals("none") ? '\0' : word.charAt(0);
    }

    private static double score(String sample, Dialect dialect, int skipLines) {
        Sample records = Sample.of(TextRows.of(sample, dialect, skipLines), RECORDS);
        int width = records.usualWidth();
        double share = records.share(width);
        long lines = sample.lines().count();
        if (records.broken() > 0 && records.broken() < lines / 2) return 0; // a quote swallows most of the sample
        if (width < 2 || share < ENOUGH) return PLAIN;
        long cells = 0, clean = 0;
        for (List<String> row : records.rows()) {
            for (String cell : row) {
                cells++;
                if (!holdsOther(cell, dialect.delimiter())) clean++;
            }
        }
        return share * (0.7 + 0.3 * clean / cells) + Math.min(width, 100) * 1e-5;
    }

    /** Whether a short cell without blanks, so hardly prose, still holds another delimiter. */
    private static boolean holdsOther(String cell, String delimiter) {
        if (cell.length() > 200) return false;
        for (String other : DELIMITERS) {
            boolean number = other.equals(",") && !cell.contains(";");
            if (!other.equals(delimiter) && !delimiter.contains(other) && !number && cell.contains(other)) return true;
        }
        return false;
    }

    /** Whether blanks part every line into the same number of words without letters: pairs of ids. */
    private static boolean spaced(String sample, int skipLines) {
        Sample records = Sample.of(TextRows.of(sample, new Dialect(" ", '\0', '\0'), skipLines), RECORDS);
        int width = records.usualWidth();
        return width > 1 && records.share(width) == 1 && records.rows().stream().flatMap(List::stream)
                .noneMatch(cell -> cell.isEmpty() || cell.chars().anyMatch(Character::isLetter));
    }
}
