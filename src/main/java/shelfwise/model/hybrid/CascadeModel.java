package shelfwise.model.hybrid;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.data.Table;
import shelfwise.model.Asked;
import shelfwise.model.CombinedModel;
import shelfwise.model.Evidence;
import shelfwise.model.Parts;
import shelfwise.model.Recommender;
import shelfwise.pipeline.Operator;

/**
 * The first model's best new items, the pool, in the order of the second. score(j) = 2 + voice of the second (j) in the pool, 1 + voice of
 * the first (j) where the second is silent on an item of the pool, voice of the first (j) behind the pool; voices from 0 to 1. Seen items
 * stand in the pool if their first score is high enough for it. Items of which the first is silent are silent.
 */
final class CascadeModel extends CombinedModel {
    private final int pool;

    /** @param pool how many of the first model's items the second puts in order */
    CascadeModel(String name, Interactions training, List<Recommender> models, int pool) {
        super(name, training, models);
        this.pool = pool;
    }

    @Override public String operator() {
        return "hybrid.cascade";
    }

    /** What both models say to one user. */
    private final class Heard {
        private final float[] first, second;
        private final Voice.MinMax all = new Voice.MinMax(), within = new Voice.MinMax();
        private final Voice.Ranks ranks = new Voice.Ranks(pool, items().size());

        Heard(Asked asked, float[] first, float[] second) {
            this.first = first;
            this.second = second;
            BitSet seen = asked.seenItems();
            asked.score(0, first);
            asked.score(1, second);
            all.hear(first, seen);
            ranks.of(first, seen);
            for (int i = 0; i < second.length; i++) if (place(i) == 0) second[i] = Float.NEGATIVE_INFINITY;
            within.hear(second, seen);
        }

        /** Place in the pool by the first model, from 1; 0 outside. Items as good as the last of the pool are in it. */
        int place(int item) {
            return ranks.rank(first[item]);
        }

        boolean ordered(int item) {
            return place(item) > 0 && second[item] > Float.NEGATIVE_INFINITY;
        }

        double inPool(int item) {
            return within.value(second[item]);
        }

        float score(int item) {
            if (first[item] == Float.NEGATIVE_INFINITY) return Float.NEGATIVE_INFINITY;
            if (place(item) == 0) return (float) all.value(first[item]);
            return (float) (ordered(item) ? 2 + inPool(item) : 1 + all.value(first[item]));
        }
    }

    @Override protected void combine(Asked asked, float[] scores) {
        float[] first = scratch(), second = scratch();
        var heard = new Heard(asked, first, second);
        for (int i = 0; i < scores.length; i++) scores[i] = heard.score(i);
        done(first);
        done(second);
    }

    @Override protected IntFunction<Evidence> explain(Asked asked) {
        var heard = new Heard(asked, new float[items().size()], new float[items().size()]);
        return item -> explain(heard, item);
    }

    private Evidence explain(Heard heard, int item) {
        float score = heard.score(item);
        if (score == Float.NEGATIVE_INFINITY) return new Evidence(score, false, List.of());
        var parts = new ArrayList<Evidence.Part>();
        int by = heard.ordered(item) ? 1 : 0;
        double voice = heard.ordered(item) ? heard.inPool(item) : heard.all.value(heard.first[item]);
        parts.add(new Evidence.Part(Evidence.Kind.MODEL, by, voice, 0, Double.NaN, -1, List.of(components().get(by).name())));
        String place = Integer.toString(heard.place(item)), first = components().get(0).name();
        List<String> rule = heard.place(item) == 0 ? List.of("hybrid.why.behind-pool", Integer.toString(pool), first) : List.of("hybrid.why.pool", place, first);
        parts.add(new Evidence.Part(Evidence.Kind.RULE, 2, 0, 0, Double.NaN, -1, rule));
        return new Evidence(score, false, Parts.ranked(parts));
    }

    @Override protected Map<String, String> facts() {
        return Map.of("cascade.pool", Integer.toString(pool));
    }

    @Override protected Map<String, Table> parts() {
        return Map.of();
    }

    static CascadeModel of(Bundle b, Operator.Restorer others) {
        return new CascadeModel(b.fact("name"), Interactions.of(b), components(b, others), Integer.parseInt(b.fact("cascade.pool")));
    }
}
