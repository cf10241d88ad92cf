package shelfwise.ingest;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import shelfwise.base.Problem;
import shelfwise.base.Progress;

/** The records of a text file, or of a sample of its text. Blank lines are no records. */
final class TextRows implements RowSource {
    /** Lines that may each open a quote that is never closed before the quote itself is in doubt. */
    private static final int BROKEN_LINES = 20;
    /** Stands for "no quote": a code point that no text may hold. */
    private static final char NO_QUOTE = '\uFDEF', NO_DELIMITER = '\uFDEE';
    /** The longest record, in characters. */
    private static final int LONGEST = 1 << 24;

    /** Opens the text again from its beginning. */
    interface Opener {
        Reader open(Progress progress) throws IOException;
    }

    private final Opener text;
    private final String where;
    private final Dialect dialect;
    private final int skipLines;

    private TextRows(Opener text, String where, Dialect dialect, int skipLines) {
        this.text = text;
        this.where = where;
        this.dialect = dialect;
        this.skipLines = skipLines;
    }

    /** @param strict whether bytes that the encoding does not know end the reading with {@link WrongEncodingException}; else they become U+FFFD */
    static TextRows of(SourceFile file, Encoding encoding, boolean strict, Dialect dialect, int skipLines) {
        var action = strict ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
        return new TextRows(progress -> {
            InputStream in = file.open(progress);
            in.skipNBytes(encoding.mark());
            return new InputStreamReader(in, encoding.charset().newDecoder().onMalformedInput(action).onUnmappableCharacter(action));
        }, file.where(), dialect, skipLines);
    }

    static TextRows of(String sample, Dialect dialect, int skipLines) {
        return new TextRows(_ -> new StringReader(sample), "", dialect, skipLines);
    }

    /** Bytes that the encoding found from the file's beginning does not know. */
    static final class WrongEncodingException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WrongEncodingException(Throwable cause) {
            super(cause);
        }
    }

    @Override public void read(RowVisitor visitor, Progress progress) {
        int skip = skipLines;
        for (int broken = 0; ; broken++) {
            long next = readFrom(skip, visitor, progress);
            if (next < 0) return;
            if (broken == BROKEN_LINES) throw Problem.of("ingest.quotes-broken", where, next).asException();
            skip = Math.toIntExact(next); // the broken line is skipped as well
        }
    }

    /** Reads on after {@code skip} lines. @return the line whose quote never closes; -1 if all was read */
    private long readFrom(int skip, RowVisitor visitor, Progress progress) {
        var records = new Records(dialect, skip);
        try (var end = new EndReader(text.open(progress))) {
            Reader reader = skipped(end, skip);
            if (dialect.escape() != 0) reader = new EscapeReader(reader, dialect);
            try (CsvReader<Row> csv = csv().build(records, reader)) {
                Iterator<Row> rows = csv.iterator();
                Row row = rows.hasNext() ? rows.next() : null;
                while (row != null) {
                    Row following = rows.hasNext() ? rows.next() : null;
                    if (following == null && row.lastQuoted() && !end.endsWith(dialect.quote())) {
                        return visitor.broken(row.line(), firstLine(row)) ? row.line() : -1;
                    }
                    if (!visitor.row(row)) return -1;
                    row = following;
                }
            }
            return -1;
        } catch (CsvParseException e) { // the record is longer than the longest
            return visitor.broken(records.begun(), firstLine(records.current())) ? records.begun() : -1;
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof IOException cause ? failed(cause) : e;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private RuntimeException failed(IOException e) {
        if (e instanceof java.nio.charset.CharacterCodingException) return new WrongEncodingException(e);
        return Problem.of("ingest.unreadable", where).asException(e);
    }

    private CsvReader.CsvReaderBuilder csv() {
        boolean several = dialect.delimiter().length() > 1; // then the parser refuses text after a closing quote: such a line is broken
        var builder = CsvReader.builder().quoteCharacter(dialect.quote() == 0 ? NO_QUOTE : dialect.quote())
                .allowExtraCharsAfterClosingQuote(!several).allowExtraFields(true).allowMissingFields(true).skipEmptyLines(true).maxBufferSize(LONGEST);
        return switch (dialect.delimiter().length()) {
            case 0 -> builder.fieldSeparator(NO_DELIMITER);
            case 1 -> builder.fieldSeparator(dialect.delimiter().charAt(0));
            default -> builder.fieldSeparator(dialect.delimiter());
        };
    }

    private String firstLine(Row row) {
        String all = row.joined(dialect.delimiter(), RowBuffer.RAW_CHARACTERS);
        int end = all.indexOf('\n');
        return (end < 0 ? all : all.substring(0, end)).stripTrailing();
    }

    private static Reader skipped(Reader in, int lines) throws IOException {
        var reader = new PushbackReader(in, 1);
        for (int done = 0; done < lines; ) {
            int c = reader.read();
            if (c < 0) break;
            if (c == '\r') {
                int next = reader.read();
                if (next >= 0 && next != '\n') reader.unread(next);
            }
            if (c == '\r' || c == '\n') done++;
        }
        return lines == 0 ? in : reader;
    }

    /** Remembers the last character that ends no line. */
    private static final class EndReader extends Reader {
        private final Reader in;
        private char last;

        EndReader(Reader in) {
            this.in = in;
        }

        @Override public int read(char[] buffer, int offset, int length) throws IOException {
            int n = in.read(buffer, offset, length);
            for (int i = offset + n - 1; i >= offset; i--) {
                if (buffer[i] == '\r' || buffer[i] == '\n') continue;
                last = buffer[i];
                break;
            }
            return n;
        }

        boolean endsWith(char quote) {
            return last == quote;
        }

        @Override public void close() throws IOException {
            in.close();
        }
    }

    /** Gathers fields into rows; two rows take turns, so that one is whole while the next is looked at. */
    private static final class Records extends CsvCallbackHandler<Row> {
        private final Dialect dialect;
        private final long firstLine;
        private Row current = new Row(), other = new Row();
        private boolean empty;

        Records(Dialect dialect, long firstLine) {
            this.dialect = dialect;
            this.firstLine = firstLine;
        }

        long begun() {
            return current.line();
        }

        Row current() {
            return current;
        }

        @Override protected RecordType getRecordType() {
            return empty ? RecordType.EMPTY : RecordType.DATA;
        }

        @Override protected int getFieldCount() {
            return current.fields();
        }

        @Override protected void beginRecord(long startingLineNumber) {
            current.begin(firstLine + startingLineNumber);
            empty = false;
        }

        @Override protected void addField(char[] buffer, int offset, int length, boolean quoted) {
            current.add(buffer, offset, length, quoted);
            if (dialect.escape() != 0) {
                int field = current.fields() - 1;
                EscapeReader.restore(current.chars(), current.from(field), current.to(field), dialect);
            }
        }

        @Override protected void setComment(char[] buffer, int offset, int length) {
            throw new IllegalStateException("no comments are read");
        }

        @Override protected void setEmpty() {
            empty = true;
        }

        @Override protected Row buildRecord() {
            Row done = current;
            current = other;
            other = done;
            return done;
        }
    }
}
