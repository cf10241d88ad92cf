package shelfwise.model.words;

import java.util.Arrays;
import java.util.List;

/**
 * Sentences of words, or visits of items, as numbers one after the other.
 *
 * @param words different ones
 * @param word  of each place
 * @param start sentence s has the places {@code start[s]} to {@code start[s + 1]}
 */
record Corpus(int words, int[] word, int[] start) {
    static Corpus of(int words, List<int[]> sentences) {
        int[] start = new int[sentences.size() + 1];
        for (int s = 0; s < sentences.size(); s++) start[s + 1] = start[s] + sentences.get(s).length;
        int[] word = new int[start[sentences.size()]];
        for (int s = 0; s < sentences.size(); s++) System.arraycopy(sentences.get(s), 0, word, start[s], sentences.get(s).length);
        return new Corpus(words, word, start);
    }

    /** How often each word comes. */
    int[] counts() {
        int[] count = new int[words];
        for (int w : word) count[w]++;
        return count;
    }

    /** Without words that come fewer times; the numbers of the others stay. */
    Corpus atLeast(int fewest) {
        int[] count = counts(), kept = new int[word.length], from = new int[start.length];
        int n = 0;
        for (int s = 0; s + 1 < start.length; s++) {
            for (int k = start[s]; k < start[s + 1]; k++) if (count[word[k]] >= fewest) kept[n++] = word[k];
            from[s + 1] = n;
        }
        return new Corpus(words, Arrays.copyOf(kept, n), from);
    }
}
