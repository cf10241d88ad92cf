package shelfwise.model.hybrid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
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
 * score(j) = what the learner makes of {@link Blend}'s features; silent on items in no model's pool. Evidence: of each model the change of
 * the score if it had said nothing, and the rest as a part of its own, so that all add up.
 */
final class BlendModel extends CombinedModel {
    private final int pool;
    private final Map<String, String> examples;
    private final Learner learner;
    private final int[] users;
    private final ConcurrentLinkedQueue<Blend> idle = new ConcurrentLinkedQueue<>();

    /** @param examples what it learned from, to be told: how many were taken, how many were drawn beside them, the seed */
    BlendModel(String name, Interactions training, List<Recommender> models, int pool, Map<String, String> examples, Learner learner) {
        super(name, training, models);
        this.pool = pool;
        this.examples = Map.copyOf(examples);
        this.learner = learner;
        users = Blend.usersOf(matrix());
    }

    @Override public String operator() {
        return "hybrid.blend";
    }

    @Override protected void combine(Asked asked, float[] scores) {
        Blend used = idle.poll();
        Blend blend = used == null ? new Blend(components().size(), pool, users) : used;
        blend.hear(asked);
        double[] features = new double[blend.size()];
        Arrays.fill(scores, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < scores.length; i++) {
            if (!blend.candidate(i)) continue;
            blend.features(i, features);
            scores[i] = (float) learner.score(features);
        }
        idle.add(blend);
    }

    @Override protected IntFunction<Evidence> explain(Asked asked) {
        var blend = new Blend(components().size(), pool, users);
        blend.hear(asked);
        return item -> blend.candidate(item) ? explain(blend, item) : new Evidence(Float.NEGATIVE_INFINITY, true, List.of());
    }

    private Evidence explain(Blend blend, int item) {
        double[] features = new double[blend.size()];
        blend.features(item, features);
        double score = learner.score(features), rest = score;
        var parts = new ArrayList<Evidence.Part>();
        for (int k = 0; k < components().size(); k++) {
            double[] without = features.clone();
            Arrays.fill(without, Blend.PER_MODEL * k, Blend.PER_MODEL * (k + 1), 0);
            double contribution = score - learner.score(without);
            rest -= contribution;
            if (contribution != 0) parts.add(new Evidence.Part(Evidence.Kind.MODEL, k, contribution, 0, Double.NaN, -1, List.of(components().get(k).name())));
        }
        parts.add(new Evidence.Part(Evidence.Kind.RULE, components().size(), rest, 0, Double.NaN, -1, List.of("hybrid.why.rest")));
        return new Evidence((float) score, true, Parts.ranked(parts));
    }

    @Override protected Map<String, String> facts() {
        var facts = new HashMap<>(examples);
        facts.put("blend.pool", Integer.toString(pool));
        return facts;
    }

    @Override protected Map<String, Table> parts() {
        return learner.parts();
    }

    static BlendModel of(Bundle b, Operator.Restorer others) {
        var examples = new HashMap<String, String>();
        b.facts().forEach((key, fact) -> {
            if (key.startsWith("blend.example.")) examples.put(key, fact);
        });
        return new BlendModel(b.fact("name"), Interactions.of(b), components(b, others), Integer.parseInt(b.fact("blend.pool")), examples, Learner.of(b));
    }
}
