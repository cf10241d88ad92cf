package shelfwise.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.data.ColumnType;
import shelfwise.data.LongCells;
import shelfwise.data.Table;
import shelfwise.prepare.Normalise.Method;

class NormaliseTest {
    private static final double NONE = Double.NaN;
    /** Mean 4, standard deviation √5, median 4, quartiles 2.5 and 5.5. */
    private static final Table TABLE = Steps.wholes("x", 1, 3, 5, 7, LongCells.MISSING);

    @Test void eachMethodFollowsItsFormula() {
        assertArrayEquals(new double[] {0, 1 / 3.0, 2 / 3.0, 1, NONE}, run(TABLE, Method.MIN_MAX), 1e-12);
        double deviation = Math.sqrt(5);
        assertArrayEquals(new double[] {-3 / deviation, -1 / deviation, 1 / deviation, 3 / deviation, NONE}, run(TABLE, Method.Z_SCORE), 1e-12);
        assertArrayEquals(new double[] {-1, -1 / 3.0, 1 / 3.0, 1, NONE}, run(TABLE, Method.ROBUST), 1e-12);
        assertArrayEquals(new double[] {Math.log(2), Math.log(4), Math.log(6), Math.log(8), NONE}, run(TABLE, Method.LOG1P), 1e-12);
    }

    @Test void theColumnBecomesDecimal() {
        assertEquals(ColumnType.DECIMAL, Steps.table(new Normalise(), new Normalise.Setup(List.of("x"), Method.MIN_MAX), TABLE).schema().field(0).type());
    }

    @Test void aColumnThatNeverChangesBecomesZero() {
        for (Method method : List.of(Method.MIN_MAX, Method.Z_SCORE, Method.ROBUST)) assertArrayEquals(new double[] {0, 0}, run(Steps.decimals("x", 5, 5), method));
    }

    @Test void whatDoesNotFitIsRefused() {
        Steps.refused("prepare.no-columns", () -> Steps.table(new Normalise(), new Normalise().defaults(), TABLE));
        Steps.refused("prepare.needs-number", () -> run(Steps.texts("x", "a"), Method.MIN_MAX));
        assertEquals(List.of("x", "-1.0"), Steps.refused("prepare.no-logarithm", () -> run(Steps.decimals("x", 2, -1), Method.LOG1P)).args());
    }

    private static double[] run(Table table, Method method) {
        return Steps.numbers(Steps.table(new Normalise(), new Normalise.Setup(List.of("x"), method), table), "x");
    }
}
