package shelfwise.pipeline.expression;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Guesses which name was meant. */
final class Near {
    private Near() { }

    /** The name that differs by least, if that is little: by case and blanks alone, or by a third of its letters at most. */
    static Optional<String> to(String name, List<String> names) {
        return names.stream().filter(n -> distance(plain(name), plain(n)) <= (Math.max(name.length(), n.length()) + 1) / 3)
                .min(Comparator.comparingInt(n -> distance(plain(name), plain(n))));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
