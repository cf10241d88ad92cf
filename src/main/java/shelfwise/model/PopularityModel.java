package shelfwise.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.data.Table;

/**
 * Scores an item by its users or events, the same for everybody; silent on items with none. By category: score(u,j) = p(c(j)|u) · count(j),
 * p the share of category c among the different items of the history whose category is known, so that items of other categories are silent;
 * a history of which no category is known gets the same as everybody.
 */
final class PopularityModel extends TrainedModel {
    private static final float NOTHING = Float.NEGATIVE_INFINITY;
    private final FitPopularity.Setup settings;
    /** Negative infinity where nothing is counted. */
    private final float[] count;
    private final Categories categories;

    PopularityModel(String name, Interactions training, FitPopularity.Setup settings, float[] count, Categories categories) {
        super(name, training);
        this.settings = settings;
        this.count = count;
        this.categories = categories;
    }

    @Override public String operator() {
        return "model.popularity";
    }

    @Override protected void scoreRow(Sparse rows, int row, float[] scores) {
        double[] taste = taste(rows, row);
        for (int i = 0; i < scores.length; i++) scores[i] = score(taste, i);
    }

    private float score(double[] taste, int item) {
        if (taste.length == 0 || count[item] == NOTHING) return count[item];
        int category = categories.of()[item];
        return category < 0 || taste[category] == 0 ? NOTHING : (float) (taste[category] * count[item]);
    }

    /** The share of each category in the history; empty where nothing is known of it. */
    private double[] taste(Sparse rows, int row) {
        double[] taste = new double[categories.size()];
        int known = 0;
        for (int e = rows.start()[row]; taste.length > 0 && e < rows.start()[row + 1]; e++) {
            int category = categories.of()[rows.column()[e]];
            if (category < 0) continue;
            taste[category]++;
            known++;
        }
        if (known == 0) return new double[0];
        for (int c = 0; c < taste.length; c++) taste[c] /= known;
        return taste;
    }

    /** None: popularity knows nothing of likeness. */
    @Override public List<Neighbour> similar(int item, int n) {
        return List.of();
    }

    @Override protected IntFunction<Evidence> explain(Sparse rows, int row) {
        double[] taste = taste(rows, row);
        return item -> {
            float score = score(taste, item);
            if (taste.length == 0 || score == NOTHING) return new Evidence(score, false, List.of());
            int category = categories.of()[item];
            var part = new Evidence.Part(Evidence.Kind.FEATURE, category, score, 0, Double.NaN, -1, List.of(categories.column(), categories.names().get(category)));
            return new Evidence(score, true, Parts.ranked(List.of(part)));
        };
    }

    @Override protected Map<String, String> facts() {
        var facts = new HashMap<>(Map.of("days", Integer.toString(settings.days()), "counting", settings.counting().name()));
        if (settings.halfLife() > 0) facts.put("half-life", Double.toString(settings.halfLife()));
        return facts;
    }

    @Override protected Map<String, Table> parts() {
        var parts = new HashMap<String, Table>();
        if (settings.halfLife() > 0) parts.put("popularity.trend", Bundle.floats(count));
        else parts.put("popularity.count", Bundle.ints(whole(count)));
        if (settings.byCategory()) parts.putAll(categories.parts());
        return parts;
    }

    private static int[] whole(float[] count) {
        int[] whole = new int[count.length];
        for (int i = 0; i < whole.length; i++) whole[i] = (int) Math.max(0, count[i]);
        return whole;
    }

    static PopularityModel of(Bundle b) {
        Interactions training = Interactions.of(b);
        double halfLife = Double.parseDouble(b.facts().getOrDefault("half-life", "0"));
        boolean byCategory = b.parts().containsKey("categories.of");
        var settings = new FitPopularity.Setup(Integer.parseInt(b.fact("days")), FitPopularity.Counting.valueOf(b.fact("counting")), halfLife, byCategory);
        float[] count = halfLife > 0 ? b.floats("popularity.trend") : counts(b.ints("popularity.count"));
        return new PopularityModel(b.fact("name"), training, settings, count, byCategory ? Categories.of(b) : Categories.none(count.length));
    }

    private static float[] counts(int[] whole) {
        float[] count = new float[whole.length];
        for (int i = 0; i < count.length; i++) count[i] = whole[i] == 0 ? NOTHING : whole[i];
        return count;
    }
}
