package shelfwise.prepare;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import shelfwise.base.Hashing;
import shelfwise.data.Cells;
import shelfwise.data.Chunk;
import shelfwise.data.DoubleCells;
import shelfwise.data.LongCells;
import shelfwise.data.TextCells;

/**
 * A key of 128 bits for each row, made from all columns of a chunk: equal rows have equal keys, and among 10^9 rows two unlike ones
 * share a key with a chance below 10^-20. Missing values are equal to each other and to nothing else.
 *
 * @param high one half of each row's key
 * @param low  the other half
 */
record RowKeys(long[] high, long[] low) {
    static RowKeys of(Chunk chunk) {
        var keys = new RowKeys(new long[chunk.rows()], new long[chunk.rows()]);
        chunk.columns().forEach(keys::add);
        return keys;
    }

    private void add(Cells cells) {
        switch (cells) {
            case LongCells c -> {
                for (int i = 0; i < high.length; i++) add(i, c.values()[i], c.missing(i) ? 1 : 0);
            }
            case DoubleCells c -> {
                for (int i = 0; i < high.length; i++) add(i, Double.doubleToLongBits(c.values()[i] == 0 ? 0.0 : c.values()[i]), c.missing(i) ? 1 : 0);
            }
            case TextCells c -> addTexts(c);
        }
    }

    private void addTexts(TextCells cells) {
        long[][] known = new long[cells.dictionary().length][];
        for (int i = 0; i < high.length; i++) {
            int code = cells.codes()[i];
            if (code >= 0 && known[code] == null) known[code] = hash(cells.dictionary()[code]);
            if (code < 0) add(i, 0, 1);
            else add(i, known[code][0], known[code][1]);
        }
    }

    private static long[] hash(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(Hashing.of(text)));
        return new long[] {bytes.getLong(), bytes.getLong()};
    }

    private void add(int row, long a, long b) {
        high[row] = mix(high[row] * 0x9E3779B97F4A7C15L + mix(a ^ 0x2545F4914F6CDD1DL) + b);
        low[row] = mix(low[row] * 0xD1342543DE82EF95L + mix(b ^ 0x5851F42D4C957F2DL) + mix(a + 0x632BE59BD9B4E019L));
    }

    /** Every bit of the answer depends on every bit of {@code v}: the end of MurmurHash3, a bijection. */
    private static long mix(long v) {
        long h = (v ^ v >>> 33) * 0xff51afd7ed558ccdL;
        h = (h ^ h >>> 33) * 0xc4ceb9fe1a85ec53L;
        return h ^ h >>> 33;
    }
}
