package shelfwise.model.interests;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Catalogue;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Interactions;
import shelfwise.data.Schema;
import shelfwise.data.Sparse;
import shelfwise.data.Table;
import shelfwise.data.TableBuilder;
import shelfwise.data.TextCells;
import shelfwise.model.content.Scheme;
import shelfwise.model.content.TermMatrix;
import shelfwise.model.content.TermWeights;
import shelfwise.model.content.Texts;

/**
 * Names interests by the categories and words that tell their items from the others: those whose mean TF-IDF weight in the interest is most
 * above that of all items. Without a catalogue, or where it has nothing to say, by the ids of the items of most users.
 */
final class Names {
    private static final int VALUES = 2, WORDS = 3, ITEMS = 3;
    /** Words of a larger part of many items tell nothing: "the". */
    private static final double COMMON = 0.05;
    private static final int MANY = 100, LETTERS = 3;
    private static final String AFTER_COLUMN = ": ";

    private final Interactions training;
    private final int[] main;
    private final int interests;

    private Names(Interactions training, int[] main, int interests) {
        this.training = training;
        this.main = main;
        this.interests = interests;
    }

    /** One name an interest, none of them empty. @param main the interest of each item, -1 for none */
    static List<List<String>> of(Interactions training, int[] main, int interests, Optional<Catalogue> catalogue, Progress progress) {
        var names = new Names(training, main, interests);
        Sparse users = training.matrix().transpose();
        @Nullable TermMatrix text = catalogue.map(c -> TermMatrix.of(Texts.of(training.items(), c, new Texts.Choice(true, true, false, true, 0)),
                new TermWeights(Scheme.TF_IDF, true, 1, 1), progress)).orElse(null);
        return IntStream.range(0, interests).mapToObj(c -> {
            List<String> telling = text == null ? List.<String>of() : names.telling(text, c);
            return telling.isEmpty() ? names.ids(users, c) : telling;
        }).toList();
    }

    private List<String> telling(TermMatrix text, int interest) {
        Sparse weights = text.weights();
        double[] inside = new double[text.terms().size()], all = new double[inside.length];
        int[] holding = new int[all.length];
        int in = 0, known = 0;
        for (int i = 0; i < main.length; i++) {
            if (main[i] < 0) continue;
            known++;
            if (main[i] == interest) in++;
            for (int e = weights.start()[i]; e < weights.start()[i + 1]; e++) {
                all[weights.column()[e]] += weights.value()[e];
                holding[weights.column()[e]]++;
                if (main[i] == interest) inside[weights.column()[e]] += weights.value()[e];
            }
        }
        double[] above = new double[inside.length];
        for (int t = 0; t < above.length; t++) above[t] = inside[t] / in - all[t] / known;
        int[] best = IntStream.range(0, above.length).filter(t -> inside[t] > 0 && (interests == 1 || above[t] > 0)).boxed()
                .sorted(Comparator.comparingDouble((Integer t) -> -above[t]).thenComparingDouble(t -> -inside[t])).mapToInt(Integer::intValue).toArray();
        var name = new ArrayList<String>();
        IntStream.of(best).mapToObj(text.terms()::get).filter(Names::value).map(v -> v.substring(v.indexOf(AFTER_COLUMN) + AFTER_COLUMN.length())).distinct()
                .limit(VALUES).forEach(name::add);
        int most = known < MANY ? known : (int) (COMMON * known);
        IntStream.of(best).filter(t -> holding[t] <= most).mapToObj(text.terms()::get).filter(t -> !value(t) && tells(t)).limit(WORDS).forEach(name::add);
        return name;
    }

    private static boolean value(String term) {
        return term.contains(AFTER_COLUMN);
    }

    /** Numbers and short words are no names, but for those of characters that are words by themselves. */
    private static boolean tells(String word) {
        boolean letters = word.codePoints().anyMatch(Character::isLetter);
        return letters && (word.codePointCount(0, word.length()) >= LETTERS || word.codePoints().anyMatch(Character::isIdeographic));
    }

    private List<String> ids(Sparse users, int interest) {
        return IntStream.range(0, main.length).filter(i -> main[i] == interest).boxed().sorted(Comparator.comparingInt((Integer i) -> -users.count(i)))
                .limit(ITEMS).map(training.items()::id).toList();
    }

    /** As a part of a model's bundle: the words, one after another. */
    static Table words(List<List<String>> names) {
        return TableBuilder.of(Schema.of(new Field("word", ColumnType.TEXT)), TextCells.of(names.stream().flatMap(List::stream).toArray(String[]::new)));
    }

    /** As a part of a model's bundle: how many words each has. */
    static Table counts(List<List<String>> names) {
        return Bundle.ints(names.stream().mapToInt(List::size).toArray());
    }

    /** Of {@link #words} and {@link #counts}. */
    static List<List<String>> of(String[] words, int[] counts) {
        var names = new ArrayList<List<String>>();
        int at = 0;
        for (int n : counts) names.add(List.of(words).subList(at, at += n));
        return names;
    }
}
