package shelfwise.model.torch;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A protocol-buffers message in bytes (the encoding page of protobuf.dev): each field is its number and kind in one varint (kind 0 a varint,
 * kind 2 a length and so many bytes), then its value.
 */
final class Wire {
    private static final int VARINT = 0, BYTES = 2, PACKED = 7, MORE = 0x80;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Wire number(int field, long value) {
        varint((long) field << 3 | VARINT);
        varint(value);
        return this;
    }

    Wire text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Wire message(int field, Wire value) {
        varint((long) field << 3 | BYTES);
        varint(value.out.size());
        out.writeBytes(value.out.toByteArray());
        return this;
    }

    /** Little-endian, four bytes a number. */
    Wire floats(int field, float[] values) {
        ByteBuffer all = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        all.asFloatBuffer().put(values);
        return bytes(field, all.array());
    }

    /** Little-endian, eight bytes a number. */
    Wire longs(int field, long... values) {
        ByteBuffer all = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        all.asLongBuffer().put(values);
        return bytes(field, all.array());
    }

    private Wire bytes(int field, byte[] value) {
        varint((long) field << 3 | BYTES);
        varint(value.length);
        out.writeBytes(value);
        return this;
    }

    private void varint(long value) {
        long left = value;
        for (; (left & -MORE) != 0; left >>>= PACKED) out.write((int) (left & (MORE - 1)) | MORE);
        out.write((int) left);
    }

    byte[] toBytes() {
        return out.toByteArray();
    }
}
