package shelfwise.ui.kit;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Finds entries by some of their letters in order: "osi" finds "Open similarity". */
public final class Fuzzy {
    private static final int START = 8, RUN = 4, FOUND = 1;

    private Fuzzy() { }

    /** The entries whose text matches {@code wanted}, the best first, equals in their order; all of them if it is blank. */
    public static <T> List<T> search(List<T> entries, Function<T, String> text, String wanted) {
        if (wanted.isBlank()) return entries;
        record Hit<T>(T entry, int score) { }
        return entries.stream().map(e -> new Hit<>(e, score(text.apply(e), wanted))).filter(h -> h.score > 0)
                .sorted(Comparator.comparingInt(h -> -h.score)).map(Hit::entry).toList();
    }

    /** 0 if the letters of {@code wanted} are not in {@code text} in order; else more for starts of words and for letters in a row. */
    static int score(String text, String wanted) {
        String in = text.toLowerCase(Locale.ROOT), letters = wanted.toLowerCase(Locale.ROOT).strip();
        int whole = in.indexOf(letters);
        if (whole >= 0) return 1_000 * letters.length() - in.length() + (starts(in, whole) ? 500 : 0);
        int score = 0, from = 0, last = -2;
        for (int i = 0; i < letters.length(); i++) {
            if (letters.charAt(i) == ' ') continue;
            int at = best(in, letters.charAt(i), from, last);
            if (at < 0) return 0;
            score += starts(in, at) ? START : at == last + 1 ? RUN : FOUND;
            last = at;
            from = at + 1;
        }
        return score;
    }

    /** The next letter in a row, else the next start of a word, else any. */
    private static int best(String in, char letter, int from, int last) {
        if (last >= 0 && from < in.length() && in.charAt(from) == letter) return from;
        for (int at = in.indexOf(letter, from); at >= 0; at = in.indexOf(letter, at + 1)) if (starts(in, at)) return at;
        return in.indexOf(letter, from);
    }

    private static boolean starts(String in, int at) {
        return at == 0 || !Character.isLetterOrDigit(in.charAt(at - 1));
    }
}
