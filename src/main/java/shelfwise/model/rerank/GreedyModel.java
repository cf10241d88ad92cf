package shelfwise.model.rerank;

import java.util.HashMap;
import java.util.Map;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.data.Table;
import shelfwise.model.Asked;
import shelfwise.model.Recommender;
import shelfwise.pipeline.Operator;

/** Fills the first places one by one with the item of the pool that gains most, of equal gains the one the base model has first; the rest follows in the base model's order. */
final class GreedyModel extends RerankModel {
    private final Aim aim;
    private final int places;

    /** @param places that are filled greedily */
    GreedyModel(String name, Interactions training, Recommender base, Reach reach, int places, Aim aim) {
        super(name, training, base, reach);
        this.places = places;
        this.aim = aim;
    }

    @Override public String operator() {
        return aim.operator();
    }

    @Override String moved() {
        return aim.moved();
    }

    @Override Arrangement arrange(Asked asked, Pool pool) {
        Aim.Picker picker = aim.picker(asked, pool);
        boolean[] taken = new boolean[pool.size()];
        int[] order = new int[pool.size()];
        int n = 0;
        while (n < Math.min(places, order.length)) {
            int best = -1;
            double most = 0;
            for (int p = 0; p < taken.length; p++) {
                if (taken[p]) continue;
                double gain = picker.gain(p);
                if (best >= 0 && !(gain > most)) continue;
                best = p;
                most = gain;
            }
            picker.take(best);
            taken[best] = true;
            order[n++] = best;
        }
        for (int p = 0; p < taken.length; p++) if (!taken[p]) order[n++] = p;
        return new Arrangement(order);
    }

    @Override protected Map<String, String> facts() {
        var facts = new HashMap<>(reach().facts());
        facts.put("places", Integer.toString(places));
        facts.put("aim", aim.operator());
        facts.putAll(aim.facts());
        return facts;
    }

    @Override protected Map<String, Table> parts() {
        return aim.parts();
    }

    static GreedyModel of(Bundle b, Operator.Restorer others) {
        Interactions training = Interactions.of(b);
        Recommender base = components(b, others).getFirst();
        return new GreedyModel(b.fact("name"), training, base, Reach.of(b), Integer.parseInt(b.fact("places")), Aim.of(b, training, base));
    }
}
