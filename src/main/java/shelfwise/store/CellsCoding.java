package shelfwise.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import shelfwise.data.Cells;
import shelfwise.data.DoubleCells;
import shelfwise.data.LongCells;
import shelfwise.data.TextCells;

/**
 * The cells of one column in one chunk as bytes, little-endian: a byte for the form, then
 * <pre>
 * STEPS    i64 lowest, i64 step, u8 width, n codes: 0 is missing, else (value - lowest) / step + 1
 * LONGS    n i64
 * DECIMALS f64 scale, then as STEPS: value = code / scale
 * FLOATS   n f32
 * DOUBLES  n f64
 * TEXTS    i32 words, u8 width, the words' lengths in bytes, the words in UTF-8, u8 width, n codes: 0 is missing, else word + 1
 * </pre>
 */
final class CellsCoding {
    private static final byte STEPS = 1, LONGS = 2, DECIMALS = 3, FLOATS = 4, DOUBLES = 5, TEXTS = 6;
    private static final double[] SCALES = {1, 10, 100, 1000, 10_000};
    /** Integers up to this are exact as double. */
    private static final double EXACT = 1L << 53;

    private CellsCoding() { }

    static byte[] encode(Cells cells) {
        return switch (cells) {
            case LongCells c -> longs(c.values());
            case DoubleCells c -> doubles(c.values());
            case TextCells c -> texts(c);
        };
    }

    static Cells decode(byte[] bytes, int n) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return switch (in.get()) {
            case STEPS -> new LongCells(steps(in, n));
            case LONGS -> {
                long[] values = new long[n];
                in.asLongBuffer().get(values);
                yield new LongCells(values);
            }
            case DECIMALS -> new DoubleCells(decimals(in, n));
            case FLOATS -> {
                double[] values = new double[n];
                for (int i = 0; i < n; i++) values[i] = in.getFloat();
                yield new DoubleCells(values);
            }
            case DOUBLES -> {
                double[] values = new double[n];
                in.asDoubleBuffer().get(values);
                yield new DoubleCells(values);
            }
            case TEXTS -> texts(in, n);
            default -> throw new IllegalStateException("unknown form of cells: " + bytes[0]);
        };
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] longs(long[] values) {
        var steps = Steps.of(values);
        if (steps.width() == Long.BYTES) {
            ByteBuffer out = buffer(1 + values.length * Long.BYTES).put(LONGS);
            out.asLongBuffer().put(values);
            return out.array();
        }
        ByteBuffer out = buffer(1 + Steps.HEAD + values.length * steps.width()).put(STEPS);
        steps.write(values, out);
        return out.array();
    }

    private static long[] steps(ByteBuffer in, int n) {
        return new Steps(in.getLong(), in.getLong(), in.get()).read(in, n);
    }

    private static byte[] doubles(double[] values) {
        for (double scale : SCALES) {
            long[] whole = whole(values, scale);
            if (whole.length < values.length) continue;
            var steps = Steps.of(whole);
            if (steps.width() == Long.BYTES) break;
            ByteBuffer out = buffer(1 + Double.BYTES + Steps.HEAD + values.length * steps.width()).put(DECIMALS).putDouble(scale);
            steps.write(whole, out);
            return out.array();
        }
        boolean floats = Arrays.stream(values).allMatch(v -> (float) v == v || Double.isNaN(v));
        ByteBuffer out = buffer(1 + values.length * (floats ? Float.BYTES : Double.BYTES)).put(floats ? FLOATS : DOUBLES);
        if (floats) for (double v : values) out.putFloat((float) v);
        else out.asDoubleBuffer().put(values);
        return out.array();
    }

    /** Values times scale, where that loses nothing; an array cut short where it would. */
    private static long[] whole(double[] values, double scale) {
        long[] whole = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            double v = values[i], scaled = Math.rint(v * scale);
            if (Double.isNaN(v)) whole[i] = LongCells.MISSING;
            else if (Math.abs(scaled) < EXACT && Double.doubleToRawLongBits((long) scaled / scale) == Double.doubleToRawLongBits(v)) whole[i] = (long) scaled;
            else return new long[0];
        }
        return whole;
    }

    private static double[] decimals(ByteBuffer in, int n) {
        double scale = in.getDouble();
        long[] whole = steps(in, n);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) values[i] = whole[i] == LongCells.MISSING ? Double.NaN : whole[i] / scale;
        return values;
    }

    /** Words are numbered anew in the order of their first use, without those not used: equal values are equal bytes. */
    private static byte[] texts(TextCells cells) {
        int[] number = new int[cells.dictionary().length];
        long[] codes = new long[cells.size()];
        var words = new ByteArrayOutputStream();
        long[] lengths = new long[number.length];
        int used = 0;
        for (int i = 0; i < codes.length; i++) {
            int code = cells.codes()[i];
            if (code < 0) continue;
            if (number[code] == 0) {
                byte[] word = cells.dictionary()[code].getBytes(StandardCharsets.UTF_8);
                words.writeBytes(word);
                lengths[used] = word.length;
                number[code] = ++used;
            }
            codes[i] = number[code];
        }
        lengths = Arrays.copyOf(lengths, used);
        byte lengthWidth = Steps.width(Arrays.stream(lengths).max().orElse(0)), width = Steps.width(used);
        ByteBuffer out = buffer(1 + Integer.BYTES + 1 + used * lengthWidth + words.size() + 1 + codes.length * width).put(TEXTS).putInt(used).put(lengthWidth);
        Steps.pack(lengths, lengthWidth, out);
        out.put(words.toByteArray()).put(width);
        Steps.pack(codes, width, out);
        return out.array();
    }

    private static TextCells texts(ByteBuffer in, int n) {
        int used = in.getInt();
        long[] lengths = Steps.unpack(in, in.get(), used);
        String[] dictionary = new String[used];
        for (int w = 0; w < used; w++) {
            dictionary[w] = new String(in.array(), in.position(), (int) lengths[w], StandardCharsets.UTF_8);
            in.position(in.position() + (int) lengths[w]);
        }
        long[] packed = Steps.unpack(in, in.get(), n);
        int[] codes = new int[n];
        for (int i = 0; i < n; i++) codes[i] = (int) packed[i] - 1;
        return new TextCells(dictionary, codes);
    }
}
