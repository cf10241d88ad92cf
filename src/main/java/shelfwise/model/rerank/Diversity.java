package shelfwise.model.rerank;

import java.util.HashMap;
import java.util.Map;
import shelfwise.data.Table;
import shelfwise.model.Asked;

/**
 * Maximal marginal relevance (Carbonell, Goldstein 1998): gain(i) = (1 − d)·relevance(i) − d·max over the items j above of sim(i, j), with
 * the relevance of {@link Pool#relevance} and d the strength; no similarity for the first place.
 */
record Diversity(double strength, Likeness likeness) implements Aim {
    @Override public String operator() {
        return "rerank.diversity";
    }

    @Override public String moved() {
        return "rerank.why.diversity";
    }

    @Override public Picker picker(Asked asked, Pool pool) {
        double[] relevance = pool.relevance();
        double[] nearest = new double[pool.size()];
        Likeness.Probe probe = likeness.probe();
        boolean[] some = new boolean[1];
        return new Picker() {
            @Override public double gain(int place) {
                return (1 - strength) * relevance[place] - strength * nearest[place];
            }

            @Override public void take(int place) {
                probe.from(pool.item()[place]);
                for (int p = 0; p < nearest.length; p++) {
                    double similarity = probe.to(pool.item()[p]);
                    nearest[p] = some[0] ? Math.max(nearest[p], similarity) : similarity;
                }
                some[0] = true;
            }
        };
    }

    @Override public Map<String, String> facts() {
        var facts = new HashMap<>(likeness.facts());
        facts.put("aim.strength", Double.toString(strength));
        return facts;
    }

    @Override public Map<String, Table> parts() {
        return likeness.parts();
    }
}
