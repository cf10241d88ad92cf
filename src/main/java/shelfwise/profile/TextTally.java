package shelfwise.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shelfwise.base.Progress;
import shelfwise.data.Cells;
import shelfwise.data.TextCells;

/** Counts texts. */
final class TextTally extends Tally {
    private static final int UNREAD = -3, CHECK_EVERY = 1 << 14;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> values = new ArrayList<>();
    private final TextFacts facts = new TextFacts();

    TextTally(Budget budget, int limit) {
        super(budget, limit);
    }

    @Override void read(Cells cells, int[] index) {
        var texts = (TextCells) cells;
        int[] coded = new int[texts.dictionary().length]; // a dictionary may hold values that no row has: only those used are counted
        Arrays.fill(coded, UNREAD);
        for (int r = 0; r < texts.size(); r++) {
            int code = texts.codes()[r];
            if (code < 0) {
                index[r] = MISSING;
                continue;
            }
            if (coded[code] == UNREAD) coded[code] = number(texts.dictionary()[code]);
            index[r] = coded[code];
            if (index[r] == UNTRACKED) facts.add(texts.dictionary()[code], 1);
        }
    }

    private int number(String text) {
        Integer known = numbers.get(text);
        if (known != null) return known;
        if (!room()) {
            estimate(Mix.of(text));
            return UNTRACKED;
        }
        values.add(text);
        numbers.put(text, values.size() - 1);
        return values.size() - 1;
    }

    @Override long hash(int value) {
        return Mix.of(values.get(value));
    }

    @Override int tracked() {
        return values.size();
    }

    @Override String text(int value) {
        return values.get(value);
    }

    /** Ends the counting. */
    TextStats stats(Progress progress) {
        for (int i = 0; i < values.size(); i++) {
            if (i % CHECK_EVERY == 0) progress.check();
            facts.add(values.get(i), count(i));
        }
        return facts.stats();
    }

    /** Rows by the kind of their first character, and the different values with it; see {@link Shapes#first}. */
    Map<Character, long[]> firsts() {
        var firsts = new HashMap<Character, long[]>();
        for (int i = 0; i < values.size(); i++) {
            long[] counts = firsts.computeIfAbsent(Shapes.first(values.get(i)), _ -> new long[2]);
            counts[0] += count(i);
            counts[1]++;
        }
        return firsts;
    }

    /** The tracked texts, in order of first appearance. */
    List<String> values() {
        return values;
    }
}
