package shelfwise.base;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A running SHA-256 over typed values; each value is preceded by its length or is of fixed length, so that no two sequences collide by joining. */
public final class Hashing {
    private final MessageDigest digest;

    public Hashing() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public Hashing add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        digest.update(bytes);
        return this;
    }

    public Hashing add(long value) {
        digest.update(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(0, value));
        return this;
    }

    public Hashing add(byte[] bytes) {
        add(bytes.length);
        digest.update(bytes);
        return this;
    }

    /** Adds bytes without their length: only where the caller has made them self-delimiting. */
    public Hashing addRaw(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    /** Ends the hash: 64 hexadecimal digits. The object must not be used afterwards. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    public static String of(String text) {
        return new Hashing().add(text).hex();
    }
}
