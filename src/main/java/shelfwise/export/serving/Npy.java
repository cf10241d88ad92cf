package shelfwise.export.serving;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import shelfwise.base.Progress;

/**
 * An array in NumPy's file format, version 1.0 (the page numpy.lib.format of its manual): the bytes 93 NUMPY 1 0, the header's length in two
 * bytes, a Python dictionary filled up with blanks so that the numbers begin at a multiple of 64, then the numbers, little-endian, row by row.
 *
 * @param shape rows, or rows and columns
 */
record Npy(Type type, long[] shape, Numbers numbers) {
    private static final int FIXED = 10, EDGE = 64, BLOCK = 8192;

    /** How a number is written. */
    enum Type {
        FLOAT("<f4", 4), DOUBLE("<f8", 8), LONG("<i8", 8), FLAG("|b1", 1);

        final String word;
        final int bytes;

        Type(String word, int bytes) {
            this.word = word;
            this.bytes = bytes;
        }
    }

    /** Puts the number of a place. */
    interface Numbers {
        void put(ByteBuffer to, int place);
    }

    static Npy of(float[] values, long... shape) {
        return new Npy(Type.FLOAT, shape, (to, k) -> to.putFloat(values[k]));
    }

    static Npy of(long[] values, long... shape) {
        return new Npy(Type.LONG, shape, (to, k) -> to.putLong(values[k]));
    }

    static Npy of(boolean[] values) {
        return new Npy(Type.FLAG, new long[] {values.length}, (to, k) -> to.put((byte) (values[k] ? 1 : 0)));
    }

    /** In four bytes a number where nothing is lost by that. */
    static Npy of(double[] values, long... shape) {
        boolean narrow = Arrays.stream(values).allMatch(v -> Double.compare((float) v, v) == 0);
        return narrow ? new Npy(Type.FLOAT, shape, (to, k) -> to.putFloat((float) values[k]))
                : new Npy(Type.DOUBLE, shape, (to, k) -> to.putDouble(values[k]));
    }

    /** @throws java.util.concurrent.CancellationException once cancelled */
    void write(Path file, Progress progress) throws IOException {
        int n = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(header());
            ByteBuffer block = ByteBuffer.allocate(BLOCK * type.bytes).order(ByteOrder.LITTLE_ENDIAN);
            for (int from = 0; from < n; from += BLOCK) {
                progress.check();
                block.clear();
                for (int k = from; k < Math.min(n, from + BLOCK); k++) numbers.put(block, k);
                out.write(block.array(), 0, block.position());
            }
        }
    }

    private byte[] header() {
        String sizes = Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(", ")) + (shape.length == 1 ? "," : "");
        String told = "{'descr': '" + type.word + "', 'fortran_order': False, 'shape': (" + sizes + "), }";
        int blanks = EDGE - 1 - (FIXED + told.length()) % EDGE;
        byte[] text = (told + " ".repeat(blanks) + "\n").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(FIXED + text.length).order(ByteOrder.LITTLE_ENDIAN).put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1).put((byte) 0).putShort((short) text.length).put(text).array();
    }
}
