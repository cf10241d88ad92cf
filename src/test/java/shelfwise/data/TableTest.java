package shelfwise.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;

class TableTest {
    private static final Schema SCHEMA = Schema.of(new Field("n", ColumnType.INTEGER), new Field("x", ColumnType.DECIMAL), new Field("word", ColumnType.TEXT));

    private static Table table(int chunks) {
        var builder = new TableBuilder(SCHEMA);
        for (int c = 0; c < chunks; c++) builder.add(new Chunk(2, List.of(new LongCells(new long[] {c, LongCells.MISSING}), new DoubleCells(new double[] {c, -0.5}), TextCells.of("w" + c, null))));
        return builder.build();
    }

    @Test void hashingLooksAtEachChunkWhetherItIsCancelled() {
        int[] looks = {0};
        Table table = table(10);
        assertEquals(table(10).hash(), table.hash((_, _) -> looks[0]++));
        assertEquals(10, looks[0]);
        Table cancelled = table(10);
        int[] left = {4};
        assertThrows(CancellationException.class, () -> cancelled.hash((_, _) -> {
            if (--left[0] == 0) throw new CancellationException();
        }));
        assertEquals(table.hash(), cancelled.hash(Progress.NONE), "a cancelled one is begun anew");
    }

    @Test void aSliceHoldsTheRowsAsTheyAre() {
        Table slice = table(3).slice(1, 4);
        var rows = new ArrayList<String>();
        slice.scan(c -> {
            for (int i = 0; i < c.rows(); i++) rows.add(c.columns().get(0).text(i, ColumnType.INTEGER) + "|" + c.columns().get(1).text(i, ColumnType.DECIMAL) + "|" + c.columns().get(2).text(i, ColumnType.TEXT));
        });
        assertEquals(List.of("|-0.5|", "1|1|w1", "|-0.5|"), rows);
    }

    @Test void eventsThatAreNoneAreRefusedWithTheReason() {
        var ids = new Ids(List.of("a", "b"));
        assertEquals("event 1 is outside the ids", refused(ids, new int[] {0, 2}, new long[] {0, 1}, new float[] {1, 1}));
        assertEquals("event 1 is not in order of time", refused(ids, new int[] {0, 1}, new long[] {1, 0}, new float[] {1, 1}));
        assertEquals("event 0 has weight NaN", refused(ids, new int[] {0, 1}, new long[] {0, 1}, new float[] {Float.NaN, 1}));
    }

    private static String refused(Ids ids, int[] user, long[] time, float[] weight) {
        return assertThrows(IllegalArgumentException.class, () -> new Interactions(ids, ids, user, new int[] {0, 0}, time, weight, true)).getMessage();
    }
}
