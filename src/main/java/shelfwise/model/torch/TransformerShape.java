package shelfwise.model.torch;

import java.util.HashMap;
import java.util.Map;
import shelfwise.base.Checks;

/**
 * The sizes of a sequential Transformer.
 *
 * @param width  of all vectors
 * @param heads  of attention; a divisor of the width
 * @param blocks one above the other
 * @param length events of a history that are looked at, the latest
 * @param causal whether a place sees what came before it alone; else all, and a token stands behind the history to ask what comes next
 * @param gaps   whether the time since the event before is looked at; of causal ones alone
 */
record TransformerShape(int width, int heads, int blocks, int length, boolean causal, boolean gaps) {
    static final float LAYER_NORM = 1e-5f;
    private static final String GAPS = "gaps";

    TransformerShape {
        Checks.that(width % heads == 0, "the width " + width + " is no multiple of " + heads + " heads");
        Checks.that(causal || !gaps, "gaps without an order");
    }

    Map<String, String> facts() {
        var facts = new HashMap<>(Map.of("width", Integer.toString(width), "heads", Integer.toString(heads), "blocks", Integer.toString(blocks), "length", Integer.toString(length),
                "causal", Boolean.toString(causal)));
        if (gaps) facts.put(GAPS, "true"); // models without are kept as they were before there were gaps
        return facts;
    }

    static TransformerShape of(Map<String, String> facts) {
        return new TransformerShape(SequenceFit.number(facts, "width"), SequenceFit.number(facts, "heads"), SequenceFit.number(facts, "blocks"), SequenceFit.number(facts, "length"),
                Boolean.parseBoolean(facts.getOrDefault("causal", "true")), Boolean.parseBoolean(facts.get(GAPS)));
    }

    /** Floats that are learned. */
    long weights(long items) {
        return (items + length + (gaps ? Gaps.COUNT : 0) + 6L * blocks * width) * width;
    }

    /** Floats that a step keeps of each place, for the way back. */
    long place() {
        return (long) blocks * (16L * width + 3L * heads * length);
    }

    int headWidth() {
        return width / heads;
    }
}
