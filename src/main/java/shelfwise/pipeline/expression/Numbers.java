package shelfwise.pipeline.expression;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;
import shelfwise.data.Cells;
import shelfwise.data.ColumnType;
import shelfwise.data.DoubleCells;
import shelfwise.data.LongCells;
import shelfwise.data.TextCells;

/** Loops over columns of numbers, times and truth values. What is missing, not a number or beyond 64 bits becomes missing. */
final class Numbers {
    private Numbers() { }

    /** The cells as doubles, NaN for missing. Not to be changed: they may be the cells' own. */
    static double[] doubles(Cells cells) {
        return switch (cells) {
            case DoubleCells c -> c.values();
            case LongCells c -> {
                double[] values = new double[c.size()];
                for (int i = 0; i < values.length; i++) values[i] = c.values()[i] == LongCells.MISSING ? Double.NaN : c.values()[i];
                yield values;
            }
            case TextCells _ -> throw new IllegalArgumentException("text");
        };
    }

    static long[] longs(Cells cells) {
        return ((LongCells) cells).values();
    }

    static Part each(Part a, DoubleUnaryOperator f) {
        return Part.of(ColumnType.DECIMAL, chunk -> {
            double[] x = doubles(a.kernel().on(chunk)), y = new double[x.length];
            for (int i = 0; i < y.length; i++) y[i] = finite(f.applyAsDouble(x[i]));
            return new DoubleCells(y);
        });
    }

    static Part both(Part a, Part b, DoubleBinaryOperator f) {
        return Part.of(ColumnType.DECIMAL, chunk -> {
            double[] x = doubles(a.kernel().on(chunk)), y = doubles(b.kernel().on(chunk)), z = new double[x.length];
            for (int i = 0; i < z.length; i++) z[i] = Double.isNaN(x[i]) || Double.isNaN(y[i]) ? Double.NaN : finite(f.applyAsDouble(x[i], y[i]));
            return new DoubleCells(z);
        });
    }

    private static double finite(double value) {
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    static Part eachLong(Part a, ColumnType type, LongUnaryOperator f) {
        return Part.of(type, chunk -> {
            long[] x = longs(a.kernel().on(chunk)), y = new long[x.length];
            for (int i = 0; i < y.length; i++) y[i] = x[i] == LongCells.MISSING ? LongCells.MISSING : f.applyAsLong(x[i]);
            return new LongCells(y);
        });
    }

    /** @param f may throw ArithmeticException: that row is missing */
    static Part bothLong(Part a, Part b, ColumnType type, LongBinaryOperator f) {
        return Part.of(type, chunk -> {
            long[] x = longs(a.kernel().on(chunk)), y = longs(b.kernel().on(chunk)), z = new long[x.length];
            for (int i = 0; i < z.length; i++) {
                z[i] = LongCells.MISSING;
                if (x[i] == LongCells.MISSING || y[i] == LongCells.MISSING) continue;
                try {
                    z[i] = f.applyAsLong(x[i], y[i]);
                } catch (ArithmeticException _) { // stays missing
                }
            }
            return new LongCells(z);
        });
    }

    /** Whole numbers nearest to nothing but themselves; those beyond 64 bits are missing. */
    static Part whole(Part a, DoubleUnaryOperator f) {
        return Part.of(ColumnType.INTEGER, chunk -> {
            double[] x = doubles(a.kernel().on(chunk));
            long[] y = new long[x.length];
            for (int i = 0; i < y.length; i++) {
                double v = f.applyAsDouble(x[i]);
                y[i] = Math.abs(v) < 0x1p63 ? (long) v : LongCells.MISSING; // false for NaN
            }
            return new LongCells(y);
        });
    }

    /** @param meets the sign of a - b */
    static Part compare(Part a, Part b, IntPredicate meets) {
        boolean decimals = a.type() == ColumnType.DECIMAL || b.type() == ColumnType.DECIMAL;
        boolean less = meets.test(-1), equal = meets.test(0), greater = meets.test(1);
        return Part.of(ColumnType.BOOLEAN, chunk -> {
            Cells x = a.kernel().on(chunk), y = b.kernel().on(chunk);
            return new LongCells(decimals ? compare(doubles(x), doubles(y), less, equal, greater) : compare(longs(x), longs(y), less, equal, greater));
        });
    }

    private static long[] compare(double[] x, double[] y, boolean less, boolean equal, boolean greater) {
        long[] z = new long[x.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = x[i] < y[i] ? flag(less) : x[i] > y[i] ? flag(greater) : x[i] == y[i] ? flag(equal) : LongCells.MISSING;
        }
        return z;
    }

    private static long[] compare(long[] x, long[] y, boolean less, boolean equal, boolean greater) {
        long[] z = new long[x.length];
        for (int i = 0; i < z.length; i++) {
            if (x[i] == LongCells.MISSING || y[i] == LongCells.MISSING) z[i] = LongCells.MISSING;
            else z[i] = x[i] < y[i] ? flag(less) : x[i] > y[i] ? flag(greater) : flag(equal);
        }
        return z;
    }

    static long flag(boolean value) {
        return value ? 1 : 0;
    }

    /** Kleene's and (or): a missing value counts where the other does not decide. */
    static Part logic(Part a, Part b, boolean or) {
        long decides = flag(or);
        return Part.of(ColumnType.BOOLEAN, chunk -> {
            long[] x = longs(a.kernel().on(chunk)), y = longs(b.kernel().on(chunk)), z = new long[x.length];
            for (int i = 0; i < z.length; i++) {
                if (x[i] == decides || y[i] == decides) z[i] = decides;
                else z[i] = x[i] == LongCells.MISSING || y[i] == LongCells.MISSING ? LongCells.MISSING : 1 - decides;
            }
            return new LongCells(z);
        });
    }

    static Part missing(Part a) {
        return Part.of(ColumnType.BOOLEAN, chunk -> {
            Cells cells = a.kernel().on(chunk);
            long[] z = new long[cells.size()];
            for (int i = 0; i < z.length; i++) z[i] = flag(cells.missing(i));
            return new LongCells(z);
        });
    }
}
