package shelfwise.model.hybrid;

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
 * The scores of the warm model for histories of at least {@code items} different items, unless it is silent on all of them; those of the
 * cold model otherwise.
 */
final class SwitchModel extends CombinedModel {
    private final int items, warm, cold;

    /**
     * @param items different items that make a history warm
     * @param warm  place of the warm model
     * @param cold  place of the cold model
     */
    SwitchModel(String name, Interactions training, List<Recommender> models, int items, int warm, int cold) {
        super(name, training, models);
        this.items = items;
        this.warm = warm;
        this.cold = cold;
    }

    @Override public String operator() {
        return "hybrid.switch";
    }

    @Override protected void combine(Asked asked, float[] scores) {
        choose(asked, scores);
    }

    /** Fills in the scores of the model that is chosen. @return its place */
    private int choose(Asked asked, float[] scores) {
        if (asked.seen().length >= items) {
            asked.score(warm, scores);
            for (float s : scores) if (s > Float.NEGATIVE_INFINITY) return warm;
        }
        asked.score(cold, scores);
        return cold;
    }

    @Override protected IntFunction<Evidence> explain(Asked asked) {
        float[] scores = new float[items().size()];
        int chosen = choose(asked, scores);
        return item -> {
            if (scores[item] == Float.NEGATIVE_INFINITY) return new Evidence(scores[item], true, List.of());
            var part = new Evidence.Part(Evidence.Kind.MODEL, chosen, scores[item], 0, Double.NaN, -1, List.of(components().get(chosen).name()));
            return new Evidence(scores[item], true, Parts.ranked(List.of(part)));
        };
    }

    @Override protected Map<String, String> facts() {
        return Map.of("switch.items", Integer.toString(items), "switch.warm", Integer.toString(warm), "switch.cold", Integer.toString(cold));
    }

    @Override protected Map<String, Table> parts() {
        return Map.of();
    }

    static SwitchModel of(Bundle b, Operator.Restorer others) {
        return new SwitchModel(b.fact("name"), Interactions.of(b), components(b, others), Integer.parseInt(b.fact("switch.items")),
                Integer.parseInt(b.fact("switch.warm")), Integer.parseInt(b.fact("switch.cold")));
    }
}
