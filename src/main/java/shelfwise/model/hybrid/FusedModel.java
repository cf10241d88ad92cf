package shelfwise.model.hybrid;

import java.util.ArrayList;
import java.util.BitSet;
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
 * score(j) = Σ over models m of w(m) · voice of m (j). An item of which all models with a weight are silent is silent. Additive over the
 * models.
 */
final class FusedModel extends CombinedModel {
    /** By what the models are heard. */
    sealed interface Fusion {
        Voice voice(int items);

        record Weighted(Scale scale) implements Fusion {
            @Override public Voice voice(int items) {
                return Voice.of(scale, items);
            }
        }

        record ReciprocalRank(int k, int depth) implements Fusion {
            @Override public Voice voice(int items) {
                return new Voice.Reciprocal(k, depth, items);
            }
        }
    }

    private final Fusion fusion;
    private final double[] weights;
    private final ConcurrentLinkedQueue<Voice> idle = new ConcurrentLinkedQueue<>();

    FusedModel(String name, Interactions training, List<Recommender> models, Fusion fusion, double[] weights) {
        super(name, training, models);
        this.fusion = fusion;
        this.weights = weights;
    }

    @Override public String operator() {
        return switch (fusion) {
            case Fusion.Weighted _ -> "hybrid.weighted";
            case Fusion.ReciprocalRank _ -> "hybrid.rank-fusion";
        };
    }

    private Voice takeVoice() {
        Voice used = idle.poll();
        return used == null ? fusion.voice(items().size()) : used;
    }

    @Override protected void combine(Asked asked, float[] scores) {
        double[] sum = new double[scores.length];
        boolean[] told = new boolean[scores.length];
        BitSet seen = asked.seenItems();
        float[] of = scratch();
        Voice voice = takeVoice();
        for (int k = 0; k < weights.length; k++) {
            if (weights[k] == 0) continue;
            asked.score(k, of);
            voice.hear(of, seen);
            for (int i = 0; i < of.length; i++) {
                sum[i] += weights[k] * voice.value(of[i]);
                told[i] |= of[i] > Float.NEGATIVE_INFINITY;
            }
        }
        idle.add(voice);
        done(of);
        for (int i = 0; i < scores.length; i++) scores[i] = told[i] ? (float) sum[i] : Float.NEGATIVE_INFINITY;
    }

    @Override protected IntFunction<Evidence> explain(Asked asked) {
        float[][] of = new float[weights.length][items().size()];
        Voice[] voices = new Voice[weights.length];
        for (int k = 0; k < voices.length; k++) {
            asked.score(k, of[k]);
            voices[k] = fusion.voice(items().size());
            voices[k].hear(of[k], asked.seenItems());
        }
        return item -> explain(of, voices, item);
    }

    private Evidence explain(float[][] of, Voice[] voices, int item) {
        var parts = new ArrayList<Evidence.Part>();
        double sum = 0;
        boolean told = false;
        for (int k = 0; k < voices.length; k++) {
            if (weights[k] == 0) continue;
            double contribution = weights[k] * voices[k].value(of[k][item]);
            sum += contribution;
            told |= of[k][item] > Float.NEGATIVE_INFINITY;
            if (contribution != 0) parts.add(new Evidence.Part(Evidence.Kind.MODEL, k, contribution, 0, Double.NaN, -1, List.of(components().get(k).name())));
        }
        return told ? new Evidence((float) sum, true, Parts.ranked(parts)) : new Evidence(Float.NEGATIVE_INFINITY, true, List.of());
    }

    @Override protected Map<String, String> facts() {
        return switch (fusion) {
            case Fusion.Weighted w -> Map.of("fusion.scale", w.scale().name());
            case Fusion.ReciprocalRank r -> Map.of("fusion.k", Integer.toString(r.k()), "fusion.depth", Integer.toString(r.depth()));
        };
    }

    @Override protected Map<String, Table> parts() {
        return Map.of("fusion.weights", Bundle.doubles(weights));
    }

    static FusedModel of(Bundle b, Operator.Restorer others) {
        Fusion fusion = b.facts().containsKey("fusion.scale") ? new Fusion.Weighted(Scale.valueOf(b.fact("fusion.scale")))
                : new Fusion.ReciprocalRank(Integer.parseInt(b.fact("fusion.k")), Integer.parseInt(b.fact("fusion.depth")));
        return new FusedModel(b.fact("name"), Interactions.of(b), components(b, others), fusion, b.doubles("fusion.weights"));
    }
}
