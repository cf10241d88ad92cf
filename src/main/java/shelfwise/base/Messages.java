package shelfwise.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The texts that people see, in one language. Each room keeps its own pair of UTF-8 files,
 * {@code /messages/ROOM_en.properties} and {@code /messages/ROOM_zh.properties}, with the same keys.
 * A text with arguments is a {@link MessageFormat} pattern: an apostrophe is written twice in it.
 */
public final class Messages {
    /** Rooms that have message files. */
    public static final List<String> ROOMS = List.of("base", "data", "store", "pipeline", "expression", "ingest", "profile", "prepare", "split", "model", "knn", "linear", "factor", "torch",
            "content", "vectors", "encoder", "words", "hybrid", "rerank", "search", "edit", "own", "picture", "page", "differences",
            "evaluate", "inspect", "export", "app", "cli", "ui", "home", "assets", "quality", "pipelines", "canvas", "look", "lists", "similarity", "compare", "snapshots", "template");
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    private final Locale locale;
    private final Map<String, String> texts;

    private Messages(Locale locale, Map<String, String> texts) {
        this.locale = locale;
        this.texts = texts;
    }

    /** The texts in {@code locale}'s language: Chinese for {@code zh}, English for every other. */
    public static Messages in(Locale locale) {
        Locale known = locale.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        var all = new Properties();
        for (String room : ROOMS) all.putAll(read(room, known));
        return new Messages(known, all.entrySet().stream().collect(Collectors.toUnmodifiableMap(e -> (String) e.getKey(), e -> (String) e.getValue())));
    }

    /** One room's texts as they stand in its file; empty if the room has none. */
    public static Properties read(String room, Locale language) {
        var texts = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream("/messages/" + room + "_" + language.getLanguage() + ".properties")) {
            if (in != null) texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    public Locale locale() {
        return locale;
    }

    /**
     * The text of {@code key} with its arguments filled in, {@link Named} ones by their names and several in one as this language writes
     * a list; the key itself in ‹› if there is none, so that a gap is seen.
     */
    public String text(String key, Object... args) {
        String pattern = texts.get(key);
        if (pattern == null) return "‹" + key + "›";
        return args.length == 0 && !pattern.contains("''") ? pattern : new MessageFormat(pattern, locale).format(inWords(args));
    }

    private Object[] inWords(Object[] args) {
        return Arrays.stream(args).map(this::worded).toArray();
    }

    private Object worded(Object arg) {
        if (arg instanceof Named named) return text(named.nameKey());
        return arg instanceof Collection<?> several ? list(several.stream().map(this::worded).map(String::valueOf)) : arg;
    }

    /** {@code parts} one after the other, as this language writes a list. */
    public String list(Stream<String> parts) {
        return parts.collect(Collectors.joining(text("list.between")));
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    /** All keys that start with {@code prefix}. */
    public List<String> keys(String prefix) {
        return texts.keySet().stream().filter(k -> k.startsWith(prefix)).sorted().toList();
    }

    /** What was wrong, where, and what mends it: up to three lines. */
    public String tell(Problem problem) {
        Object[] args = problem.args().toArray();
        String what = text("problem." + problem.key(), args);
        String place = problem.where().isEmpty() ? what : problem.where() + (locale.getLanguage().equals("zh") ? "：" : ": ") + what;
        return find("problem." + problem.key() + ".cure").isPresent() ? place + "\n" + text("problem." + problem.key() + ".cure", args) : place;
    }
}
