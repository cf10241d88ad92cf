package shelfwise.export.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shelfwise.base.Progress;

/** Read back by Hardwood, a reader that has nothing of ours. */
class ParquetFileTest {
    @TempDir Path folder;

    /** Several pages and groups of rows; lists of one number; none at all. */
    @ParameterizedTest
    @CsvSource({"0, 4", "1, 1", "9, 3", "1100, 300", "70000, 2", "140000, 1"})
    void whatIsReadIsWhatWasWritten(int rows, int length) throws IOException {
        float[] vectors = new float[rows * length], numbers = new float[rows];
        boolean[] flags = new boolean[rows];
        for (int k = 0; k < vectors.length; k++) vectors[k] = (float) Math.sin(k);
        for (int row = 0; row < rows; row++) {
            numbers[row] = row * -0.5f;
            flags[row] = row % 3 == 1;
        }
        Path file = folder.resolve("all.parquet");
        new ParquetFile(rows, List.of(new ParquetColumn.Texts("item", ParquetFileTest::text), new ParquetColumn.Vectors("vector", vectors, length),
                new ParquetColumn.Numbers("offset", numbers), new ParquetColumn.Flags("known", flags))).write(file, Progress.NONE);
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(file)); RowReader read = reader.rowReader()) {
            for (int row = 0; row < rows; row++) {
                read.next();
                assertEquals(text(row), read.getString("item"));
                int from = row * length;
                assertEquals(IntStream.range(from, from + length).mapToObj(k -> vectors[k]).toList(), read.getList("vector").floats());
                assertEquals(numbers[row], read.getFloat("offset"));
                assertEquals(flags[row], read.getBoolean("known"));
            }
            assertFalse(read.hasNext());
        }
    }

    /** Ids of every kind: empty, Chinese, with a comma, long. */
    private static String text(int row) {
        return switch (row % 4) {
            case 0 -> "商品 " + row;
            case 1 -> "";
            case 2 -> "a,\"" + row;
            default -> "x".repeat(200) + row;
        };
    }

    /** By the pages of the format and of Thrift's compact protocol, by hand. */
    @Test void aFileOfOneRow() throws IOException {
        Path file = folder.resolve("one.parquet");
        new ParquetFile(1, List.of(new ParquetColumn.Numbers("n", new float[] {1}))).write(file, Progress.NONE);
        String page = "1500" + "1508" + "1508" + "2c" + "1502" + "1500" + "1506" + "1506" + "00" + "00" + "0000803f"; // 17 bytes of header, 4 of the number
        String schema = "1502" + "192c" + "4806" + hex("schema") + "1502" + "00" + "1508" + "2500" + "1801" + hex("n") + "00";
        String column = "1508" + "19250006" + "191801" + hex("n") + "1500" + "1602" + "162a" + "162a" + "2608" + "00";
        String group = "191c" + "2608" + "1c" + column + "00" + "162a" + "1602" + "00";
        String foot = schema + "1602" + "191c" + group + "2809" + hex("Shelfwise") + "00";
        String size = "%02x000000".formatted(foot.length() / 2);
        assertEquals(hex("PAR1") + page + foot + size + hex("PAR1"), HexFormat.of().formatHex(Files.readAllBytes(file)));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    @Test void aCancelIsHeardBetweenPages() {
        var all = new ParquetFile(10, List.of(new ParquetColumn.Numbers("n", new float[10])));
        assertThrows(CancellationException.class, () -> all.write(folder.resolve("n.parquet"), (done, total) -> {
            throw new CancellationException();
        }));
    }
}
