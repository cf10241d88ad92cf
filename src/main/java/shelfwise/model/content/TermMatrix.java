package shelfwise.model.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shelfwise.base.Progress;
import shelfwise.data.Sparse;
import shelfwise.pipeline.Volume;

/**
 * The texts and attributes of items as weighted terms, vectors of length 1. A term is a word or a whole value of a column.
 *
 * <p>TF-IDF: weight(term, item) = tf · (1 + ln((1 + N) / (1 + df))), then L2 (Salton, Buckley 1988; the idf smoothed as scikit-learn's
 * TfidfTransformer does), with tf the times a term comes in an item, or 1 + ln of it (sublinear: Manning, Raghavan, Schütze 2008,
 * 6.4.1), N the items with a term and df those with this one. BM25: tf · (k1 + 1) / (tf + k1 · (1 − b + b · length / mean length)) ·
 * ln(1 + (N − df + ½) / (df + ½)), k1 = 1.2, b = 0.75, then L2 (Robertson, Zaragoza 2009). A whole value has tf 1 and a factor of its own.
 *
 * @param terms   by number, in order of first appearance
 * @param weights items x terms, CSR, rows of length 1, empty for items without text
 */
public record TermMatrix(List<String> terms, Sparse weights) {
    /** Words of a text that memory is reckoned with before it is read. */
    private static final long WORDS = 10;
    /** Bytes of a catalogue's cell as it is kept; of a word as text, counted and weighed; of a term with its number. */
    private static final int CELL = 24, WORD = 40, TERM = 120;

    /** How many terms so many texts are likely to have: Heaps' law, M = 44 · T^0.49 (Manning, Raghavan, Schütze 2008, 5.1.1), T words in all. */
    static long likelyTerms(long items) {
        return Math.round(44 * Math.pow(WORDS * items, 0.49));
    }

    /** What the words of a catalogue take, about: its cells as text, {@link #WORDS} words each, and each word's place and weight. */
    static long likelyBytes(Volume catalogue) {
        long words = WORDS * catalogue.bytes() / CELL;
        return words * WORD + likelyTerms(catalogue.items()) * TERM;
    }

    static TermMatrix of(String[] texts, boolean sublinear, int fewest, Progress progress) {
        return of(new Texts(texts, java.util.Collections.nCopies(texts.length, List.of())), TermWeights.words(sublinear, fewest), progress);
    }

    /** Of texts and values, weighed. */
    public static TermMatrix of(Texts texts, TermWeights weights, Progress progress) {
        return new Counts(texts, progress).weigh(weights);
    }

    /** Which terms come in which items. */
    private static final class Counts {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> terms = new ArrayList<>();
        private final List<Boolean> whole = new ArrayList<>();
        private final Sparse times;
        private int[] item = new int[1024], term = new int[1024];
        private int n;

        Counts(Texts texts, Progress progress) {
            int items = texts.words().length;
            for (int i = 0; i < items; i++) {
                if (i % 256 == 0) progress.at(i, items);
                int at = i;
                Tokens.each(texts.words()[i], word -> add(at, word, false));
                for (String value : texts.values().get(i)) add(at, value, true);
            }
            float[] once = new float[n];
            Arrays.fill(once, 1);
            times = Sparse.of(items, terms.size(), Arrays.copyOf(item, n), Arrays.copyOf(term, n), once);
        }

        /** Words hold letters and digits only, so that none is like a value, which has a colon. */
        private void add(int i, String name, boolean value) {
            Integer known = numbers.putIfAbsent(name, terms.size());
            if (known == null) {
                terms.add(name);
                whole.add(value);
            }
            if (n == item.length) {
                item = Arrays.copyOf(item, 2 * n);
                term = Arrays.copyOf(term, 2 * n);
            }
            item[n] = i;
            term[n++] = known == null ? terms.size() - 1 : known;
        }

        TermMatrix weigh(TermWeights weights) {
            int[] holding = new int[terms.size()], number = new int[holding.length];
            for (int t : times.column()) holding[t]++;
            var kept = new ArrayList<String>();
            for (int t = 0; t < number.length; t++) {
                number[t] = holding[t] >= weights.fewest() && (!whole.get(t) || weights.whole() > 0) ? kept.size() : -1;
                if (number[t] >= 0) kept.add(terms.get(t));
            }
            double[] length = lengths();
            int known = 0;
            for (int i = 0; i < times.rows(); i++) if (times.count(i) > 0) known++;
            int[] start = new int[times.rows() + 1], column = new int[times.entries()];
            float[] value = new float[times.entries()];
            int kept0 = 0;
            for (int i = 0; i < times.rows(); i++) {
                double squares = 0;
                for (int e = times.start()[i]; e < times.start()[i + 1]; e++) {
                    int t = times.column()[e];
                    if (number[t] < 0) continue;
                    double w = whole.get(t) ? weights.value(known, holding[t]) : weights.word(times.value()[e], length[i], known, holding[t]);
                    squares += w * w;
                    column[kept0] = number[t];
                    value[kept0++] = (float) w;
                }
                for (int e = start[i]; e < kept0; e++) value[e] = (float) (value[e] / Math.sqrt(squares));
                start[i + 1] = kept0;
            }
            return new TermMatrix(List.copyOf(kept), new Sparse(times.rows(), kept.size(), start, Arrays.copyOf(column, kept0), Arrays.copyOf(value, kept0)));
        }

        /** Words of each item, as a share of the mean of items with words. */
        private double[] lengths() {
            double[] length = new double[times.rows()];
            double all = 0;
            int some = 0;
            for (int i = 0; i < length.length; i++) {
                for (int e = times.start()[i]; e < times.start()[i + 1]; e++) if (!whole.get(times.column()[e])) length[i] += times.value()[e];
                all += length[i];
                if (length[i] > 0) some++;
            }
            for (int i = 0; i < length.length; i++) if (length[i] > 0) length[i] = length[i] * some / all;
            return length;
        }
    }

    /** Products of the terms that two items have in common, by term; they add up to the items' cosine. */
    Map<String, Double> common(int a, int b) {
        var products = new HashMap<String, Double>();
        for (int e = weights.start()[a]; e < weights.start()[a + 1]; e++) {
            float other = weights.at(b, weights.column()[e]);
            if (other != 0) products.put(terms.get(weights.column()[e]), (double) weights.value()[e] * other);
        }
        return products;
    }

    /** Σ of the products of the terms in common. Cost: O(terms of both). */
    double cosine(int a, int b) {
        int i = weights.start()[a], j = weights.start()[b];
        double sum = 0;
        while (i < weights.start()[a + 1] && j < weights.start()[b + 1]) {
            int difference = Integer.compare(weights.column()[i], weights.column()[j]);
            if (difference == 0) sum += (double) weights.value()[i] * weights.value()[j];
            if (difference <= 0) i++;
            if (difference >= 0) j++;
        }
        return sum;
    }
}
