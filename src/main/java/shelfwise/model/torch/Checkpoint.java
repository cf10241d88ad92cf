package shelfwise.model.torch;

import java.util.HashMap;
import java.util.Map;
import shelfwise.data.Bundle;
import shelfwise.data.LearningCurve;
import shelfwise.data.Table;

/**
 * Where a training stood at the end of an epoch: all that it needs to go on as if it had never stopped.
 *
 * @param epoch   that was ended, from 1
 * @param steps   taken so far
 * @param learned what is learned
 * @param means   running means of the gradients
 * @param squares running means of their squares
 * @param best    what was best on the validation part; empty where nothing was looked at
 * @param curve   so far; its best epoch is 0 where nothing was looked at
 */
record Checkpoint(int epoch, long steps, Map<String, float[]> learned, Map<String, float[]> means, Map<String, float[]> squares, Map<String, float[]> best, LearningCurve curve) {
    private static final String LEARNED = "learned.", MEANS = "means.", SQUARES = "squares.", BEST = "best.";

    Bundle toBundle() {
        var parts = new HashMap<String, Table>(curve.parts());
        put(parts, LEARNED, learned);
        put(parts, MEANS, means);
        put(parts, SQUARES, squares);
        put(parts, BEST, best);
        return new Bundle(Map.of("epoch", Integer.toString(epoch), "steps", Long.toString(steps)), parts);
    }

    private static void put(Map<String, Table> parts, String prefix, Map<String, float[]> arrays) {
        arrays.forEach((name, values) -> parts.put(prefix + name, Bundle.floats(values)));
    }

    static Checkpoint of(Bundle b) {
        return new Checkpoint(Integer.parseInt(b.fact("epoch")), Long.parseLong(b.fact("steps")), arrays(b, LEARNED), arrays(b, MEANS), arrays(b, SQUARES), arrays(b, BEST),
                LearningCurve.of(b));
    }

    private static Map<String, float[]> arrays(Bundle b, String prefix) {
        var arrays = new HashMap<String, float[]>();
        for (String part : b.partNames()) if (part.startsWith(prefix)) arrays.put(part.substring(prefix.length()), b.floats(part));
        return arrays;
    }
}
