package shelfwise.pipeline.expression;

import shelfwise.data.Cells;
import shelfwise.data.ColumnType;
import shelfwise.data.DoubleCells;
import shelfwise.data.LongCells;
import shelfwise.data.TextCells;

/** Takes each row's value from one of two parts of one type. */
final class Choice {
    private Choice() { }

    /** Where {@code test} is true that of {@code yes}, where it is false that of {@code no}, where it is missing none. */
    static Part of(Part test, Part yes, Part no) {
        return Part.of(yes.type(), chunk -> {
            long[] which = Numbers.longs(test.kernel().on(chunk));
            return choose(yes.type(), which, yes.kernel().on(chunk), no.kernel().on(chunk));
        });
    }

    private static Cells choose(ColumnType type, long[] which, Cells yes, Cells no) {
        return switch (type) {
            case TEXT -> texts(which, (TextCells) yes, (TextCells) no);
            case DECIMAL -> {
                double[] a = Numbers.doubles(yes), b = Numbers.doubles(no), chosen = new double[which.length];
                for (int i = 0; i < chosen.length; i++) chosen[i] = which[i] == 1 ? a[i] : which[i] == 0 ? b[i] : Double.NaN;
                yield new DoubleCells(chosen);
            }
            case INTEGER, TIME, BOOLEAN -> {
                long[] a = Numbers.longs(yes), b = Numbers.longs(no), chosen = new long[which.length];
                for (int i = 0; i < chosen.length; i++) chosen[i] = which[i] == 1 ? a[i] : which[i] == 0 ? b[i] : LongCells.MISSING;
                yield new LongCells(chosen);
            }
        };
    }

    private static TextCells texts(long[] which, TextCells yes, TextCells no) {
        var coding = new Texts.Coding();
        int[] a = codes(yes, coding), b = codes(no, coding), chosen = new int[which.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = which[i] == 1 ? code(yes, a, i) : which[i] == 0 ? code(no, b, i) : -1;
        }
        return new TextCells(coding.words(), chosen);
    }

    private static int[] codes(TextCells cells, Texts.Coding coding) {
        int[] codes = new int[cells.dictionary().length];
        for (int k = 0; k < codes.length; k++) codes[k] = coding.code(cells.dictionary()[k]);
        return codes;
    }

    private static int code(TextCells cells, int[] codes, int row) {
        return cells.codes()[row] < 0 ? -1 : codes[cells.codes()[row]];
    }
}
