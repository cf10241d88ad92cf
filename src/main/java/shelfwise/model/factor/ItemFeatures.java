package shelfwise.model.factor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import shelfwise.data.Catalogue;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Ids;
import shelfwise.data.Role;
import shelfwise.data.Sparse;
import shelfwise.model.content.Tokens;
import shelfwise.pipeline.Volume;

/**
 * What items are made of, for models that learn a vector for each feature: the item itself, values of its columns, words of its title. A feature
 * that no sold item has is left out, for nothing can be learned of it; so is the identity of an item that nobody took.
 */
final class ItemFeatures {
    /** Numbers are cut into so many parts of equally many items. */
    private static final int PARTS = 10;
    /** Bytes of a kept cell; words of a title, whose number grows about as the root of all words. */
    private static final int CELL = 24, TITLE_WORDS = 10;

    private final Ids items;
    private final boolean[] sold;
    private final Map<String, Integer> number = new HashMap<>();
    private final List<int[]> cells = new ArrayList<>();
    private final List<Float> weights = new ArrayList<>();

    private ItemFeatures(Ids items, boolean[] sold) {
        this.items = items;
        this.sold = sold;
    }

    /** How many values and words a catalogue has, about: no more values than cells, and as many words as titles are likely to have. */
    static long likely(Volume catalogue, boolean titles) {
        return catalogue.bytes() / CELL + (titles ? TITLE_WORDS * Math.round(Math.sqrt(TITLE_WORDS * catalogue.items())) : 0);
    }

    /** items x features: 1 for the item itself and for each value of a column; the words of a title share 1. */
    static Sparse of(Ids items, boolean[] sold, @Nullable Catalogue catalogue, FitWarp.Setup s) {
        var features = new ItemFeatures(items, sold);
        for (int i = 0; s.identity() && i < sold.length; i++) if (sold[i]) features.add(i, "item " + i, 1);
        if (catalogue != null) features.addCatalogue(catalogue, s);
        return features.kept();
    }

    private void add(int item, String feature, float weight) {
        cells.add(new int[] {item, number.computeIfAbsent(feature, _ -> number.size())});
        weights.add(weight);
    }

    private void addCatalogue(Catalogue catalogue, FitWarp.Setup s) {
        var schema = catalogue.attributes().schema();
        for (int column = 0; column < schema.size(); column++) {
            Field field = schema.field(column);
            boolean value = field.role() == Role.CATEGORY && s.category() || field.role() == Role.FEATURE && s.features();
            if (value || field.role() == Role.TITLE && s.title()) {
                String[] texts = texts(catalogue, column, field.type());
                if (value && field.type() != ColumnType.TEXT && field.type() != ColumnType.BOOLEAN) addParts(column, texts);
                else for (int i = 0; i < texts.length; i++) addText(i, column, texts[i], value);
            }
        }
    }

    private String[] texts(Catalogue catalogue, int column, ColumnType type) {
        String[] texts = new String[items.size()];
        Arrays.fill(texts, "");
        int[] row = new int[1];
        catalogue.attributes().scan(new int[] {column}, chunk -> {
            for (int r = 0; r < chunk.rows(); r++) {
                int item = items.number(catalogue.items().id(row[0]++));
                if (item >= 0) texts[item] = chunk.columns().getFirst().text(r, type);
            }
        });
        return texts;
    }

    private void addText(int item, int column, String text, boolean whole) {
        if (text.isBlank()) return;
        if (whole) {
            add(item, column + " " + text, 1);
            return;
        }
        var words = new ArrayList<String>();
        Tokens.each(text, words::add);
        for (String word : words) add(item, "word " + word, 1f / words.size());
    }

    /** Items by the tenth of all items, in order of the column's texts as numbers or times, in which theirs stands; equal ones together. */
    private void addParts(int column, String[] texts) {
        var byValue = new TreeMap<Double, List<Integer>>();
        int known = 0;
        for (int i = 0; i < texts.length; i++) {
            double value = number(texts[i]);
            if (Double.isNaN(value)) continue;
            byValue.computeIfAbsent(value, _ -> new ArrayList<>()).add(i);
            known++;
        }
        int before = 0;
        for (List<Integer> equal : byValue.values()) {
            for (int item : equal) add(item, column + " part " + (long) PARTS * before / known, 1);
            before += equal.size();
        }
    }

    private static double number(String text) {
        try {
            return text.isBlank() ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN; // a time
        }
    }

    private Sparse kept() {
        boolean[] learned = new boolean[number.size()];
        for (int[] c : cells) learned[c[1]] |= sold[c[0]];
        int[] at = new int[learned.length];
        int features = 0;
        for (int f = 0; f < learned.length; f++) at[f] = learned[f] ? features++ : -1;
        int[] kept = IntStream.range(0, cells.size()).filter(k -> learned[cells.get(k)[1]]).toArray();
        int[] item = Arrays.stream(kept).map(k -> cells.get(k)[0]).toArray(), feature = Arrays.stream(kept).map(k -> at[cells.get(k)[1]]).toArray();
        float[] weight = new float[kept.length];
        for (int k = 0; k < kept.length; k++) weight[k] = weights.get(kept[k]);
        return Sparse.of(items.size(), features, item, feature, weight);
    }
}
