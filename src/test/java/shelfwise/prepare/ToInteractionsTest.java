package shelfwise.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;
import shelfwise.data.DoubleCells;
import shelfwise.data.Interactions;
import shelfwise.data.LongCells;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TableValue;
import shelfwise.data.TextCells;
import shelfwise.pipeline.Values;

class ToInteractionsTest {
    private static final Table TABLE = Steps.of(
            Schema.of(Steps.text("who", Role.USER), Steps.whole("what", Role.ITEM), Steps.time("when"), Steps.decimal("w", Role.WEIGHT)),
            TextCells.of("007", "用户", null, "007", "007", "7", "7"), new LongCells(new long[] {3, 3, 3, 1, 2, LongCells.MISSING, 1}),
            Steps.times("1970-01-01T00:00:02Z", "1970-01-01T00:00:01Z", "1970-01-01T00:00:01Z", "1970-01-01T00:00:01Z", "1970-01-01T00:00:01Z", "1970-01-01T00:00:00Z", "∅"),
            new DoubleCells(new double[] {1, 2, 3, 4, 5, 6, 7}));

    @Test void eventsComeInOrderOfTimeAndTiesInOrderOfTheTable() {
        Interactions events = run(TABLE, true);
        assertEquals(List.of("用户 3 1000", "007 1 1000", "007 2 1000", "007 3 2000"), Steps.told(events));
        assertArrayEquals(new float[] {2, 4, 5, 1}, events.weight());
    }

    @Test void idsStayAsTheyWereWritten() {
        Interactions events = run(TABLE, true);
        assertEquals(List.of("007", "用户"), events.users().all());
        assertEquals(List.of("3", "1", "2"), events.items().all());
    }

    @Test void rowsWithoutUserItemTimeOrWeightAreNoEvents() {
        Table weights = Steps.of(Schema.of(Steps.text("u", Role.USER), Steps.text("i", Role.ITEM), Steps.decimal("w", Role.WEIGHT)), TextCells.of("a", "b"), TextCells.of("x", "y"),
                new DoubleCells(new double[] {Double.NaN, 1}));
        assertEquals(List.of("b y 1"), Steps.told(run(weights, true)));
    }

    @Test void withoutTimeTheOrderOfTheTableCounts() {
        Interactions events = run(TABLE, false);
        assertFalse(events.timed());
        assertEquals(List.of("007 3 0", "用户 3 1", "007 1 3", "007 2 4", "7 1 6"), Steps.told(events));
    }

    @Test void sortsManyTiesAsTheyCame() {
        long[] time = new long[1000];
        for (int i = 0; i < time.length; i++) time[i] = i * 7919L % 10;
        int[] order = Events.inOrder(time, Progress.NONE);
        for (int k = 1; k < order.length; k++) {
            int a = order[k - 1], b = order[k];
            assertTrue(time[a] < time[b] || time[a] == time[b] && a < b, "at " + k);
        }
    }

    @Test void whatDoesNotFitIsRefused() {
        assertEquals(List.of(List.of("c"), Role.USER), Steps.refused("data.no-column-of-role", () -> run(Steps.texts("c", "x"), true)).args());
        Table textTime = Steps.of(Schema.of(Steps.text("u", Role.USER), Steps.text("i", Role.ITEM), Steps.text("t", Role.TIMESTAMP)), TextCells.of("a"), TextCells.of("x"),
                TextCells.of("noon"));
        Steps.refused("prepare.needs-time", () -> run(textTime, true));
        assertEquals(1, run(textTime, false).size());
        Table nobody = Steps.of(Schema.of(Steps.text("u", Role.USER), Steps.text("i", Role.ITEM)), TextCells.of((String) null), TextCells.of("x"));
        Steps.refused("prepare.nothing-left", () -> run(nobody, true));
    }

    private static Interactions run(Table table, boolean useTime) {
        return new ToInteractions().run(new ToInteractions.Setup(useTime), Values.of("table", new TableValue(table)), Steps.context())
                .one("interactions", Interactions.class);
    }

    @Test void puttingEventsInOrderLooksAtEachPassWhetherItIsCancelled() {
        long[] time = java.util.stream.LongStream.iterate(1_000, t -> t - 1).limit(1_000).toArray();
        int[] looks = {0};
        Events.inOrder(time, (_, _) -> looks[0]++);
        assertEquals(10, looks[0], "a pass for each power of two");
    }
}
