package shelfwise.app.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import shelfwise.base.Problem;
import shelfwise.data.Metrics;

/** Places are worked out by hand. */
class ParallelsTest {
    private static final Space SPACE = new Space(List.of(new Dimension.Range("factors", 16, 256, true, true), new Dimension.Range("share", 0, 10, false, false),
            new Dimension.Choices("weights", List.of("a", "b", "c"), List.of("none", "bm25", "tf-idf"))));

    @Test void axesAreTheVariedSettingsInTheirOrderThenSecondsThenScore() {
        var p = Parallels.of(SPACE, List.of(trial(1, "16 0 none", 1, 2, 0.1), trial(2, "64 2.5 bm25", 1, 6, 0.3)));
        assertEquals(List.of("NUMBER factors 16.0 256.0 true []", "NUMBER share 0.0 10.0 false []", "CHOICE weights NaN NaN false [none, bm25, tf-idf]",
                "SECONDS  2.0 6.0 false []", "SCORE  0.1 0.3 false []"), p.axes().stream().map(ParallelsTest::told).toList());
    }

    /** 64 is the middle of 16 to 256 in doublings, and 32 a quarter of the way. */
    @Test void eachTrialStandsAtItsValues() {
        var p = Parallels.of(SPACE, List.of(trial(1, "64 2.5 bm25", 1, 2, 0.1), trial(2, "32 10 tf-idf", 1, 6, 0.3), trial(3, "256 0 none", 1, 3, 0.15)));
        places(p, 0, 0.5, 0.25, 0.5, 0, 0);
        places(p, 1, 0.25, 1, 1, 1, 1);
        places(p, 2, 1, 0, 0, 0.25, 0.25);
        assertEquals(OptionalInt.of(1), p.best());
    }

    @Test void anAxisReachesToATrialOutsideOfTheRangeAndOneValueStandsInTheMiddle() {
        var p = Parallels.of(new Space(List.of(new Dimension.Range("share", 5, 10, false, false))), List.of(trial("share", "0")));
        places(p, 0, 0, 0.5, 0.5);
        assertEquals(0, p.axes().getFirst().low());
    }

    @Test void aTrialThatFailedHasNoPlaceOnTheScore() {
        var p = Parallels.of(SPACE, List.of(trial(1, "64 5 none", 1, 1, Double.NaN)));
        assertTrue(Double.isNaN(p.lines().getFirst().places().getLast()));
        assertTrue(Double.isNaN(p.axes().getLast().low()));
        assertEquals(OptionalInt.empty(), p.best());
    }

    @Test void onlyTrialsOfTheHighestCostCountForTheBest() {
        var p = Parallels.of(SPACE, List.of(trial(1, "64 5 none", 0.33, 1, 0.9), trial(2, "64 6 none", 1, 1, 0.4), trial(3, "64 7 none", 1, 1, 0.4)));
        assertEquals(OptionalInt.of(1), p.best());
        assertEquals(List.of(false, true, true), p.lines().stream().map(Parallels.Line::full).toList());
    }

    @Test void aNumberAmongChoicesIsKnownHoweverItIsWritten() {
        var space = new Space(List.of(new Dimension.Choices("rate", List.of(0.1, 1.0), List.of("0.10", "1"))));
        places(Parallels.of(space, List.of(trial("rate", "0.1"), trial("rate", "1.0"))), 0, 0, 0.5, 0.5);
    }

    @Test void combinationsOfASweepAreTrialsOfWhatVariesAmongThem() {
        var rows = List.of(row("knn factors=8, weights=bm25, fixed=1", 0.1), row("knn factors=16, weights=none, fixed=1", 0.4), row("knn factors=24, weights=bm25, fixed=1", 0.2),
                new Metrics.Row("knn factors=8, weights=bm25, fixed=1", "recall", 10, 0.9, 0, 1, 5));
        SweptTrials swept = SweptTrials.of(rows, "ndcg", 10).orElseThrow();
        assertEquals(List.of(0.4, 0.2, 0.1), swept.trials().stream().map(Trial::score).toList());
        var p = Parallels.of(swept.space(), swept.trials());
        assertEquals(List.of("NUMBER factors 8.0 24.0 false []", "CHOICE weights NaN NaN false [bm25, none]", "SCORE  0.1 0.4 false []"), p.axes().stream().map(ParallelsTest::told).toList());
        places(p, 0, 0.5, 1, 1);
        places(p, 1, 1, 0, 1.0 / 3);
        places(p, 2, 0, 0, 0);
        assertEquals(Optional.empty(), SweptTrials.of(rows.subList(0, 1), "ndcg", 10));
    }

    @Test void aSweptValueMayHoldCommas() {
        List<Metrics.Row> rows = List.of(row("texts columns=Title, Brand, k=2", 0.2), row("texts columns=Title, k=2", 0.1));
        assertEquals(List.of("CHOICE columns NaN NaN false [Title, Brand, Title]", "SCORE  0.1 0.2 false []"),
                SweptTrials.of(rows, "ndcg", 10).map(t -> Parallels.of(t.space(), t.trials())).orElseThrow().axes().stream().map(ParallelsTest::told).toList());
    }

    private static Metrics.Row row(String model, double value) {
        return new Metrics.Row(model, "ndcg", 10, value, 0, 1, 5);
    }

    private static void places(Parallels p, int line, double... expected) {
        for (int a = 0; a < expected.length; a++) assertEquals(expected[a], p.lines().get(line).places().get(a), 1e-12, "axis " + a);
    }

    private static String told(Parallels.Axis a) {
        return a.kind() + " " + a.setting() + " " + a.low() + " " + a.high() + " " + a.log() + " " + a.words();
    }

    private static Trial trial(String setting, String value) {
        var settings = new LinkedHashMap<String, String>();
        settings.put(setting, value);
        return new Trial(1, settings, 1, 0.5, 1, 1, Optional.empty(), false);
    }

    private static Trial trial(int number, String values, double share, double seconds, double score) {
        var settings = new LinkedHashMap<String, String>();
        String[] all = values.split(" ");
        for (int d = 0; d < all.length; d++) settings.put(SPACE.dimensions().get(d).setting(), all[d]);
        return new Trial(number, settings, share, score, seconds, number, Double.isNaN(score) ? Optional.of(Problem.of("search.none-done", "")) : Optional.empty(), false);
    }
}
