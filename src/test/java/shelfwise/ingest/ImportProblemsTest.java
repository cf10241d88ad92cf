package shelfwise.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.base.Messages;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.data.ColumnType;
import shelfwise.data.Role;

/** Bad input: each case has its own message with place and cure, and nothing is kept. */
class ImportProblemsTest {
    @TempDir Path folder;

    @Test void aMissingFileIsNamed() {
        assertProblem("ingest.no-such-file", folder.resolve("nowhere.csv"), ImportOptions.DETECT);
    }

    @Test void aFolderIsNoFile() {
        assertProblem("ingest.is-folder", folder, ImportOptions.DETECT);
    }

    @Test void nothingInTheFile() throws IOException {
        assertProblem("ingest.empty", text("empty.csv", ""), ImportOptions.DETECT);
        assertProblem("ingest.empty", text("blank.csv", " \n\n"), ImportOptions.DETECT);
    }

    @Test void onlyAHeader() throws IOException {
        assertProblem("ingest.only-header", text("head.csv", "user,item,price\n"), ImportOptions.DETECT);
        assertProblem("ingest.only-header", text("head2.csv", "1,2\n"), ImportOptions.DETECT.withHeader(true));
    }

    @Test void textCalledExcel() throws IOException {
        assertProblem("ingest.excel-is-text", text("orders.xlsx", "a,b\n1,2\n"), ImportOptions.DETECT);
    }

    @Test void aZipCalledCsv() throws IOException {
        Path file = folder.resolve("orders.csv");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("a.csv"));
            zip.write(1);
        }
        assertProblem("ingest.is-zip", file, ImportOptions.DETECT);
    }

    @Test void excelCalledCsv() throws IOException {
        Path excel = SharedData.file("messy/multi-row-header.xlsx");
        assertProblem("ingest.text-is-excel", Files.write(folder.resolve("orders.csv"), Files.readAllBytes(excel)), ImportOptions.DETECT);
    }

    @Test void aPdfCalledCsv() throws IOException {
        assertProblem("ingest.not-a-table", text("report.csv", "%PDF-1.7\nsomething"), ImportOptions.DETECT);
    }

    @Test void bytesThatAreNoText() throws IOException {
        byte[] noise = new byte[5000];
        new Random(1).nextBytes(noise);
        assertProblem("ingest.binary", Files.write(folder.resolve("noise.csv"), noise), ImportOptions.DETECT);
    }

    @Test void aGzipCutShort() throws IOException {
        byte[] whole = Files.readAllBytes(SharedData.file("zh/goods-order.utf8-bom.csv.gz"));
        assertProblem("ingest.broken-gzip", Files.write(folder.resolve("cut.csv.gz"), java.util.Arrays.copyOf(whole, whole.length / 2)), ImportOptions.DETECT);
    }

    @Test void aDamagedExcelFile() throws IOException {
        byte[] whole = Files.readAllBytes(SharedData.file("messy/chinese-provinces.xls"));
        assertProblem("ingest.broken-excel", Files.write(folder.resolve("cut.xls"), java.util.Arrays.copyOf(whole, 1500)), ImportOptions.DETECT);
        byte[] newer = Files.readAllBytes(SharedData.file("messy/multi-row-header.xlsx"));
        assertProblem("ingest.broken-excel", Files.write(folder.resolve("cut.xlsx"), java.util.Arrays.copyOf(newer, 3000)), ImportOptions.DETECT);
    }

    @Test void aSheetThatIsNotThere() {
        assertProblem("ingest.no-such-sheet", SharedData.file("messy/cities.side-by-side-tables.xlsx"), ImportOptions.DETECT.withSheet("Orders"));
        assertProblem("ingest.no-such-sheet", SharedData.file("messy/cities.side-by-side-tables.xlsx"), ImportOptions.DETECT.withSheet("9"));
    }

    @Test void twoColumnsOfOneRole() throws IOException {
        assertProblem("data.two-columns-one-role", text("two.csv", "a,b\nx,1\n"), ImportOptions.DETECT.withRoles(Map.of("a", Role.USER, "b", Role.USER)));
    }

    @Test void aRoleForAColumnThatIsNotThere() throws IOException {
        assertProblem("ingest.no-such-column", text("few.csv", "a,b\nx,1\n"), ImportOptions.DETECT.withRoles(Map.of("c", Role.USER)));
        assertProblem("ingest.no-such-column", text("few.csv", "a,b\nx,1\n"), ImportOptions.DETECT.withTypes(Map.of("c", ColumnType.TEXT)));
    }

    @Test void everyRowRejected() throws IOException {
        assertProblem("ingest.all-rejected", text("words.csv", "a,b\nx,1\ny,2\n"), ImportOptions.DETECT.withTypes(Map.of("a", ColumnType.INTEGER)));
    }

    @Test void linesSkippedBeyondTheEnd() throws IOException {
        assertProblem("ingest.nothing-left", text("short.csv", "a,b\nx,1\n"), ImportOptions.DETECT.withSkipLines(9));
    }

    @Test void quotesOpenedEverywhere() throws IOException {
        assertProblem("ingest.quotes-broken", text("quotes.csv", "a::b\n" + "w::3\n".repeat(2000) + "\"x\"y::1\n".repeat(99)),
                ImportOptions.DETECT.withQuote("\"").withDelimiter("::"));
    }

    @Test void wordsThatMeanNothing() {
        assertEquals("ingest.unknown-encoding", key(() -> ImportOptions.DETECT.withEncoding("utf-99")));
        assertEquals("ingest.unknown-role", key(() -> ImportOptions.roleOf("buyer")));
        assertEquals("ingest.unknown-type", key(() -> ImportOptions.typeOf("money")));
        assertEquals("ingest.skip-range", key(() -> ImportOptions.DETECT.withSkipLines(-1)));
        assertEquals("ingest.unknown-zone", key(() -> ImportOptions.DETECT.withZone("Mars/Olympus")));
        assertEquals("ingest.unknown-decimal", key(() -> ImportOptions.DETECT.withDecimal(";")));
        assertEquals("ingest.bad-date-format", key(() -> ImportOptions.DETECT.withDateFormat("{nonsense")));
        assertEquals("ingest.not-one-character", key(() -> ImportOptions.DETECT.withQuote("''")));
        assertEquals(Role.EVENT_TYPE, ImportOptions.roleOf("Event type"));
        assertEquals(ColumnType.DECIMAL, ImportOptions.typeOf("decimal"));
    }

    private Path text(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    private static String key(Runnable work) {
        return assertThrows(ProblemException.class, work::run).problem().key();
    }

    private static void assertProblem(String key, Path file, ImportOptions options) {
        var target = new MemoryTarget();
        var problem = assertThrows(ProblemException.class, () -> new Importer().importFile(file, options, target, Progress.NONE)).problem();
        assertEquals(key, problem.key());
        assertTrue(!problem.where().isBlank());
        assertNull(target.table);
        for (var language : Messages.LANGUAGES) {
            String told = Messages.in(language).tell(problem);
            assertTrue(told.lines().count() == 2 && !told.contains("{") && !told.contains("‹"), told);
        }
    }
}
