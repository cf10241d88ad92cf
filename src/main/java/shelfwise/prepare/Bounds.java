package shelfwise.prepare;

import java.util.Arrays;
import shelfwise.data.Cells;
import shelfwise.data.DoubleCells;
import shelfwise.data.LongCells;
import shelfwise.data.TextCells;

/** The range of a column's usual values, both ends inside. */
record Bounds(double low, double high) {
    boolean hold(double value) {
        return value >= low && value <= high;
    }

    /** The cells with values outside moved to the nearest end; whole numbers to the nearest whole number inside. */
    Cells clip(Cells cells) {
        return switch (cells) {
            case LongCells c -> {
                long least = (long) Math.ceil(low), most = (long) Math.floor(high);
                yield new LongCells(Arrays.stream(c.values())
                        .map(v -> v == LongCells.MISSING || hold(v) ? v : v < low ? least : most).toArray());
            }
            case DoubleCells c -> new DoubleCells(Arrays.stream(c.values()).map(v -> Double.isNaN(v) || hold(v) ? v : v < low ? low : high).toArray());
            case TextCells c -> c;
        };
    }
}
