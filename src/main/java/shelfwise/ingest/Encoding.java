package shelfwise.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * How a file's bytes stand for characters.
 *
 * @param mark bytes of the byte order mark at its beginning, to be left out
 */
record Encoding(Charset charset, int mark) {
    private static final int WINDOW = 1 << 20;

    /** Told from the first bytes of a file; {@code cut} says that the file goes on after them. */
    static Encoding of(byte[] bytes, boolean cut) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) return new Encoding(StandardCharsets.UTF_8, 3);
        if (starts(bytes, 0xFF, 0xFE)) return new Encoding(StandardCharsets.UTF_16LE, 2);
        if (starts(bytes, 0xFE, 0xFF)) return new Encoding(StandardCharsets.UTF_16BE, 2);
        Optional<Charset> wide = wide(bytes);
        if (wide.isPresent()) return new Encoding(wide.get(), 0);
        return new Encoding(narrow(bytes, cut), 0);
    }

    /** {@code charset} as chosen by the analyst; its mark is left out all the same. */
    static Encoding chosen(Charset charset, byte[] bytes) {
        Encoding found = of(bytes, true);
        boolean same = charset.equals(found.charset) || charset.equals(StandardCharsets.UTF_16) && found.mark == 2;
        return same ? found : new Encoding(charset, 0);
    }

    /**
     * Told from all bytes of a file that look foreign, where its first part did not show them. A text that is UTF-8 but for a
     * few damaged places stays UTF-8.
     */
    static Encoding ofForeign(InputStream in) throws IOException {
        byte[] kept = new byte[WINDOW], buffer = new byte[1 << 16];
        int n = 0, tail = 0;
        for (int read; n < kept.length && (read = in.read(buffer)) > 0; ) {
            for (int i = 0; i < read && n < kept.length; i++) {
                if (buffer[i] < 0) tail = 4; // a foreign byte and a few after it: two-byte codes may end in an ASCII byte
                if (tail-- > 0) kept[n++] = buffer[i];
            }
        }
        byte[] foreign = java.util.Arrays.copyOf(kept, n);
        return mostlyUtf8(foreign) ? new Encoding(StandardCharsets.UTF_8, 0) : of(foreign, true);
    }

    private static boolean mostlyUtf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long bad = text.chars().filter(c -> c == 0xFFFD).count(), foreign = text.chars().filter(c -> c > 0x7F).count();
        return bad * 20 < foreign;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) if ((bytes[i] & 0xFF) != mark[i]) return false;
        return true;
    }

    /** UTF-16 without a mark: every second byte of mostly Latin text is 0. */
    private static Optional<Charset> wide(byte[] bytes) {
        int[] zeros = new int[2];
        for (int i = 0; i < bytes.length; i++) if (bytes[i] == 0) zeros[i & 1]++;
        int half = Math.max(1, bytes.length / 2);
        if (zeros[1] > half * 0.4 && zeros[0] < half * 0.1) return Optional.of(StandardCharsets.UTF_16LE);
        if (zeros[0] > half * 0.4 && zeros[1] < half * 0.1) return Optional.of(StandardCharsets.UTF_16BE);
        return Optional.empty();
    }

    private static Charset narrow(byte[] bytes, boolean cut) {
        if (decodes(StandardCharsets.UTF_8, bytes, cut)) return StandardCharsets.UTF_8;
        Charset gbk = Charset.forName("GBK"), gb18030 = Charset.forName("GB18030"), japanese = Charset.forName("windows-31j");
        double chinese = commonChinese(bytes), kana = commonJapanese(bytes);
        if (kana > 0.5 && kana > chinese && decodes(japanese, bytes, cut)) {
            Charset plain = Charset.forName("Shift_JIS");
            return decodes(plain, bytes, cut) ? plain : japanese;
        }
        if (chinese > 0.5 && decodes(gb18030, bytes, cut)) return decodes(gbk, bytes, cut) ? gbk : gb18030;
        var detector = new UniversalDetector();
        detector.handleData(bytes, 0, bytes.length);
        detector.dataEnd();
        Optional<Charset> guess = Optional.ofNullable(detector.getDetectedCharset()).filter(Charset::isSupported).map(Charset::forName)
                .filter(c -> decodes(c, bytes, cut)).filter(c -> !c.equals(StandardCharsets.UTF_8) && !c.equals(StandardCharsets.US_ASCII));
        if (guess.isPresent() && !guess.get().name().startsWith("windows-1252")) return guess.get();
        for (byte b : bytes) if ((b & 0xE0) == 0x80) return Charset.forName("windows-1252"); // 80 to 9F are controls in Latin-1
        return StandardCharsets.ISO_8859_1;
    }

    static boolean decodes(Charset charset, byte[] bytes, boolean cut) {
        var decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(1 << 14);
        while (true) {
            var result = decoder.decode(in, out, !cut);
            if (result.isError()) return false;
            if (result.isUnderflow()) return true;
            out.clear();
        }
    }

    /** The share of foreign double bytes that are frequent Chinese characters or punctuation in GBK. */
    private static double commonChinese(byte[] bytes) {
        int common = 0, all = 0;
        for (int i = 0; i < bytes.length; i++) {
            int lead = bytes[i] & 0xFF, trail = i + 1 < bytes.length ? bytes[i + 1] & 0xFF : 0;
            if (lead < 0x80) continue;
            all++;
            if ((lead >= 0xB0 && lead <= 0xD7 || lead == 0xA1 || lead == 0xA3) && trail >= 0xA1) common++;
            i++;
        }
        return all == 0 ? 0 : (double) common / all;
    }

    /** The share of foreign bytes that begin kana or a frequent kanji in Shift-JIS. */
    private static double commonJapanese(byte[] bytes) {
        int common = 0, all = 0;
        for (int i = 0; i < bytes.length; i++) {
            int lead = bytes[i] & 0xFF, trail = i + 1 < bytes.length ? bytes[i + 1] & 0xFF : 0;
            if (lead < 0x80) continue;
            all++;
            boolean kana = lead == 0x82 && trail >= 0x9F && trail <= 0xF1 || lead == 0x83 && trail >= 0x40 && trail <= 0x96;
            if (kana || lead >= 0x88 && lead <= 0x97 && trail >= 0x40 && trail <= 0xFC) common++;
            if (lead < 0xA0 || lead >= 0xE0) i++; // A1 to DF is half-width kana, one byte
        }
        return all == 0 ? 0 : (double) common / all;
    }
}
