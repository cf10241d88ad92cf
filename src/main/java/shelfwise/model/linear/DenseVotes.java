package shelfwise.model.linear;

import java.util.List;
import shelfwise.data.Chunk;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.LongCells;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TableBuilder;
import shelfwise.model.Votes;
import shelfwise.model.kernel.Kernel;

/** A vote of every item for every other: items x items, row i what item i votes, {@code step} numbers a row. */
final class DenseVotes implements Votes {
    private static final long LOW = 0xffff_ffffL;
    private final int items, step;
    private final float[] value;
    private final Kernel kernel = Kernel.best();

    DenseVotes(int items, int step, float[] value) {
        this.items = items;
        this.step = step;
        this.value = value;
    }

    @Override public void add(int voter, float weight, float[] scores) {
        kernel.add(weight, value, voter * step, scores, 0, items);
    }

    @Override public float of(int voter, int candidate) {
        return value[voter * step + candidate];
    }

    /** Row by row, two votes in a number, for {@link #of}: half of what they would take one by one. Made in parts, so that nothing is there twice. */
    Table packed() {
        var table = new TableBuilder(Schema.of(new Field("value", ColumnType.INTEGER)));
        long cells = (long) items * items;
        int row = 0, column = 0;
        for (long from = 0; from < cells; from += 2L * Chunk.ROWS) {
            int n = (int) Math.min(cells - from, 2L * Chunk.ROWS);
            long[] part = new long[(n + 1) / 2];
            for (int k = 0; k < n; k++) {
                part[k >> 1] |= (Float.floatToRawIntBits(value[row * step + column]) & LOW) << ((k & 1) * Integer.SIZE);
                if (++column < items) continue;
                column = 0;
                row++;
            }
            table.add(new Chunk(part.length, List.of(new LongCells(part))));
        }
        return table.build();
    }

    static DenseVotes of(int items, Table packed) {
        int step = Gram.step(items);
        float[] value = new float[step * step];
        int[] at = {0, 0}; // row and column
        packed.scan(chunk -> {
            for (long pair : chunk.longs(0).values()) {
                for (int half = 0; half < 2 && at[0] < items; half++) {
                    value[at[0] * step + at[1]] = Float.intBitsToFloat((int) (pair >>> (half * Integer.SIZE)));
                    if (++at[1] < items) continue;
                    at[1] = 0;
                    at[0]++;
                }
            }
        });
        return new DenseVotes(items, step, value);
    }
}
