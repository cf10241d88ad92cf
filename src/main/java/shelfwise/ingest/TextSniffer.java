package shelfwise.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shelfwise.base.Problem;
import shelfwise.base.Progress;

/** Finds a text file's encoding, delimiter, header and roles from its first megabyte. */
final class TextSniffer {
    private static final int SAMPLE_BYTES = 1 << 20, DIALECT_CHARACTERS = 1 << 16, RECORDS = 1000;

    private TextSniffer() { }

    /** The encoding: the analyst's, or told from the file's beginning. @throws shelfwise.base.ProblemException if the file is no text */
    static Encoding encoding(SourceFile file, ImportOptions options) {
        byte[] bytes = file.sample(SAMPLE_BYTES);
        if (bytes.length == 0) throw Problem.of("ingest.empty", file.where()).asException();
        if (options.encoding().isPresent()) return Encoding.chosen(ImportOptions.charset(options.encoding().get()), bytes);
        Encoding encoding = Encoding.of(bytes, bytes.length == SAMPLE_BYTES);
        if (encoding.charset().name().startsWith("UTF-16")) return encoding;
        long controls = 0;
        for (byte b : bytes) if (b >= 0 && b < 32 && b != '\t' && b != '\n' && b != '\r' && b != '\f') controls++;
        if (controls > 4 && controls * 20 > bytes.length) throw Problem.of("ingest.binary", file.where()).asException();
        return encoding;
    }

    /** The encoding told from every foreign character of the file, where its beginning did not show it. */
    static Encoding encodingOfAll(SourceFile file, Progress progress) {
        try (var in = file.open(progress.part(0, 0))) {
            return Encoding.ofForeign(in);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /**
     * @param strict whether bytes that {@code encoding} does not know end the reading
     * @throws shelfwise.base.ProblemException if the file holds nothing or only a header
     */
    static Layout layout(SourceFile file, ImportOptions options, Encoding encoding, boolean strict) {
        byte[] bytes = file.sample(SAMPLE_BYTES);
        String text = decoded(bytes, encoding, bytes.length == SAMPLE_BYTES);
        if (text.isBlank()) throw Problem.of("ingest.empty", file.where()).asException();
        int skipped = options.skipLines().orElse(0);
        Dialect dialect = Dialects.detect(whole(text, DIALECT_CHARACTERS), options, skipped);
        Sample sample = Sample.of(TextRows.of(text, dialect, skipped), RECORDS);
        if (sample.rows().isEmpty()) throw Problem.of("ingest.nothing-left", file.where(), skipped).asException();
        Structure table = Structure.of(sample, options.header(), options.skipLines().isPresent());
        if (table.data() >= sample.rows().size()) throw Problem.of("ingest.only-header", file.where()).asException();
        List<String> header = table.header() < 0 ? List.of() : sample.rows().get(table.header());
        List<String> names = Structure.names(header, table.width());
        Sample data = sample.from(table.data());
        checkNames(options, names);
        int before = Math.toIntExact(sample.lines().get(Math.max(0, table.header())) - 1);
        int dataSkip = table.header() < 0 ? skipped : Math.toIntExact(sample.lines().get(table.data()) - 1);
        int narrow = table.header() < 0 ? table.width() : Math.min(header.size(), sample.usualWidth());
        return new Layout(file, TextRows.of(file, encoding, strict, dialect, dataSkip), Optional.of(encoding), dialect, table.header() >= 0,
                table.header() < 0 ? skipped : before, "", names, narrow, Roles.guess(names, table.header() >= 0, data, options.roles()),
                notes(file, options, table, dialect, sample, header));
    }

    private static List<Problem> notes(SourceFile file, ImportOptions options, Structure table, Dialect dialect, Sample sample, List<String> header) {
        var notes = new ArrayList<Problem>();
        if (table.header() > 0) notes.add(Problem.of("ingest.lines-skipped", file.where(), table.header()));
        if (table.width() == 1 && (options.delimiter().isPresent() || List.of("csv", "tsv", "tab").contains(file.plainEnding()))) {
            notes.add(Problem.of("ingest.one-column", file.where()));
        }
        if (!header.isEmpty() && header.size() < table.width()) {
            notes.add(Problem.of("ingest.more-cells-than-names", file.where(), header.size(), table.width()));
        }
        long other = sample.rows().stream().skip(table.data()).filter(r -> r.size() != sample.usualWidth()).count();
        if (other * 10 > sample.rows().size()) notes.add(Problem.of("ingest.many-widths", file.where(), other, sample.rows().size()));
        if (dialect.escape() != 0) notes.add(Problem.of("ingest.escaped", file.where(), dialect.escapeText()));
        return notes;
    }

    /** @throws shelfwise.base.ProblemException if a type or role was chosen for a column that is not there */
    static void checkNames(ImportOptions options, List<String> names) {
        var chosen = new ArrayList<>(options.types().keySet());
        chosen.addAll(options.roles().keySet());
        for (String name : chosen) {
            if (!names.contains(name)) throw Problem.of("ingest.no-such-column", name, names).asException();
        }
    }

    private static String decoded(byte[] bytes, Encoding encoding, boolean cut) {
        var decoder = encoding.charset().newDecoder().onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
        var out = CharBuffer.allocate((int) (bytes.length * (double) decoder.maxCharsPerByte()) + 16);
        decoder.decode(ByteBuffer.wrap(bytes, encoding.mark(), bytes.length - encoding.mark()), out, !cut);
        String text = out.flip().toString();
        return cut ? whole(text, text.length() - 1) : text;
    }

    /** At most {@code limit} characters, up to the end of a line if there is one. */
    private static String whole(String text, int limit) {
        if (text.length() <= limit) return text;
        int end = text.lastIndexOf('\n', limit - 1);
        if (end < 0) end = text.lastIndexOf('\r', limit - 1);
        return text.substring(0, end < 0 ? limit : end + 1);
    }
}
