package shelfwise.model.rerank;

import java.util.Map;
import java.util.stream.IntStream;
import shelfwise.data.Table;
import shelfwise.model.Asked;
import shelfwise.model.Categories;

/**
 * Calibrated recommendations (Steck 2018): the list I grows by the item that makes (1 − d)·Σ over I of relevance − d·KL(p, q̃(I)) largest.
 * p are the shares of the categories in the history, q those in the list, q̃ = (1 − 0.01)·q + 0.01·p, and KL = Σ p(c)·ln(p(c) / q̃(c)).
 * Items without a known category leave q as it is; a history without one calibrates nothing.
 */
record Calibration(double strength, Categories categories) implements Aim {
    private static final double SMOOTHING = 0.01;

    @Override public String operator() {
        return "rerank.calibration";
    }

    @Override public String moved() {
        return "rerank.why.calibration";
    }

    @Override public Picker picker(Asked asked, Pool pool) {
        Taste taste = Taste.of(asked, categories);
        double[] relevance = pool.relevance();
        int[] wanted = IntStream.range(0, categories.size()).filter(c -> taste.share()[c] > 0).toArray();
        int[] count = new int[categories.size()];
        return new Picker() {
            private int listed;
            private final double[] known = new double[categories.size() + 1];
            private boolean fresh;

            @Override public double gain(int place) {
                if (!taste.known()) return relevance[place];
                if (!fresh) divergences();
                return (1 - strength) * relevance[place] - strength * known[categories.of()[pool.item()[place]] + 1];
            }

            /** What the divergence would be after an item of each category; the first is for items of no known category. */
            private void divergences() {
                known[0] = divergence(-1);
                for (int c = 0; c < categories.size(); c++) known[c + 1] = divergence(c);
                fresh = true;
            }

            private double divergence(int added) {
                double n = listed + (added < 0 ? 0 : 1), sum = 0;
                for (int c : wanted) {
                    double p = taste.share()[c], q = n == 0 ? 0 : (count[c] + (c == added ? 1 : 0)) / n;
                    sum += p * Math.log(p / ((1 - SMOOTHING) * q + SMOOTHING * p));
                }
                return sum;
            }

            @Override public void take(int place) {
                int category = categories.of()[pool.item()[place]];
                if (category < 0) return;
                count[category]++;
                listed++;
                fresh = false;
            }
        };
    }

    @Override public Map<String, String> facts() {
        return Map.of("aim.strength", Double.toString(strength));
    }

    @Override public Map<String, Table> parts() {
        return categories.parts();
    }
}
