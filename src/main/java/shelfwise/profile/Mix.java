package shelfwise.profile;

import java.util.Arrays;
import shelfwise.data.Cells;
import shelfwise.data.Chunk;
import shelfwise.data.DoubleCells;
import shelfwise.data.LongCells;
import shelfwise.data.TextCells;

/**
 * Content hashes of 64 bits, the same for the same content in whatever chunk. Two different rows of ten million share one with a chance of
 * 3 in a million, which is accepted in statistics.
 */
final class Mix {
    private static final long MISSING = 0x6A09E667F3BCC909L;

    private Mix() { }

    /** The finisher of SplitMix64 (Steele, Lea and Flood 2014). */
    static long of(long v) {
        v = (v ^ v >>> 30) * 0xBF58476D1CE4E5B9L;
        v = (v ^ v >>> 27) * 0x94D049BB133111EBL;
        return v ^ v >>> 31;
    }

    static long of(String text) {
        long h = text.length();
        for (int i = 0; i < text.length(); i++) h = (h ^ text.charAt(i)) * 0x9E3779B97F4A7C15L;
        return of(h);
    }

    /** A hash of each row over {@code columns} of {@code chunk}. */
    static long[] rows(Chunk chunk, int... columns) {
        long[] hashes = new long[chunk.rows()];
        for (int c : columns) add(hashes, chunk.columns().get(c));
        return hashes;
    }

    private static void add(long[] hashes, Cells cells) {
        switch (cells) {
            case LongCells c -> {
                for (int r = 0; r < hashes.length; r++) hashes[r] = join(hashes[r], c.values()[r]);
            }
            case DoubleCells c -> {
                for (int r = 0; r < hashes.length; r++) hashes[r] = join(hashes[r], bits(c.values()[r]));
            }
            case TextCells c -> {
                long[] coded = new long[c.dictionary().length];
                boolean[] known = new boolean[coded.length];
                for (int r = 0; r < hashes.length; r++) {
                    int code = c.codes()[r];
                    if (code >= 0 && !known[code]) {
                        coded[code] = of(c.dictionary()[code]);
                        known[code] = true;
                    }
                    hashes[r] = join(hashes[r], code < 0 ? MISSING : coded[code]);
                }
            }
        }
    }

    private static long join(long hash, long value) {
        return of(hash * 0x9E3779B97F4A7C15L + value + 1);
    }

    /** The bits of a number; 0 and -0 are alike, and all NaN. */
    static long bits(double v) {
        return Double.doubleToLongBits(v == 0 ? 0.0 : v);
    }

    /** Which rows lack a value in one of {@code columns}. */
    static boolean[] incomplete(Chunk chunk, int... columns) {
        boolean[] lacking = new boolean[chunk.rows()];
        Arrays.stream(columns).mapToObj(chunk.columns()::get).forEach(c -> {
            for (int r = 0; r < lacking.length; r++) lacking[r] |= c.missing(r);
        });
        return lacking;
    }
}
