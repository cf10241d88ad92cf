package shelfwise.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.base.Progress;
import shelfwise.data.AssetKind;
import shelfwise.data.Chunk;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Role;

class ImporterTest {
    @TempDir Path folder;
    private final MemoryTarget target = new MemoryTarget();

    @Test void chineseHeadersGetRoles() throws IOException {
        var result = load("订单.csv", "用户ID,商品编号,下单时间,评分,单价,数量,类别,商品名称,国家\nu1,0012,2024-05-01 10:00,4,9.90,2,茶,绿茶,中国\nu2,0013,2024-05-02 11:30,5,19.90,1,茶,红茶,中国\n",
                ImportOptions.DETECT);
        assertEquals(List.of(Role.USER, Role.ITEM, Role.TIMESTAMP, Role.RATING, Role.PRICE, Role.QUANTITY, Role.CATEGORY, Role.TITLE, Role.COUNTRY),
                result.columns().stream().map(Field::role).toList());
        assertEquals(AssetKind.INTERACTIONS, result.kind());
        assertEquals("订单", result.asset());
        assertEquals("0012", target.cell(0, 1));
    }

    @Test void idsOfTwentyDigitsComeOutAsTheyWentIn() throws IOException {
        var text = new StringBuilder("code,value\n");
        for (int i = 0; i < 3000; i++) text.append("9").append(String.format("%019d", i)).append(',').append(i).append('\n');
        load("ids.csv", text.toString(), ImportOptions.DETECT);
        assertEquals(ColumnType.TEXT, target.table().schema().field(0).type());
        assertEquals("90000000000000002999", target.cell(2999, 0));
        assertEquals("2999", target.cell(2999, 1));
    }

    @Test void wholeNumbersTurnedDecimalInTheEndAreDecimal() throws IOException {
        load("late.csv", "n\n" + "5\n".repeat(3000) + "5.5\n", ImportOptions.DETECT);
        assertEquals(ColumnType.DECIMAL, target.table().schema().field(0).type());
        assertEquals(List.of(), target.rejects);
    }

    @Test void aColumnWithManyWordsAmongNumbersIsText() throws IOException {
        load("mixed.csv", "n,m\n" + "5,1\n".repeat(900) + "five,1\n".repeat(10), ImportOptions.DETECT);
        assertEquals(ColumnType.TEXT, target.table().schema().field(0).type());
        assertEquals(910, target.table().rows());
    }

    @Test void aRowWithAFewBadNumbersIsRejectedWholeAndOthersStayInStep() throws IOException {
        load("bad.csv", "name,n\n" + "a,5\n".repeat(300) + "x,five\n" + "b,6\n".repeat(300), ImportOptions.DETECT);
        assertEquals(600, target.table().rows());
        assertEquals(List.of(new Reject(302, "reject.integer", List.of("n", "five"), "x,five")), target.rejects);
        assertEquals(List.of("a", "5", "b", "6"), List.of(target.cell(299, 0), target.cell(299, 1), target.cell(300, 0), target.cell(300, 1)));
    }

    @Test void aQuoteThatNeverClosesCostsItsOwnLineOnly() throws IOException {
        load("quote.csv", "a,b\n" + "\"x\",1\n".repeat(3) + "\"open,2\n" + "\"y\nz\",3\n" + "w,4\n".repeat(50), ImportOptions.DETECT);
        assertTrue(target.table().rows() >= 50, "rows after the open quote are read: " + target.table().rows());
        assertEquals(5, target.rejects.getFirst().line());
    }

    @Test void anOpenQuoteAtTheEndOfTheFileIsNoCell() throws IOException {
        load("quote.csv", "a,b\nx,1\ny,\"2\n3,4\n5,6\n", ImportOptions.DETECT.withQuote("\""));
        assertEquals(List.of(new Reject(3, "reject.quote", List.of(), "y,2")), target.rejects);
        assertEquals(List.of("x", "3", "5"), target.column("a"));
    }

    @Test void decimalsWithCommaBetweenSemicolonsAreNumbers() throws IOException {
        load("comma.csv", "x;y\n1,5;2,25\n-3,5;1.234,5\n", ImportOptions.DETECT);
        assertEquals(List.of("1.5", "-3.5"), target.column("x"));
        assertEquals(List.of("2.25", "1234.5"), target.column("y"));
    }

    @Test void thousandsSetApartAreOneNumber() throws IOException {
        load("thousands.csv", "x\n\"1,234,567\"\n\"12,345.5\"\n", ImportOptions.DETECT);
        assertEquals(List.of("1234567", "12345.5"), target.column("x"));
    }

    @Test void foreignLettersFarIntoTheFileStillTellTheEncoding() throws IOException {
        String text = "id,name\n" + "1,plain\n".repeat(200_000) + "2,绿茶和红茶，还有白茶\n".repeat(20);
        Path file = Files.write(folder.resolve("late.csv"), text.getBytes(Charset.forName("GBK")));
        var result = new Importer().importFile(file, ImportOptions.DETECT, target, Progress.NONE);
        assertEquals("GBK", result.encoding());
        assertEquals("绿茶和红茶，还有白茶", target.cell(200_019, 1));
    }

    @Test void aFewDamagedBytesDoNotChangeTheEncoding() throws IOException {
        byte[] good = ("id,name\n" + "1,plain\n".repeat(200_000) + "2,绿茶\n".repeat(200)).getBytes(StandardCharsets.UTF_8);
        good[good.length - 3] = 'x'; // cuts a character
        var result = new Importer().importFile(Files.write(folder.resolve("hurt.csv"), good), ImportOptions.DETECT, target, Progress.NONE);
        assertEquals("UTF-8", result.encoding());
        assertEquals("绿茶", target.cell(200_000, 1));
    }

    @Test void utf16WithoutAMarkIsFound() throws IOException {
        Path file = Files.write(folder.resolve("wide.csv"), "a,b\nx,1\ny,2\n".getBytes(StandardCharsets.UTF_16LE));
        assertEquals("UTF-16LE", new Importer().importFile(file, ImportOptions.DETECT, target, Progress.NONE).encoding());
        assertEquals(List.of("x", "y"), target.column("a"));
    }

    @Test void gzipIsToldByItsBytesNotItsName() throws IOException {
        Path file = folder.resolve("packed.csv");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("a,b\nx,1\n".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(1, new Importer().importFile(file, ImportOptions.DETECT, target, Progress.NONE).rows());
    }

    @Test void everythingCanBeSetByHand() throws IOException {
        var options = ImportOptions.DETECT.withName("mine").withEncoding("windows-1252").withDelimiter("semicolon").withHeader(false).withSkipLines(1)
                .withDecimal(",").withDateFormat("dd|MM|yyyy").withTypes(Map.of("column 1", ColumnType.TIME, "column 3", ColumnType.BOOLEAN))
                .withRoles(Map.of("column 1", Role.TIMESTAMP, "column 4", Role.USER));
        var result = load("hand.txt", "title\n03|02|2020;1,5;1;007\n04|02|2020;2,5;0;008\n", options);
        assertEquals(List.of("mine", "windows-1252", ";"), List.of(result.asset(), result.encoding(), result.delimiter()));
        assertEquals(List.of("2020-02-03T00:00:00Z", "1.5", "true", "007"), List.of(target.cell(0, 0), target.cell(0, 1), target.cell(0, 2), target.cell(0, 3)));
        assertEquals(List.of(Role.TIMESTAMP, Role.NONE, Role.NONE, Role.USER), result.columns().stream().map(Field::role).toList());
    }

    @Test void aChosenTypeThatFitsBadlyRejectsRowsInsteadOfBecomingText() throws IOException {
        var result = load("chosen.csv", "n,m\n1,a\nx,b\n3,c\n", ImportOptions.DETECT.withTypes(Map.of("n", ColumnType.INTEGER)));
        assertEquals(List.of(2L, 1L), List.of(result.rows(), result.rejected()));
    }

    @Test void secondsSince1970AreTimeWhereTheNameSaysSo() throws IOException {
        load("epoch.csv", "user,item,timestamp,amount\n1,2,1351687000,1351687000\n1,3,1351687001,1351687001\n", ImportOptions.DETECT);
        assertEquals("2012-10-31T12:36:40Z", target.cell(0, 2));
        assertEquals(ColumnType.INTEGER, target.table().schema().field(3).type());
    }

    @Test void namibiaIsNotMissing() throws IOException {
        load("na.csv", "user,country,n\n1,NA,NA\nNA,DE,5\n", ImportOptions.DETECT);
        assertEquals(List.of("NA", "DE"), target.column("country"));
        assertEquals(List.of("", "5"), target.column("n"));
        assertEquals(List.of("1", ""), target.column("user"));
    }

    @Test void cancellingInTheMiddleLeavesNothing() throws IOException {
        String text = "user,item,note\n" + "u1,i1,some words to fill the line\n".repeat(300_000);
        Path file = Files.writeString(folder.resolve("big.csv"), text);
        var told = new AtomicInteger();
        assertThrows(CancellationException.class, () -> new Importer().importFile(file, ImportOptions.DETECT, target, (done, total) -> {
            if (done > 0.7 * total && total > 0 && told.incrementAndGet() > 2) throw new CancellationException();
        }));
        assertTrue(target.chunksTaken > 0, "it had begun");
        assertNull(target.table);
    }

    @Test void progressRisesToTheEnd() throws IOException {
        var last = new long[2];
        Path file = Files.writeString(folder.resolve("big.csv"), "user,item\n" + "u1,i1\n".repeat(100_000));
        new Importer().importFile(file, ImportOptions.DETECT, target, (done, total) -> {
            if (done < 0) return;
            assertTrue(done >= last[0], done + " after " + last[0]);
            last[0] = done;
            last[1]++;
        });
        assertTrue(last[0] >= 900 && last[1] > 4, last[0] + " of 1000 in " + last[1] + " steps");
    }

    @Test void longCellsMakeSmallChunks() throws IOException {
        String cell = "x".repeat(100_000);
        var text = new StringBuilder("id,text\n");
        for (int i = 0; i < 600; i++) text.append(i).append(',').append(i).append(cell).append('\n');
        load("long.csv", text.toString(), ImportOptions.DETECT);
        assertTrue(target.chunksTaken >= 3, target.chunksTaken + " chunks for 60 MB of text");
        assertEquals(600, target.table().rows());
    }

    @Test void previewShowsRowsTypesAndRejects() throws IOException {
        Path file = Files.writeString(folder.resolve("shown.csv"), "a,b\n1,x\n2\n3,z\n");
        var preview = new Importer().preview(file, ImportOptions.DETECT, 50);
        assertEquals(2, preview.rows().rows());
        assertEquals(List.of(3L), preview.rejects().stream().map(Reject::line).toList());
        assertEquals(ColumnType.INTEGER, preview.plan().columns().getFirst().type());
        assertTrue(preview.whole());
    }

    @Test void chunksAreFull() throws IOException {
        load("chunks.csv", "a\n" + "1\n".repeat(Chunk.ROWS + 1), ImportOptions.DETECT);
        assertEquals(2, target.chunksTaken);
        assertEquals(Chunk.ROWS + 1, target.table().rows());
    }

    private ImportResult load(String name, String text, ImportOptions options) throws IOException {
        return new Importer().importFile(Files.writeString(folder.resolve(name), text), options, target, Progress.NONE);
    }
}
