package shelfwise.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shelfwise.data.Metrics;
import shelfwise.data.Metrics.Chance;
import shelfwise.data.Metrics.Comparison;

class VerdictTest {
    private static Metrics.Row row(String model, String metric, double value) {
        return new Metrics.Row(model, metric, 10, value, Double.NaN, Double.NaN, 100);
    }

    private static Comparison test(String first, String second, double difference, boolean sure) {
        var chance = new Chance(0.01, sure ? 0.02 : 0.5);
        return new Comparison(first, second, "ndcg", 10, 100, difference, difference - 0.1, difference + 0.2, 0.3, chance, chance, chance);
    }

    private static List<String> worse(List<Comparison> of) {
        return of.stream().map(Comparison::second).toList();
    }

    @Test void theBestIsToldFromThoseThatAreWorseForSureAndThoseThatMayBeAsGood() {
        List<Metrics.Row> rows = List.of(row("a", "ndcg", 0.2), row("b", "ndcg", 0.5), row("c", "ndcg", 0.45), row("popularity:30", "ndcg", 0.1));
        List<Comparison> tests = List.of(test("a", "b", -0.3, true), test("a", "c", -0.25, true), test("a", "popularity:30", 0.1, false), test("b", "c", 0.05, false),
                test("b", "popularity:30", 0.4, true), test("c", "popularity:30", 0.35, true));
        Verdict found = Verdict.of(rows, tests).orElseThrow();
        assertEquals("b", found.best());
        assertEquals(List.of("a", "popularity:30"), worse(found.surely()));
        assertEquals(List.of("c"), worse(found.maybe()));
        assertEquals(List.of("a"), found.unproved());
        assertEquals(List.of(0.3, 0.1, 0.4), List.of(found.surely().getFirst().difference(), Math.round(10 * found.surely().getFirst().low()) / 10.0,
                Math.round(10 * found.surely().getFirst().high()) / 10.0), "turned, so that the best comes first");
    }

    @Test void ofErrorsTheLeastIsTheBest() {
        List<Metrics.Row> rows = List.of(row("a", "rmse", 0.9), row("b", "rmse", 1.1));
        Verdict found = Verdict.of(rows, List.of(test("a", "b", -0.2, true))).orElseThrow();
        assertEquals("a", found.best());
        assertEquals(List.of("b"), worse(found.surely()));
    }

    @Test void whereNeitherIsBetterThereIsNoVerdict() {
        assertEquals(Optional.empty(), Verdict.of(List.of(row("a", "novelty", 2), row("b", "novelty", 1)), List.of(test("a", "b", 1, true))));
        assertEquals(Optional.empty(), Verdict.of(List.of(row("a", "ndcg", 2)), List.of()));
    }
}
