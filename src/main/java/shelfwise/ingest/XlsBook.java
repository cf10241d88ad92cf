package shelfwise.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Problem;

/** The old Excel format, of at most 65,536 rows: read whole. */
final class XlsBook implements Book {
    private final HSSFWorkbook book;

    XlsBook(SourceFile file) {
        try {
            book = new HSSFWorkbook(new POIFSFileSystem(file.path().toFile(), true), false);
        } catch (IOException | RuntimeException e) { // POI throws many kinds for a broken or locked file
            throw Problem.of("ingest.broken-excel", file.where()).asException(e);
        }
    }

    @Override public List<String> sheets() {
        return IntStream.range(0, book.getNumberOfSheets()).mapToObj(book::getSheetName).toList();
    }

    @Override public void read(String sheet, RowTaker taker) {
        for (Row row : book.getSheet(sheet)) {
            var cells = new ArrayList<@Nullable String>();
            for (int i = 0; i < row.getLastCellNum(); i++) cells.add(text(row.getCell(i)));
            if (cells.stream().anyMatch(c -> c != null) && !taker.row(row.getRowNum(), cells)) return;
        }
    }

    private static @Nullable String text(@Nullable Cell cell) {
        if (cell == null) return null;
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> DateUtil.isCellDateFormatted(cell) ? cell.getLocalDateTimeCellValue().toString() : Book.text(cell.getNumericCellValue());
            case STRING -> cell.getStringCellValue().isEmpty() ? null : cell.getStringCellValue();
            case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
            case ERROR -> ERROR;
            case BLANK, FORMULA, _NONE -> null;
        };
    }

    @Override public List<Area> merged(String sheet) {
        return book.getSheet(sheet).getMergedRegions().stream()
                .map(r -> new Area(r.getFirstRow(), r.getFirstColumn(), r.getLastRow(), r.getLastColumn())).toList();
    }

    @Override public void close() {
        try {
            book.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
