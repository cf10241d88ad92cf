package shelfwise.export.serving;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.base.Progress;

/** The bytes as the page numpy.lib.format of NumPy's manual has them, put together by hand. */
class NpyTest {
    @TempDir Path folder;

    private byte[] written(Npy array) throws IOException {
        Path file = folder.resolve("a.npy");
        array.write(file, Progress.NONE);
        return Files.readAllBytes(file);
    }

    @Test void twoRowsOfFloats() throws IOException {
        byte[] all = written(Npy.of(new float[] {1, -2, 0.5f, 0}, 2, 2));
        assertEquals("934e554d5059" + "0100" + "7600", HexFormat.of().formatHex(all, 0, 10), "mark, version 1.0, a header of 118 bytes");
        String told = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), }";
        assertEquals(told + " ".repeat(117 - told.length()) + "\n", new String(all, 10, 118, StandardCharsets.US_ASCII));
        assertEquals("0000803f" + "000000c0" + "0000003f" + "00000000", HexFormat.of().formatHex(all, 128, all.length));
    }

    @Test void oneRowHasAShapeOfOne() throws IOException {
        byte[] all = written(Npy.of(new long[] {258}, 1));
        assertEquals("{'descr': '<i8', 'fortran_order': False, 'shape': (1,), }", new String(all, 10, 118, StandardCharsets.US_ASCII).strip());
        assertEquals("0201000000000000", HexFormat.of().formatHex(all, 128, all.length));
        assertArrayEquals(new byte[] {1, 0}, Arrays.copyOfRange(written(Npy.of(new boolean[] {true, false})), 128, 130));
    }

    @Test void numbersKeepAllTheirBits() throws IOException {
        assertEquals(128 + 2 * 4, written(Npy.of(new double[] {0.5, Double.NaN}, 2)).length, "nothing is lost in four bytes");
        assertEquals(128 + 2 * 8, written(Npy.of(new double[] {0.5, 0.1}, 2)).length, "0.1 is another number in four bytes");
    }

    @Test void cancelEndsIt() {
        Progress cancelled = (_, _) -> {
            throw new CancellationException();
        };
        assertThrows(CancellationException.class, () -> Npy.of(new float[100], 100).write(folder.resolve("b.npy"), cancelled));
    }
}
