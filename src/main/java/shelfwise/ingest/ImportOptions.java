package shelfwise.ingest;

import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import shelfwise.base.Problem;
import shelfwise.data.ColumnType;
import shelfwise.data.Role;

/**
 * What the analyst decides about a file; whatever is left empty is detected.
 *
 * @param name       the asset's name; else the file's name without its endings
 * @param encoding   a charset name
 * @param delimiter  one or more characters, or a word: comma, tab, semicolon, pipe, space, none
 * @param quote      one character, or {@code none}
 * @param escape     one character (a backslash), or {@code none}
 * @param header     whether the first line read holds names
 * @param skipLines  lines (of a sheet: rows) before the first line read
 * @param decimal    {@code .} or {@code ,}
 * @param dateFormat a pattern of {@link DateTimeFormatter} for all columns of time
 * @param zone       the zone of times that name none; UTC if empty
 * @param sheet      name of an Excel sheet, or its number from 1
 * @param types      by column name
 * @param roles      by column name
 */
public record ImportOptions(Optional<String> name, Optional<String> encoding, Optional<String> delimiter, Optional<String> quote,
        Optional<String> escape, Optional<Boolean> header, Optional<Integer> skipLines, Optional<String> decimal, Optional<String> dateFormat,
        Optional<String> zone, Optional<String> sheet, Map<String, ColumnType> types, Map<String, Role> roles) {
    /** Everything detected. */
    public static final ImportOptions DETECT = new ImportOptions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Map.of(), Map.of());

    private static final int MOST_SKIPPED = 1_000_000;
    private static final Map<String, String> DELIMITER_WORDS = Map.of("comma", ",", "tab", "\t", "\\t", "\t", "semicolon", ";", "pipe", "|",
            "space", " ", "none", "");

    /** @throws shelfwise.base.ProblemException if a setting cannot be understood */
    public ImportOptions {
        types = Map.copyOf(types);
        roles = Map.copyOf(roles);
        skipLines.filter(n -> n < 0 || n > MOST_SKIPPED).ifPresent(n -> {
            throw Problem.of("ingest.skip-range", "skip", n, MOST_SKIPPED).asException();
        });
        encoding.ifPresent(ImportOptions::charset);
        quote.ifPresent(q -> oneCharacter("quote", q));
        escape.ifPresent(e -> oneCharacter("escape", e));
        zone.ifPresent(ImportOptions::zoneOf);
        dateFormat.ifPresent(ImportOptions::pattern);
        if (decimal.isPresent() && !decimal.get().equals(".") && !decimal.get().equals(",")) {
            throw Problem.of("ingest.unknown-decimal", "decimal", decimal.get()).asException();
        }
        if (delimiter.isPresent() && delimiter.get().isEmpty()) throw Problem.of("ingest.no-delimiter", "delimiter").asException();
    }

    private static void oneCharacter(String setting, String value) {
        if (!value.equals("none") && value.length() != 1) throw Problem.of("ingest.not-one-character", setting, value).asException();
    }

    static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw Problem.of("ingest.unknown-encoding", "encoding", name).asException(e);
        }
    }

    private static ZoneId zoneOf(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw Problem.of("ingest.unknown-zone", "zone", name).asException(e);
        }
    }

    static DateTimeFormatter pattern(String pattern) {
        try {
            return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        } catch (IllegalArgumentException e) {
            throw Problem.of("ingest.bad-date-format", "date format", pattern).asException(e);
        }
    }

    ZoneId zoneId() {
        return zone.map(ImportOptions::zoneOf).orElse(ZoneOffset.UTC);
    }

    /** The delimiter with its word turned into the character; empty text for one column. */
    Optional<String> delimiterText() {
        return delimiter.map(d -> DELIMITER_WORDS.getOrDefault(d.toLowerCase(Locale.ROOT), d));
    }

    /** The column type that {@code word} names: text, integer, decimal, time, boolean. @throws shelfwise.base.ProblemException if none */
    public static ColumnType typeOf(String word) {
        return Arrays.stream(ColumnType.values()).filter(t -> t.name().equalsIgnoreCase(word.strip())).findFirst()
                .orElseThrow(() -> Problem.of("ingest.unknown-type", word, Arrays.stream(ColumnType.values())
                        .map(t -> t.name().toLowerCase(Locale.ROOT)).toList()).asException());
    }

    /** The role that {@code word} names, such as {@code event-type}. @throws shelfwise.base.ProblemException if none */
    public static Role roleOf(String word) {
        String sought = word.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        return Arrays.stream(Role.values()).filter(r -> r.word().equals(sought)).findFirst()
                .orElseThrow(() -> Problem.of("ingest.unknown-role", word, Arrays.stream(Role.values()).map(Role::word)
                        .toList()).asException());
    }

    public ImportOptions withName(String v) {
        return new ImportOptions(Optional.of(v), encoding, delimiter, quote, escape, header, skipLines, decimal, dateFormat, zone, sheet, types, roles);
    }

    public ImportOptions withEncoding(String v) {
        return new ImportOptions(name, Optional.of(v), delimiter, quote, escape, header, skipLines, decimal, dateFormat, zone, sheet, types, roles);
    }

    public ImportOptions withDelimiter(String v) {
        return new ImportOptions(name, encoding, Optional.of(v), quote, escape, header, skipLines, decimal, dateFormat, zone, sheet, types, roles);
    }

    public ImportOptions withQuote(String v) {
        return new ImportOptions(name, encoding, delimiter, Optional.of(v), escape, header, skipLines, decimal, dateFormat, zone, sheet, types, roles);
    }

    public ImportOptions withEscape(String v) {
        return new ImportOptions(name, encoding, delimiter, quote, Optional.of(v), header, skipLines, decimal, dateFormat, zone, sheet, types, roles);
    }

    public ImportOptions withHeader(boolean v) {
        return new ImportOptions(name, encoding, delimiter, quote, escape, Optional.of(v), skipLines, decimal, dateFormat, zone, sheet, types, roles);
    }

    public ImportOptions withSkipLines(int v) {
        return new ImportOptions(name, encoding, delimiter, quote, escape, header, Optional.of(v), decimal, dateFormat, zone, sheet, types, roles);
    }

    public ImportOptions withDecimal(String v) {
        return new ImportOptions(name, encoding, delimiter, quote, escape, header, skipLines, Optional.of(v), dateFormat, zone, sheet, types, roles);
    }

    public ImportOptions withDateFormat(String v) {
        return new ImportOptions(name, encoding, delimiter, quote, escape, header, skipLines, decimal, Optional.of(v), zone, sheet, types, roles);
    }

    public ImportOptions withZone(String v) {
        return new ImportOptions(name, encoding, delimiter, quote, escape, header, skipLines, decimal, dateFormat, Optional.of(v), sheet, types, roles);
    }

    public ImportOptions withSheet(String v) {
        return new ImportOptions(name, encoding, delimiter, quote, escape, header, skipLines, decimal, dateFormat, zone, Optional.of(v), types, roles);
    }

    public ImportOptions withTypes(Map<String, ColumnType> v) {
        return new ImportOptions(name, encoding, delimiter, quote, escape, header, skipLines, decimal, dateFormat, zone, sheet, v, roles);
    }

    public ImportOptions withRoles(Map<String, Role> v) {
        return new ImportOptions(name, encoding, delimiter, quote, escape, header, skipLines, decimal, dateFormat, zone, sheet, types, v);
    }
}
