package shelfwise.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An Excel file of either format: sheets, rows of texts, merged areas. */
interface Book extends AutoCloseable {
    /** Stands for a cell whose formula gave an error: a code point that no text may hold. */
    String ERROR = "\uFDD8";

    /** Cells joined into one; all counted from 0, all inclusive. */
    record Area(int top, int left, int bottom, int right) { }

    /** Takes the rows that hold anything. */
    interface RowTaker {
        /**
         * @param number from 0
         * @param cells  from the first column; null for a blank cell; formulas by their kept value, times as year-month-day text
         * @return whether to go on
         */
        boolean row(int number, List<@Nullable String> cells);
    }

    /** Names of the sheets, in order. */
    List<String> sheets();

    void read(String sheet, RowTaker taker);

    /** The merged areas; none where the sheet is too large to look for them. */
    List<Area> merged(String sheet);

    @Override void close();

    static Book open(SourceFile file) {
        return file.kind() == SourceFile.Kind.XLSX ? new XlsxBook(file) : new XlsBook(file);
    }

    /** A number as text, as short as it can be told: 39.02, not 39.020000000000003. */
    static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number) : Double.toString(number);
    }
}
