package shelfwise.prepare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import shelfwise.base.Problem;
import shelfwise.data.Cells;
import shelfwise.data.Chunk;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Table;
import shelfwise.data.TextCells;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Picks;
import shelfwise.pipeline.Settings;

/** Cleans texts: blanks of every kind, no-break and full-width (U+3000) ones too, and upper or lower case. */
public final class CleanText extends TableStep<CleanText.Setup> {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern OUTER = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$", Pattern.UNICODE_CHARACTER_CLASS);

    public enum Case { KEEP, LOWER, UPPER }

    /**
     * @param columns        none: all columns of text
     * @param trim           whether outer blanks go
     * @param collapse       whether each run of blanks becomes one space
     * @param letters        in the same way for every language of the machine
     * @param blankIsMissing whether a text of nothing but blanks becomes a missing value
     */
    public record Setup(@Picks(Picks.What.COLUMN) List<String> columns, boolean trim, boolean collapse, Case letters, boolean blankIsMissing) {
        public Setup {
            Settings.check(Setup.class, columns, trim, collapse, letters, blankIsMissing);
            columns = List.copyOf(columns);
        }
    }

    @Override public String id() {
        return "prepare.text";
    }

    @Override public Setup defaults() {
        return new Setup(List.of(), true, true, Case.KEEP, true);
    }

    @Override Optional<String> from(Setup settings, String column) {
        return Optional.of(column);
    }

    @Override Table change(Setup settings, Table table, Context context) {
        Set<Integer> columns = columns(settings, table, context);
        return Pass.map(table, table.schema(), context.progress(), chunk -> new Chunk(chunk.rows(), IntStream.range(0, chunk.columns().size())
                .mapToObj(c -> columns.contains(c) ? clean(settings, chunk.texts(c)) : chunk.columns().get(c)).toList()));
    }

    private static Set<Integer> columns(Setup settings, Table table, Context context) {
        for (String name : settings.columns()) {
            Field field = table.schema().field(table.schema().index(name));
            if (field.type() != ColumnType.TEXT) throw Problem.of("prepare.needs-text", context.node(), name, field.type()).asException();
        }
        return IntStream.of(Columns.namedOrAll(table.schema(), settings.columns())).filter(c -> table.schema().field(c).type() == ColumnType.TEXT)
                .boxed().collect(Collectors.toSet());
    }

    /** Cleans each different text once; texts that have become equal share a code. */
    private static Cells clean(Setup settings, TextCells cells) {
        int[] newCode = new int[cells.dictionary().length];
        var words = new ArrayList<String>();
        var known = new HashMap<String, Integer>();
        for (int k = 0; k < newCode.length; k++) {
            String text = clean(settings, cells.dictionary()[k]);
            boolean missing = settings.blankIsMissing() && BLANKS.matcher(text).replaceAll("").isEmpty();
            newCode[k] = missing ? -1 : known.computeIfAbsent(text, t -> {
                words.add(t);
                return words.size() - 1;
            });
        }
        int[] codes = new int[cells.size()];
        for (int i = 0; i < codes.length; i++) codes[i] = cells.codes()[i] < 0 ? -1 : newCode[cells.codes()[i]];
        return new TextCells(words.toArray(String[]::new), codes);
    }

    private static String clean(Setup settings, String text) {
        String clean = settings.trim() ? OUTER.matcher(text).replaceAll("") : text;
        if (settings.collapse()) clean = BLANKS.matcher(clean).replaceAll(" ");
        return switch (settings.letters()) {
            case KEEP -> clean;
            case LOWER -> clean.toLowerCase(Locale.ROOT);
            case UPPER -> clean.toUpperCase(Locale.ROOT);
        };
    }
}
