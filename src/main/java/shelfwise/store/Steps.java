package shelfwise.store;

import java.nio.ByteBuffer;
import shelfwise.data.LongCells;

/**
 * Whole numbers as steps from the lowest: code 0 is missing, else {@code (value - lowest) / step + 1}. Times in whole seconds
 * have a step of 1000, so that half a century of them fits four bytes.
 *
 * @param width bytes of a code: 0 (all missing), 1, 2, 4; 8 if no smaller one will do, and then steps aren't used
 */
record Steps(long lowest, long step, byte width) {
    /** Bytes before the codes. */
    static final int HEAD = 2 * Long.BYTES + 1;

    static Steps of(long[] values) {
        long lowest = Long.MAX_VALUE, highest = Long.MIN_VALUE;
        for (long v : values) {
            if (v == LongCells.MISSING) continue;
            lowest = Math.min(lowest, v);
            highest = Math.max(highest, v);
        }
        if (lowest > highest) return new Steps(0, 1, (byte) 0);
        long range = highest - lowest;
        if (range < 0) return new Steps(0, 1, (byte) Long.BYTES);
        long step = 0;
        for (long v : values) {
            if (v == LongCells.MISSING || step != 0 && (v - lowest) % step == 0) continue;
            step = divisor(step, v - lowest);
            if (step == 1) break;
        }
        step = Math.max(1, step);
        return new Steps(lowest, step, width(range / step + 1));
    }

    /** The greatest common divisor. */
    private static long divisor(long a, long b) {
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    /** Bytes that hold 0 to {@code highest}: 0, 1, 2, 4 or 8. */
    static byte width(long highest) {
        if (highest < 0) return Long.BYTES; // it has overflowed
        return (byte) (highest == 0 ? 0 : highest < 1L << 8 ? 1 : highest < 1L << 16 ? 2 : highest < 1L << 32 ? 4 : 8);
    }

    void write(long[] values, ByteBuffer out) {
        out.putLong(lowest).putLong(step).put(width);
        long[] codes = new long[values.length];
        for (int i = 0; i < codes.length; i++) codes[i] = values[i] == LongCells.MISSING ? 0 : step == 1 ? values[i] - lowest + 1 : (values[i] - lowest) / step + 1;
        pack(codes, width, out);
    }

    long[] read(ByteBuffer in, int n) {
        long[] values = unpack(in, width, n);
        for (int i = 0; i < n; i++) values[i] = values[i] == 0 ? LongCells.MISSING : lowest + (values[i] - 1) * step;
        return values;
    }

    static void pack(long[] codes, int width, ByteBuffer out) {
        switch (width) {
            case 0 -> { }
            case 1 -> {
                for (long c : codes) out.put((byte) c);
            }
            case 2 -> {
                for (long c : codes) out.putShort((short) c);
            }
            case 4 -> {
                for (long c : codes) out.putInt((int) c);
            }
            default -> {
                for (long c : codes) out.putLong(c);
            }
        }
    }

    static long[] unpack(ByteBuffer in, int width, int n) {
        long[] codes = new long[n];
        switch (width) {
            case 0 -> { }
            case 1 -> {
                for (int i = 0; i < n; i++) codes[i] = in.get() & 0xff;
            }
            case 2 -> {
                for (int i = 0; i < n; i++) codes[i] = in.getShort() & 0xffff;
            }
            case 4 -> {
                for (int i = 0; i < n; i++) codes[i] = in.getInt() & 0xffff_ffffL;
            }
            default -> {
                for (int i = 0; i < n; i++) codes[i] = in.getLong();
            }
        }
        return codes;
    }
}
