package shelfwise.export.serving;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;

/** A column of a {@link ParquetFile}, with a value in every row. */
sealed interface ParquetColumn {
    String name();

    /** One text a row, by row. */
    record Texts(String name, IntFunction<String> text) implements ParquetColumn { }

    /** One number a row. */
    record Numbers(String name, float[] values) implements ParquetColumn { }

    /** Yes or no. */
    record Flags(String name, boolean[] values) implements ParquetColumn { }

    /** A list of {@code length} numbers a row, row by row; at least one. */
    record Vectors(String name, float[] values, int length) implements ParquetColumn { }

    int BOOLEAN = 0, FLOAT = 4, BYTE_ARRAY = 6;
    int REQUIRED = 0, REPEATED = 2;

    /** Its elements of the schema: a list is a group of a repeated group of its numbers. */
    default List<CompactStruct> schema() {
        return switch (this) {
            case Texts _ -> List.of(leaf(name(), BYTE_ARRAY).number(6, 0).struct(10, new CompactStruct().struct(1, new CompactStruct())));
            case Numbers _ -> List.of(leaf(name(), FLOAT));
            case Flags _ -> List.of(leaf(name(), BOOLEAN));
            case Vectors _ -> List.of(group(name(), REQUIRED).number(6, 3).struct(10, new CompactStruct().struct(3, new CompactStruct())), group("list", REPEATED), leaf("element", FLOAT));
        };
    }

    private static CompactStruct leaf(String name, int type) {
        return new CompactStruct().number(1, type).number(3, REQUIRED).text(4, name);
    }

    private static CompactStruct group(String name, int repetition) {
        return new CompactStruct().number(3, repetition).text(4, name).number(5, 1);
    }

    /** From the root to where its values lie. */
    default List<String> path() {
        return this instanceof Vectors ? List.of(name(), "list", "element") : List.of(name());
    }

    default int type() {
        return switch (this) {
            case Texts _ -> BYTE_ARRAY;
            case Numbers _, Vectors _ -> FLOAT;
            case Flags _ -> BOOLEAN;
        };
    }

    /** Values in so many rows. */
    default int values(int rows) {
        return this instanceof Vectors v ? Math.multiplyExact(rows, v.length) : rows;
    }

    /** Rows {@code from} up to {@code to} as the body of a page: of a list first where lists begin and that none is empty, then plain values. */
    default byte[] page(int from, int to) {
        return switch (this) {
            case Texts t -> texts(t, from, to);
            case Numbers n -> floats(n.values, from, to).array();
            case Flags f -> flags(f.values, from, to);
            case Vectors v -> vectors(v, from, to);
        };
    }

    private static byte[] texts(Texts t, int from, int to) {
        var out = new ByteArrayOutputStream();
        for (int row = from; row < to; row++) {
            byte[] text = t.text.apply(row).getBytes(StandardCharsets.UTF_8);
            out.writeBytes(size(text.length));
            out.writeBytes(text);
        }
        return out.toByteArray();
    }

    private static byte[] flags(boolean[] values, int from, int to) {
        var bits = new byte[(to - from + Byte.SIZE - 1) / Byte.SIZE];
        for (int k = 0; k < to - from; k++) if (values[from + k]) bits[k / Byte.SIZE] |= (byte) (1 << k % Byte.SIZE);
        return bits;
    }

    private static byte[] vectors(Vectors v, int from, int to) {
        var begins = new ByteArrayOutputStream();
        for (int row = from; row < to; row++) {
            run(begins, 1, 0);
            if (v.length > 1) run(begins, v.length - 1, 1);
        }
        var there = new ByteArrayOutputStream();
        run(there, Math.multiplyExact(to - from, v.length), 1);
        var out = new ByteArrayOutputStream();
        for (ByteArrayOutputStream levels : List.of(begins, there)) {
            out.writeBytes(size(levels.size()));
            out.writeBytes(levels.toByteArray());
        }
        out.writeBytes(floats(v.values, from * v.length, to * v.length).array());
        return out.toByteArray();
    }

    /** So many times the same level, of one bit. */
    private static void run(ByteArrayOutputStream out, int times, int level) {
        CompactStruct.varint(out, (long) times << 1);
        out.write(level);
    }

    private static ByteBuffer floats(float[] values, int from, int to) {
        ByteBuffer all = ByteBuffer.allocate((to - from) * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        all.asFloatBuffer().put(values, from, to - from);
        return all;
    }

    private static byte[] size(int bytes) {
        return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes).array();
    }
}
