package shelfwise.app.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shelfwise.app.Operators;
import shelfwise.base.ProblemException;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.SettingsForm;

class SpaceTest {
    private static final SettingsForm ALS = Operators.catalogue().form(Node.of("als", Operators.catalogue().operator("model.als")));

    private static Dimension one(String text) {
        return Space.of(ALS, ALS.defaults(), List.of(text)).dimensions().getFirst();
    }

    @Test void aLinearRangeGivesEachWholeNumberTheSameRoom() {
        Dimension d = one("factors=1..4");
        assertEquals(List.of(1L, 1L, 2L, 2L, 3L, 3L, 4L, 4L), IntStream.range(0, 8).mapToObj(i -> d.value((i + 0.5) / 8)).toList());
        assertEquals(List.of(1L, 4L), List.of(d.value(0), d.value(1)));
    }

    @Test void aLogRangeGivesEachDoublingTheSameRoom() {
        Dimension d = one("regularisation=0.01..100:log");
        assertEquals(List.of(0.01, 0.1, 1.0, 10.0, 100.0), IntStream.rangeClosed(0, 4).mapToObj(i -> d.value(i / 4.0)).toList());
        assertEquals(1.78, d.value(0.5625), "three significant digits: 10^0.25 = 1.7783");
    }

    @Test void textsSayWhatTheyWereReadFrom() {
        for (String text : List.of("factors=16..256:log", "regularisation=0.001..100", "factors=8,16,32")) assertEquals(text, one(text).text());
        assertEquals("factors=16..256", one("factors = 16..256:linear").text());
    }

    @Test void aSettingWithoutARangeGetsOneAroundItsPresentValueWithinWhatIsAllowed() {
        Record present = ALS.withText(ALS.defaults(), "factors", "64");
        assertEquals("factors=8..512:log", Space.of(ALS, present, List.of("factors")).dimensions().getFirst().text());
        for (var spec : ALS.specs()) {
            if (!Space.canVary(spec)) continue;
            Dimension d = Space.suggested(ALS, spec, ALS.defaults());
            for (double place : new double[] {0, 0.3, 1}) ALS.with(ALS.defaults(), spec.name(), d.value(place));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"factors=16..2|search.empty-range", "factors=4|search.one-choice", "factors=4,4|search.one-choice", "seed=1..3|search.not-varied",
        "factors=0..9|pipeline.setting-range", "factors=a..b|pipeline.not-whole", "none=1..2|pipeline.unknown-setting"})
    void whatCantBeVariedIsRefused(String text, String problem) {
        assertEquals(problem, assertThrows(ProblemException.class, () -> one(text)).problem().key());
    }

    @Test void aLogarithmicScaleBeginsAboveNothing() {
        SettingsForm knn = Operators.catalogue().form(Node.of("knn", Operators.catalogue().operator("model.item-knn")));
        assertEquals("search.log-of-nothing", assertThrows(ProblemException.class, () -> Space.of(knn, knn.defaults(), List.of("shrinkage=0..1:log"))).problem().key());
    }

    @Test void aSettingIsVariedOnce() {
        assertEquals("search.varied-twice", assertThrows(ProblemException.class, () -> Space.of(ALS, ALS.defaults(), List.of("factors=1..2", "factors=3..4"))).problem().key());
        assertTrue(assertThrows(ProblemException.class, () -> Space.of(ALS, ALS.defaults(), List.of())).problem().args().toString().contains("factors"));
    }
}
