package shelfwise.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.data.LongCells;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TextCells;
import shelfwise.prepare.Weights.EventWeight;
import shelfwise.prepare.Weights.From;
import shelfwise.prepare.Weights.Setup;
import shelfwise.prepare.Weights.Transform;

class WeightsTest {
    private static final Table TABLE = Steps.of(Schema.of(Steps.text("event", Role.EVENT_TYPE), Steps.whole("n", Role.QUANTITY)), TextCells.of("view", "buy", null, "tap"),
            new LongCells(new long[] {1, 40, LongCells.MISSING, 3}));

    @Test void eachTypeOfEventGetsItsWeightAndOthersTheRest() {
        var weights = List.of(new EventWeight("view", 1), new EventWeight("buy", 5));
        assertArrayEquals(new double[] {1, 5, 0.5, 0.5}, run(TABLE, new Setup(From.EVENT_TYPE, "", weights, 0.5, Transform.NONE, 0, "w")));
    }

    @Test void numbersAreTransformedAndMissingOnesStayMissing() {
        double none = Double.NaN;
        assertArrayEquals(new double[] {1, 40, none, 3}, run(TABLE, numbers(Transform.NONE, 0)));
        assertArrayEquals(new double[] {1, 10, none, 3}, run(TABLE, numbers(Transform.CLIP, 10)));
        assertArrayEquals(new double[] {Math.log(2), Math.log(41), none, Math.log(4)}, run(TABLE, numbers(Transform.LOG1P, 0)), 1e-12);
    }

    @Test void theNewColumnTakesTheRoleFromAnOlderOne() {
        Table old = Steps.of(Schema.of(Steps.whole("old", Role.WEIGHT), Steps.whole("n", Role.QUANTITY)), new LongCells(new long[] {1}), new LongCells(new long[] {2}));
        Schema schema = Steps.table(new Weights(), numbers(Transform.NONE, 0), old).schema();
        assertEquals(List.of(Role.NONE, Role.QUANTITY, Role.WEIGHT), schema.fields().stream().map(f -> f.role()).toList());
    }

    @Test void whatDoesNotFitIsRefused() {
        Steps.refused("data.no-column-of-role", () -> run(Steps.texts("c", "x"), new Weights().defaults()));
        Steps.refused("prepare.needs-number", () -> run(TABLE, new Setup(From.NUMBER, "event", List.of(), 1, Transform.NONE, 0, "w")));
        Steps.refused("prepare.no-logarithm", () -> run(Steps.wholes("n", -1), new Setup(From.NUMBER, "n", List.of(), 1, Transform.LOG1P, 0, "w")));
        Steps.refused("data.two-columns-one-name", () -> run(TABLE, new Setup(From.NUMBER, "n", List.of(), 1, Transform.NONE, 0, "n")));
        Steps.refused("pipeline.setting-empty", () -> new Setup(From.NUMBER, "n", List.of(), 1, Transform.NONE, 0, " "));
    }

    private static Setup numbers(Transform transform, double limit) {
        return new Setup(From.NUMBER, "", List.of(), 1, transform, limit, "w");
    }

    private static double[] run(Table table, Setup setup) {
        return Steps.numbers(Steps.table(new Weights(), setup, table), setup.newColumn());
    }
}
