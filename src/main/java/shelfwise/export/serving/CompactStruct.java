package shelfwise.export.serving;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A structure in the compact protocol of Apache Thrift (its page thrift-compact-protocol), in which Parquet writes its headers: before each field
 * one byte with its distance from the last one and its kind, whole numbers as varints in zigzag, and a 0 at the end. Fields come in ascending order.
 */
final class CompactStruct {
    private static final int INT = 5, LONG = 6, BYTES = 8, LIST = 9, STRUCT = 12;
    private static final int LONG_LIST = 15, MORE = 0x80, BITS = 7, NIBBLE = 4;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int last;

    CompactStruct number(int field, int value) {
        begin(field, INT);
        zigzag(value);
        return this;
    }

    CompactStruct number(int field, long value) {
        begin(field, LONG);
        zigzag(value);
        return this;
    }

    CompactStruct text(int field, String value) {
        begin(field, BYTES);
        text(value);
        return this;
    }

    CompactStruct struct(int field, CompactStruct value) {
        begin(field, STRUCT);
        out.writeBytes(value.toBytes());
        return this;
    }

    CompactStruct structs(int field, List<CompactStruct> values) {
        begin(field, LIST);
        list(values.size(), STRUCT);
        values.forEach(v -> out.writeBytes(v.toBytes()));
        return this;
    }

    CompactStruct numbers(int field, List<Integer> values) {
        begin(field, LIST);
        list(values.size(), INT);
        values.forEach(this::zigzag);
        return this;
    }

    CompactStruct texts(int field, List<String> values) {
        begin(field, LIST);
        list(values.size(), BYTES);
        values.forEach(this::text);
        return this;
    }

    private void begin(int field, int kind) {
        out.write(field - last << NIBBLE | kind);
        last = field;
    }

    private void list(int size, int kind) {
        out.write(Math.min(size, LONG_LIST) << NIBBLE | kind);
        if (size >= LONG_LIST) varint(out, size);
    }

    private void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        varint(out, bytes.length);
        out.writeBytes(bytes);
    }

    private void zigzag(long value) {
        varint(out, value << 1 ^ value >> Long.SIZE - 1);
    }

    /** Seven bits a byte, the lowest first; all but the last byte have the highest bit set. */
    static void varint(ByteArrayOutputStream out, long value) {
        long left = value;
        for (; (left & -MORE) != 0; left >>>= BITS) out.write((int) (left & MORE - 1) | MORE);
        out.write((int) left);
    }

    byte[] toBytes() {
        return Arrays.copyOf(out.toByteArray(), out.size() + 1); // the 0 behind is its end
    }
}
