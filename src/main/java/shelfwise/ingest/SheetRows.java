package shelfwise.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Progress;

/** The records of one block of a sheet. Blank rows are no records; a cell with an error is blank, and counted. */
final class SheetRows implements RowSource {
    private static final int CHECK_EVERY = 256;
    private final SourceFile file;
    private final String sheet;
    private final int firstRow, firstColumn, lastColumn;
    private long errors;

    /** @param firstRow of data, from 0 */
    SheetRows(SourceFile file, String sheet, int firstRow, int firstColumn, int lastColumn) {
        this.file = file;
        this.sheet = sheet;
        this.firstRow = firstRow;
        this.firstColumn = firstColumn;
        this.lastColumn = lastColumn;
    }

    @Override public void read(RowVisitor visitor, Progress progress) {
        var row = new Row();
        errors = 0;
        try (Book book = Book.open(file)) {
            book.read(sheet, (number, cells) -> {
                if (number < firstRow) return true;
                if (number % CHECK_EVERY == 0) progress.at(number, 0);
                row.begin(number + 1L);
                boolean any = false;
                for (int c = firstColumn; c <= lastColumn; c++) {
                    String text = cell(cells, c);
                    boolean error = Book.ERROR.equals(text);
                    if (error) errors++;
                    any |= text != null;
                    row.add(text == null || error ? "" : text);
                }
                return !any || visitor.row(row);
            });
        }
    }

    static @Nullable String cell(List<@Nullable String> cells, int column) {
        return column < cells.size() ? cells.get(column) : null;
    }

    /** Cells with an error in the last reading. */
    long errors() {
        return errors;
    }
}
