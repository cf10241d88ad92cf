package shelfwise.model.vectors;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import shelfwise.data.Bundle;
import shelfwise.model.History;
import shelfwise.model.Weights;

/**
 * How the taste of somebody is read from a history.
 *
 * @param nearest   history items that count for an item, with {@link Profile#NEAREST}
 * @param interests groups of a history at most, with {@link Profile#INTERESTS}
 * @param halfLife  after so many later events an event counts half; 0 for events that never age
 */
public record Taste(Profile profile, int nearest, int interests, double halfLife, Weights weights) {
    /** One profile of events that never age. */
    public static Taste mean(Weights weights) {
        return new Taste(Profile.MEAN, 1, 1, 0, weights);
    }

    boolean ages() {
        return halfLife > 0;
    }

    /** What the summed weight of an item in a history counts. */
    public float weight(float summed) {
        return weights == Weights.BINARY && !ages() ? 1 : summed;
    }

    /** The events with their age in their weights, 2^(-later events / half-life); of pairs that count once, the latest event. */
    public History aged(History history) {
        if (!ages()) return history;
        int n = history.item().length;
        float[] weight = new float[n];
        var met = new HashSet<Integer>();
        for (int k = n - 1; k >= 0; k--) {
            double share = Math.exp(-Math.log(2) * (n - 1 - k) / halfLife);
            float given = history.weight()[k];
            boolean latest = met.add(history.item()[k]);
            if (weights == Weights.AS_THEY_ARE) weight[k] = (float) (share * given);
            else weight[k] = !Float.isFinite(given) ? given : latest ? (float) share : 0;
        }
        return new History(history.item(), weight);
    }

    /** As facts of a model's bundle. */
    public Map<String, String> facts() {
        var facts = new HashMap<String, String>();
        facts.put("weights", weights.name());
        facts.put("profile", profile.name());
        facts.put("nearest", Integer.toString(nearest));
        facts.put("interests", Integer.toString(interests));
        facts.put("half-life", Double.toString(halfLife));
        return facts;
    }

    /** Of {@link #facts()}; models kept before there were several profiles have the mean. */
    public static Taste of(Bundle b) {
        Weights weights = Weights.valueOf(b.fact("weights"));
        if (!b.facts().containsKey("profile")) return mean(weights);
        return new Taste(Profile.valueOf(b.fact("profile")), Integer.parseInt(b.fact("nearest")), Integer.parseInt(b.fact("interests")),
                Double.parseDouble(b.fact("half-life")), weights);
    }
}
