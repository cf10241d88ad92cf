package shelfwise.model.rerank;

import java.util.Arrays;
import java.util.Map;
import shelfwise.data.Table;
import shelfwise.model.Asked;
import shelfwise.model.Categories;

/**
 * Explicit query aspect diversification with categories as aspects (Santos, Macdonald, Ounis 2010; Vargas, Castells 2011):
 * gain(i) = (1 − d)·P(i|u) + d·Σ over categories c of P(c|u)·P(i|c)·Π over the items j above of (1 − P(j|c)). P(c|u) is the share of c in
 * the history (the same for every category of the pool if none is known), P(i|u) the relevance as a share of that of the pool, P(i|c)
 * that of the items of c in the pool, 0 for others.
 */
record Xquad(double strength, Categories categories) implements Aim {
    @Override public String operator() {
        return "rerank.xquad";
    }

    @Override public String moved() {
        return "rerank.why.xquad";
    }

    @Override public Picker picker(Asked asked, Pool pool) {
        double[] relevance = pool.relevance(), ofCategory = new double[categories.size()], open = new double[categories.size()];
        Arrays.fill(open, 1);
        double all = 0;
        for (int p = 0; p < relevance.length; p++) {
            all += relevance[p];
            int c = category(pool, p);
            if (c >= 0) ofCategory[c] += relevance[p];
        }
        double total = all;
        double[] wanted = wanted(asked, pool);
        return new Picker() {
            private double within(int place) {
                int c = category(pool, place);
                return c < 0 || ofCategory[c] == 0 ? 0 : relevance[place] / ofCategory[c];
            }

            @Override public double gain(int place) {
                int c = category(pool, place);
                double relevant = total == 0 ? 0 : relevance[place] / total;
                return (1 - strength) * relevant + (c < 0 ? 0 : strength * wanted[c] * within(place) * open[c]);
            }

            @Override public void take(int place) {
                int c = category(pool, place);
                if (c >= 0) open[c] *= 1 - within(place);
            }
        };
    }

    private int category(Pool pool, int place) {
        return categories.of()[pool.item()[place]];
    }

    private double[] wanted(Asked asked, Pool pool) {
        Taste taste = Taste.of(asked, categories);
        if (taste.known()) return taste.share();
        double[] same = new double[categories.size()];
        for (int p = 0; p < pool.size(); p++) if (category(pool, p) >= 0) same[category(pool, p)] = 1;
        double n = Arrays.stream(same).sum();
        for (int c = 0; n > 0 && c < same.length; c++) same[c] /= n;
        return same;
    }

    @Override public Map<String, String> facts() {
        return Map.of("aim.strength", Double.toString(strength));
    }

    @Override public Map<String, Table> parts() {
        return categories.parts();
    }
}
