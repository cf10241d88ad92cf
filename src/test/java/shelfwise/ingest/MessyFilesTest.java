package shelfwise.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.AssetKind;
import shelfwise.data.ColumnType;

/** Every difficult file beside the project, with the outcome its list promises. */
class MessyFilesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ' ', textBlock = """
            charging-stations.latin1-semicolon.csv 882 17 0 ISO-8859-1 ;
            disasters.utf16le-bom-ragged.tsv 2 12 0 UTF-16LE tab
            disasters.utf16be-bom-ragged.tsv 2 12 0 UTF-16BE tab
            names.shift-jis.csv 20 2 0 Shift_JIS ,
            long-cells.multiline-crlf.csv 19 2 0 UTF-8 ,
            types.blank-duplicate-headers.csv 210 26 0 UTF-8 ,
            addresses.late-bad-quote.csv 2052 15 1 UTF-8 ,
            projects.decimal-comma.csv 8 28 0 UTF-8 ,
            dates.late-bad.csv 2067 1 2 UTF-8 ,
            water-level.mixed-timestamps.csv 7 4 0 UTF-8 ;
            tweet.multiline-emoji-ragged.csv 1 1 1 UTF-8 ,
            groceries.leading-zeros-mixed-eol.csv 3 26 0 UTF-8 ,
            electricity.multi-table.csv 288 25 3 UTF-8 ,
            milk.long-headers-footer.tsv 380 23 0 UTF-8 tab
            films.backslash-escape.csv 100 44 0 UTF-8 ,
            nul-byte.csv 1 3 0 UTF-8 ,
            events.pipe-long-fields.txt 72 72 0 UTF-8 |
            food-security.merged-headers.xlsx 48 55 0 - -
            multi-row-header.xlsx 1 4 0 - -
            chinese-provinces.xls 3 2 0 - -
            """)
    void comesInWhole(String file, long rows, int columns, long rejected, String encoding, String delimiter) {
        var result = load(file, new MemoryTarget(), ImportOptions.DETECT);
        assertEquals(rows, result.rows(), "rows");
        assertEquals(columns, result.columns().size(), "columns");
        assertEquals(rejected, result.rejected(), "rejected");
        assertEquals(encoding.equals("-") ? "" : encoding, result.encoding());
        assertEquals(delimiter.equals("-") ? "" : delimiter.replace("tab", "\t"), result.delimiter());
    }

    @Test void latinHeadersAndDatesAreRead() {
        var target = loaded("charging-stations.latin1-semicolon.csv");
        var schema = target.table().schema();
        assertTrue(schema.names().contains("accessibilité"));
        assertEquals(ColumnType.TIME, schema.field(schema.index("date_maj")).type());
        assertEquals("2020-12-15T00:00:00Z", target.cell(0, schema.index("date_maj")));
        assertEquals("42.664299", target.cell(0, schema.index("Ylatitude")));
    }

    @Test void bothByteOrdersGiveTheSameTable() {
        var little = loaded("disasters.utf16le-bom-ragged.tsv").table();
        assertEquals(little.hash(), loaded("disasters.utf16be-bom-ragged.tsv").table().hash());
        assertEquals("column 12", little.schema().names().getLast());
    }

    @Test void japaneseNamesAreRead() {
        var target = loaded("names.shift-jis.csv");
        assertEquals(List.of("名前", "年齢"), target.table().schema().names());
        assertEquals("山田", target.cell(1, 0));
        assertEquals(ColumnType.INTEGER, target.table().schema().field(1).type());
    }

    @Test void longCellsKeepTheirLines() {
        var longest = loaded("long-cells.multiline-crlf.csv").column("Description").stream().mapToInt(String::length).max().orElse(0);
        assertEquals(5587, longest);
    }

    @Test void blankAndDoubleHeadersGetNames() {
        var target = loaded("types.blank-duplicate-headers.csv");
        var names = target.table().schema().names();
        assertEquals(List.of("doubleCol", "doubleCol 2", "decimalCol", "column 8"), names.subList(4, 8));
        assertEquals("column 26", names.get(25));
        assertEquals("✅", target.column("emojis").getFirst());
        assertEquals("", target.column("tinyIntCol").getFirst(), "null is missing");
    }

    @Test void aBadQuoteIsReportedWithItsLine() {
        var target = loaded("addresses.late-bad-quote.csv");
        assertEquals(List.of(2049L), target.rejects.stream().map(Reject::line).toList());
        assertEquals("reject.fields", target.rejects.getFirst().reason());
        assertEquals(List.of(15, 16), target.rejects.getFirst().args());
        assertTrue(target.rejects.getFirst().raw().contains("Unescaped quote"));
    }

    @Test void moneyWithDecimalCommaAndDatesWithoutMarksAreRead() {
        var target = loaded("projects.decimal-comma.csv");
        var schema = target.table().schema();
        assertEquals("7.10001709E7", target.cell(0, schema.index("TOT_PAGAMENTI")));
        assertEquals("1.5", target.cell(0, schema.index("PROGRAMMATO_INDICATORE_1")));
        assertEquals("2006-05-02T00:00:00Z", target.cell(0, schema.index("OC_DATA_INIZIO_PROGETTO")));
        assertTrue(target.plan != null && target.plan.formats().contains("decimal-comma") && target.plan.formats().contains("decimal-point"));
    }

    @Test void lateBadDatesAreRejectedWithTheirLines() {
        var target = loaded("dates.late-bad.csv");
        assertEquals(List.of(2069L, 2070L), target.rejects.stream().map(Reject::line).toList());
        assertEquals(List.of("10-10.2020", "10/10.2020"), target.rejects.stream().map(Reject::raw).toList());
        assertEquals("2020-10-10T00:00:00Z", target.cell(0, 0));
    }

    @Test void datesWithAndWithoutTimeStandInOneColumn() {
        var target = loaded("water-level.mixed-timestamps.csv");
        assertEquals(List.of("2013-07-09T12:00:00Z", "2013-07-10T00:00:00Z"), target.column("Zeit [MEZ]").subList(0, 2));
        assertEquals("146", target.cell(0, 1));
    }

    @Test void theZoneChosenIsThatOfTimesWithoutOne() {
        var target = new MemoryTarget();
        load("water-level.mixed-timestamps.csv", target, ImportOptions.DETECT.withZone("Europe/Berlin"));
        assertEquals("2013-07-09T10:00:00Z", target.cell(0, 0));
    }

    @Test void leadingZerosStay() {
        var target = loaded("groceries.leading-zeros-mixed-eol.csv");
        assertEquals("00000579000098", target.column("lookup_code").getFirst());
    }

    @Test void titlesAboveAndTablesBelowAreReported() {
        var target = new MemoryTarget();
        var result = load("electricity.multi-table.csv", target, ImportOptions.DETECT);
        assertEquals(List.of(291L, 292L, 293L), target.rejects.stream().map(Reject::line).toList());
        assertTrue(result.notes().stream().anyMatch(n -> n.key().equals("ingest.lines-skipped") && n.args().equals(List.of(1))), "line 1 is told of");
    }

    @Test void anEscapedDelimiterBelongsToTheText() {
        var target = loaded("films.backslash-escape.csv");
        assertEquals("Dr. Seltsam, oder wie ich lernte, die Bombe zu lieben (1964)",
                target.column("title").stream().filter(t -> t.startsWith("Dr. Seltsam")).findFirst().orElse(""));
    }

    @Test void aNulByteIsAValue() {
        assertEquals("\0", loaded("nul-byte.csv").cell(0, 0));
    }

    @Test void theLongestCellIsWhole() {
        var target = loaded("events.pipe-long-fields.txt");
        int longest = target.table().schema().fields().stream().filter(f -> f.type() == ColumnType.TEXT)
                .flatMap(f -> target.column(f.name()).stream()).mapToInt(String::length).max().orElse(0);
        assertEquals(4096, longest);
    }

    @Test void mergedHeadersAreJoined() {
        var target = loaded("food-security.merged-headers.xlsx");
        var names = target.table().schema().names();
        assertEquals("Country", names.getFirst());
        assertEquals("Current / Phase 1 / #", names.get(11));
        assertEquals(names.size(), names.stream().distinct().count());
        assertEquals("Badakhshan", target.cell(1, 2));
        assertEquals(13, target.plan == null ? 0 : firstLine("food-security.merged-headers.xlsx"));
        assertEquals(List.of("Region", "Caloric contribution / (%)"), shortened(loaded("multi-row-header.xlsx").table().schema().names()).subList(0, 2));
    }

    private static List<String> shortened(List<String> names) {
        return names.stream().map(n -> n.replaceAll("\\s+", " ").strip()).toList();
    }

    private static long firstLine(String file) {
        var lines = new java.util.ArrayList<Long>();
        SheetSniffer.layout(SourceFile.of(SharedData.file("messy/" + file)), ImportOptions.DETECT).rows().read(row -> {
            lines.add(row.line());
            return false;
        }, Progress.NONE);
        return lines.getFirst();
    }

    @Test void ofTablesSideBySideTheFirstIsTakenAndTheOtherTold() {
        var target = new MemoryTarget();
        var result = load("cities.side-by-side-tables.xlsx", target, ImportOptions.DETECT.withSheet("Table"));
        assertEquals(List.of("City", "Latitude", "Longitude", "Population"), target.table().schema().names());
        assertEquals(13, result.rows(), "C3 to F15, the total row too");
        assertEquals("Shanghai, China", target.cell(0, 0));
        assertTrue(target.cell(12, 1).startsWith("25.39666666666"), "a formula by its kept value");
        assertTrue(result.notes().stream().anyMatch(n -> n.key().equals("ingest.other-blocks") && n.args().equals(List.of("C-F", List.of("I-L")))));
    }

    @Test void whereNobodyChoseASheetTheOthersAreTold() {
        var told = load("cities.side-by-side-tables.xlsx", new MemoryTarget(), ImportOptions.DETECT).notes();
        assertTrue(told.contains(Problem.of("ingest.other-sheets", "Formula", List.of("Table", "PivotTable"))), told.toString());
        var chosen = load("cities.side-by-side-tables.xlsx", new MemoryTarget(), ImportOptions.DETECT.withSheet("1")).notes();
        assertTrue(chosen.stream().noneMatch(n -> n.key().equals("ingest.other-sheets")), chosen.toString());
    }

    @Test void sheetsAreFoundByNumberToo() {
        var byName = new MemoryTarget();
        var byNumber = new MemoryTarget();
        load("cities.side-by-side-tables.xlsx", byName, ImportOptions.DETECT.withSheet("Table"));
        load("cities.side-by-side-tables.xlsx", byNumber, ImportOptions.DETECT.withSheet("2"));
        assertEquals(byName.table().hash(), byNumber.table().hash());
    }

    @Test void errorCellsAreMissingAndCounted() {
        var result = load("formulas.error-cells.xlsx", new MemoryTarget(), ImportOptions.DETECT.withSheet("misc"));
        assertEquals(List.of(List.of(2L)), result.notes().stream().filter(n -> n.key().equals("ingest.error-cells")).map(n -> n.args()).toList());
        assertEquals(0, load("formulas.error-cells.xlsx", new MemoryTarget(), ImportOptions.DETECT).rejected());
    }

    @Test void theOldExcelFormatIsRead() {
        var target = new MemoryTarget();
        assertEquals(AssetKind.OTHER, load("chinese-provinces.xls", target, ImportOptions.DETECT).kind());
        assertEquals(1, Collections.frequency(target.column(target.table().schema().names().get(1)), "安徽省"));
    }

    private static MemoryTarget loaded(String file) {
        var target = new MemoryTarget();
        load(file, target, ImportOptions.DETECT);
        return target;
    }

    private static ImportResult load(String file, MemoryTarget target, ImportOptions options) {
        return new Importer().importFile(SharedData.file("messy/" + file), options, target, Progress.NONE);
    }
}
