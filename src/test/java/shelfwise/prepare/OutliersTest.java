package shelfwise.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.data.LongCells;
import shelfwise.data.Table;
import shelfwise.prepare.Outliers.Action;
import shelfwise.prepare.Outliers.Method;

class OutliersTest {
    /** Quartiles 2 and 4, mean 22, standard deviation 39.0. */
    private static final Table FIVE = Steps.decimals("x", 1, 2, 3, 4, 100);

    @Test void quartilesBoundWhatIsUsual() {
        assertEquals(List.of("1", "2", "3", "4"), run(FIVE, Method.IQR, 1.5, 0, 1, Action.DROP));
        assertEquals(List.of("1", "2", "3", "4", "7"), run(FIVE, Method.IQR, 1.5, 0, 1, Action.CLIP));
    }

    @Test void standardDeviationsBoundWhatIsUsual() {
        assertEquals(List.of("1", "2", "3", "4"), run(FIVE, Method.Z_SCORE, 1.9, 0, 1, Action.DROP));
        assertEquals(5, run(FIVE, Method.Z_SCORE, 2.1, 0, 1, Action.DROP).size());
    }

    @Test void quantilesAndRangesAreTakenAsGiven() {
        assertEquals(List.of("2", "3", "4"), run(FIVE, Method.QUANTILE, 1, 0.25, 0.75, Action.DROP));
        assertEquals(List.of("2", "2", "3", "4", "50"), run(FIVE, Method.RANGE, 1, 2, 50, Action.CLIP));
    }

    @Test void wholeNumbersAreClippedToWholeNumbersAndMissingOnesStay() {
        assertEquals(List.of("2", "3", "∅", "4"), run(Steps.wholes("x", 1, 3, LongCells.MISSING, 9), Method.RANGE, 1, 1.5, 4.5, Action.CLIP));
        assertEquals(List.of("3", "∅"), run(Steps.wholes("x", 1, 3, LongCells.MISSING, 9), Method.RANGE, 1, 1.5, 4.5, Action.DROP));
    }

    @Test void whatDoesNotFitIsRefused() {
        Steps.refused("prepare.no-columns", () -> Steps.table(new Outliers(), new Outliers().defaults(), FIVE));
        Steps.refused("prepare.needs-number", () -> run(Steps.texts("x", "a"), Method.IQR, 1.5, 0, 1, Action.DROP));
        Steps.refused("prepare.bad-range", () -> run(FIVE, Method.RANGE, 1, 5, 2, Action.DROP));
        Steps.refused("prepare.bad-range", () -> run(FIVE, Method.QUANTILE, 1, 0.1, 5, Action.DROP));
        Steps.refused("prepare.nothing-left", () -> run(FIVE, Method.RANGE, 1, 200, 300, Action.DROP));
        Steps.refused("data.no-such-column", () -> Steps.table(new Outliers(), new Outliers.Setup(List.of("y"), Method.IQR, 1, 0, 1, Action.DROP), FIVE));
    }

    private static List<String> run(Table table, Method method, double factor, double low, double high, Action action) {
        return Steps.column(Steps.table(new Outliers(), new Outliers.Setup(List.of("x"), method, factor, low, high, action), table), "x");
    }
}
