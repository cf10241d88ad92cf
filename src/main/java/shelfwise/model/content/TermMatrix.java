package shelfwise.model.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shelfwise.base.Progress;
import shelfwise.data.Sparse;

/**
 * The texts of items as TF-IDF vectors of length 1.
 *
 * <p>weight(term, item) = tf · (1 + ln((1 + N) / (1 + df))), then L2 (Salton, Buckley 1988; the idf smoothed as scikit-learn's
 * TfidfTransformer does), with tf the times a term comes in an item, or 1 + ln of it (sublinear: Manning, Raghavan, Schütze 2008,
 * 6.4.1), N the items with text and df those with the term.
 *
 * @param terms   by number, in order of first appearance
 * @param weights items x terms, CSR, rows of length 1, empty for items without text
 */
record TermMatrix(List<String> terms, Sparse weights) {
    /** @param fewest terms of fewer items are left out */
    static TermMatrix of(String[] texts, boolean sublinear, int fewest, Progress progress) {
        var numbers = new HashMap<String, Integer>();
        var terms = new ArrayList<String>();
        int[] item = new int[1024], term = new int[1024];
        int n = 0;
        var found = new ArrayList<Integer>();
        for (int i = 0; i < texts.length; i++) {
            if (i % 256 == 0) progress.at(i, texts.length);
            found.clear();
            Tokens.each(texts[i], word -> {
                Integer known = numbers.putIfAbsent(word, terms.size());
                found.add(known == null ? terms.size() : known);
                if (known == null) terms.add(word);
            });
            if (n + found.size() > item.length) {
                int larger = Math.max(2 * item.length, n + found.size());
                item = Arrays.copyOf(item, larger);
                term = Arrays.copyOf(term, larger);
            }
            for (int t : found) {
                item[n] = i;
                term[n++] = t;
            }
        }
        float[] once = new float[n];
        Arrays.fill(once, 1);
        return weigh(terms, Sparse.of(texts.length, terms.size(), Arrays.copyOf(item, n), Arrays.copyOf(term, n), once), sublinear, fewest);
    }

    private static TermMatrix weigh(List<String> terms, Sparse counts, boolean sublinear, int fewest) {
        int[] frequency = new int[terms.size()];
        for (int t : counts.column()) frequency[t]++;
        int withText = 0;
        for (int i = 0; i < counts.rows(); i++) if (counts.count(i) > 0) withText++;
        var kept = new ArrayList<String>();
        int[] number = new int[frequency.length];
        for (int t = 0; t < number.length; t++) {
            number[t] = frequency[t] >= fewest ? kept.size() : -1;
            if (number[t] >= 0) kept.add(terms.get(t));
        }
        int[] start = new int[counts.rows() + 1], column = new int[counts.entries()];
        float[] value = new float[counts.entries()];
        int n = 0;
        for (int i = 0; i < counts.rows(); i++) {
            double squares = 0;
            for (int e = counts.start()[i]; e < counts.start()[i + 1]; e++) {
                int t = counts.column()[e];
                if (number[t] < 0) continue;
                double tf = sublinear ? 1 + Math.log(counts.value()[e]) : counts.value()[e];
                double weight = tf * (1 + Math.log((1.0 + withText) / (1 + frequency[t])));
                squares += weight * weight;
                column[n] = number[t];
                value[n++] = (float) weight;
            }
            for (int e = start[i]; e < n; e++) value[e] = (float) (value[e] / Math.sqrt(squares));
            start[i + 1] = n;
        }
        return new TermMatrix(List.copyOf(kept), new Sparse(counts.rows(), kept.size(), start, Arrays.copyOf(column, n), Arrays.copyOf(value, n)));
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
}
