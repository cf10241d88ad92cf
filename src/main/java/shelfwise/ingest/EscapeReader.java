package shelfwise.ingest;

import java.io.IOException;
import java.io.Reader;

/**
 * Hides characters after the escape character from the CSV parser, which knows none: each becomes a stand-in (a code point that no text
 * may hold) until {@link #restore} brings it back. An escape before any other character stays as it is.
 */
final class EscapeReader extends Reader {
    private static final char FIRST = '\uFDD0';
    private final Reader in;
    private final char escape;
    private final String hidden;
    private final char[] own = new char[1 << 13];
    private boolean pending;

    EscapeReader(Reader in, Dialect dialect) {
        this.in = in;
        escape = dialect.escape();
        hidden = hidden(dialect);
    }

    private static String hidden(Dialect dialect) {
        return dialect.escapeText() + (dialect.delimiter().isEmpty() ? "" : dialect.delimiter().charAt(0)) + dialect.quoteText() + "\n";
    }

    @Override public int read(char[] buffer, int offset, int length) throws IOException {
        int n = 0;
        while (n == 0) {
            int read = in.read(own, 0, Math.min(own.length, Math.max(1, length - 1))); // an escape kept back makes one more
            if (read < 0 && !pending) return -1;
            if (read < 0) {
                pending = false;
                buffer[offset] = escape;
                return 1;
            }
            for (int i = 0; i < read; i++) {
                char c = own[i];
                int known = pending ? hidden.indexOf(c) : -1;
                if (known >= 0) {
                    buffer[offset + n++] = (char) (FIRST + known);
                    pending = false;
                    continue;
                }
                if (pending) buffer[offset + n++] = escape;
                pending = c == escape;
                if (!pending) buffer[offset + n++] = c;
            }
        }
        return n;
    }

    /** Puts the hidden characters back. */
    static void restore(char[] c, int from, int to, Dialect dialect) {
        String hidden = hidden(dialect);
        for (int i = from; i < to; i++) if (c[i] >= FIRST && c[i] < FIRST + hidden.length()) c[i] = hidden.charAt(c[i] - FIRST);
    }

    @Override public void close() throws IOException {
        in.close();
    }
}
