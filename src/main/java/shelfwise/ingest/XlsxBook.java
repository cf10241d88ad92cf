package shelfwise.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellAddress;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Problem;

/** The Excel format of today, streamed. */
final class XlsxBook implements Book {
    /** A sheet larger than this, unzipped, is not searched for merged areas, which stand at its end. */
    private static final long MERGED_BYTES = 32 << 20;

    private final SourceFile file;
    private final ReadableWorkbook book;

    XlsxBook(SourceFile file) {
        this.file = file;
        try {
            book = new ReadableWorkbook(file.path().toFile(), new ReadingOptions(true, false));
        } catch (IOException | RuntimeException e) { // the reader throws many kinds for a broken file
            throw broken(e);
        }
    }

    private RuntimeException broken(Exception e) {
        return Problem.of("ingest.broken-excel", file.where()).asException(e);
    }

    @Override public List<String> sheets() {
        return book.getSheets().map(Sheet::getName).toList();
    }

    @Override public void read(String sheet, RowTaker taker) {
        try (Stream<Row> rows = book.findSheet(sheet).orElseThrow().openStream()) {
            for (var it = rows.iterator(); it.hasNext(); ) {
                Row row = it.next();
                var cells = new ArrayList<@Nullable String>();
                boolean any = false;
                for (int i = 0; i < row.getCellCount(); i++) {
                    String text = text(row.getCell(i));
                    cells.add(text);
                    any |= text != null;
                }
                if (any && !taker.row(row.getRowNum() - 1, cells)) return;
            }
        } catch (IOException | UncheckedIOException | ExcelReaderException e) {
            throw broken(e);
        }
    }

    private static @Nullable String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getValue() == null) return null;
        String raw = String.valueOf(cell.getType() == CellType.STRING ? cell.getValue() : cell.getRawValue());
        if (raw.isEmpty()) return null;
        return switch (cell.getType()) {
            case STRING -> raw;
            case BOOLEAN -> Boolean.toString(raw.equals("1") || raw.equalsIgnoreCase("true"));
            case ERROR -> ERROR;
            case NUMBER -> number(cell, raw);
            case FORMULA -> raw.startsWith("#") && (raw.endsWith("!") || raw.endsWith("?") || raw.equals("#N/A")) ? ERROR : number(cell, raw);
            case EMPTY -> null;
        };
    }

    private static String number(Cell cell, String raw) {
        double value;
        try {
            value = Double.parseDouble(raw);
        } catch (NumberFormatException e) {
            return raw; // a formula that gives text
        }
        if (!isDate(cell)) return Book.text(value);
        LocalDateTime date = cell.asDate();
        return date.toString();
    }

    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id == null) return false;
        if (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58) return true;
        String format = cell.getDataFormatString();
        if (format == null || id < 164) return false;
        String marks = format.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "").toLowerCase(java.util.Locale.ROOT);
        return marks.contains("y") || marks.contains("d") && marks.contains("m");
    }

    @Override public List<Area> merged(String sheet) {
        try (var zip = new ZipFile(file.path().toFile())) {
            Optional<ZipEntry> entry = entry(zip, sheet);
            if (entry.isEmpty() || entry.get().getSize() > MERGED_BYTES) return List.of();
            var areas = new ArrayList<Area>();
            elements(zip, entry.get(), "mergeCell", x -> {
                String[] corners = x.getAttributeValue(null, "ref").split(":");
                var first = new CellAddress(corners[0]);
                var last = new CellAddress(corners[corners.length - 1]);
                areas.add(new Area(first.getRow(), first.getColumn(), last.getRow(), last.getColumn()));
            });
            return areas;
        } catch (IOException | XMLStreamException e) {
            throw broken(e);
        }
    }

    /** The part that holds a sheet, by way of the workbook's relations. */
    private static Optional<ZipEntry> entry(ZipFile zip, String sheet) throws IOException, XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        ZipEntry links = zip.getEntry("xl/_rels/workbook.xml.rels"), book = zip.getEntry("xl/workbook.xml");
        if (links == null || book == null) return Optional.empty();
        elements(zip, links, "Relationship", x -> targets.put(x.getAttributeValue(null, "Id"), x.getAttributeValue(null, "Target")));
        var found = new ArrayList<String>();
        elements(zip, book, "sheet", x -> {
            String target = targets.get(x.getAttributeValue(relations, "id"));
            if (sheet.equals(x.getAttributeValue(null, "name")) && target != null) found.add(target);
        });
        if (found.isEmpty()) return Optional.empty();
        String target = found.getFirst();
        return Optional.ofNullable(zip.getEntry(target.startsWith("/") ? target.substring(1) : "xl/" + target));
    }

    private interface Taker {
        void take(XMLStreamReader element);
    }

    private static void elements(ZipFile zip, ZipEntry entry, String name, Taker taker) throws IOException, XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (var in = zip.getInputStream(entry)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals(name)) taker.take(xml);
        }
    }

    @Override public void close() {
        try {
            book.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
