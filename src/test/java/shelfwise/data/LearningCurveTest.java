package shelfwise.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shelfwise.base.Learning;

class LearningCurveTest {
    private static final LearningCurve CURVE = new LearningCurve(List.of(new Learning("ndcg", false, 1, 0.1), new Learning("ndcg", true, 1, 0.05),
            new Learning("loss", false, 2, 3), new Learning("ndcg", true, 2, 0.07)), 2, true);

    private static Bundle with(Map<String, Table> more, String prefix) {
        var parts = new HashMap<String, Table>(Map.of("factors", Bundle.floats(new float[] {1, 2})));
        more.forEach((name, table) -> parts.put(prefix + name, table));
        return new Bundle(Map.of("name", "als"), parts);
    }

    @Test void comesBackFromTheBundleItWasKeptIn() {
        assertEquals(CURVE, LearningCurve.of(with(CURVE.parts(), "")));
        assertEquals(List.of("ndcg", "loss"), CURVE.metrics());
        assertEquals(List.of(0.05, 0.07), CURVE.line("ndcg", true).stream().map(Learning::value).toList());
    }

    @Test void layersAndTheWorkStandBehindWhatWasLearned() {
        var curve = new LearningCurve(List.of(new Learning("loss", false, 1, 3), new Learning("gradient", false, 1, 2), new Learning("gradient/items", false, 1, 1),
                new Learning("gradient/0", false, 1, 1), new Learning("memory", false, 1, 900)), 1, false);
        assertEquals(List.of("loss", "gradient"), curve.mainMetrics());
        assertEquals(List.of("items", "0"), curve.partsOf("gradient"));
    }

    @Test void isNoneInWhatWasKeptBeforeThereWereCurves() {
        assertEquals(LearningCurve.NONE, LearningCurve.of(with(Map.of(), "")));
        assertEquals(Map.of(), LearningCurve.NONE.parts());
    }

    @Test void changesNoHashSoThatWhatWasMadeOfTheModelBeforeStaysGood() {
        assertEquals(with(Map.of(), "").hash(), with(CURVE.parts(), "").hash());
        assertEquals(with(Map.of(), "").hash(), with(CURVE.parts(), "component.0.part.").hash());
        assertNotEquals(with(Map.of(), "").hash(), with(Map.of("curve", Bundle.ints(new int[] {1})), "").hash(), "another part does");
    }
}
