package shelfwise.model;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import shelfwise.base.Problem;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.data.Table;

/** Scores an item by its users or events in the last days of the training data, the same for everybody; silent on items with none. */
final class PopularityModel extends TrainedModel {
    private static final long DAY_MILLIS = 86_400_000;
    private final int days;
    private final FitPopularity.Counting counting;
    private final int[] count;

    PopularityModel(String name, Interactions training, int days, FitPopularity.Counting counting, int[] count) {
        super(name, training);
        this.days = days;
        this.counting = counting;
        this.count = count;
    }

    /** @param days length of the window that ends with the last event; 0 for all time */
    static PopularityModel fit(String name, Interactions training, int days, FitPopularity.Counting counting) {
        if (days > 0 && !training.timed()) throw Problem.of("model.no-time", name, days).asException();
        int from = 0;
        if (days > 0 && training.size() > 0) {
            long after = training.time()[training.size() - 1] - days * DAY_MILLIS;
            while (training.time()[from] <= after) from++;
        }
        return new PopularityModel(name, training, days, counting, count(training, from, counting));
    }

    private static int[] count(Interactions all, int from, FitPopularity.Counting counting) {
        int[] count = new int[all.items().size()];
        switch (counting) {
            case EVENTS -> {
                for (int e = from; e < all.size(); e++) count[all.item()[e]]++;
            }
            case USERS -> {
                int n = all.size() - from;
                int[] user = new int[n], item = new int[n];
                System.arraycopy(all.user(), from, user, 0, n);
                System.arraycopy(all.item(), from, item, 0, n);
                for (int i : Sparse.of(all.users().size(), count.length, user, item, new float[n]).column()) count[i]++;
            }
        }
        return count;
    }

    @Override public String operator() {
        return "model.popularity";
    }

    @Override protected void scoreRow(Sparse rows, int row, float[] scores) {
        for (int i = 0; i < scores.length; i++) scores[i] = count[i] == 0 ? Float.NEGATIVE_INFINITY : count[i];
    }

    /** None: popularity knows nothing of likeness. */
    @Override public List<Neighbour> similar(int item, int n) {
        return List.of();
    }

    @Override protected IntFunction<Evidence> explain(Sparse rows, int row) {
        return item -> new Evidence(count[item] == 0 ? Float.NEGATIVE_INFINITY : count[item], false, List.of());
    }

    @Override protected Map<String, String> facts() {
        return Map.of("days", Integer.toString(days), "counting", counting.name());
    }

    @Override protected Map<String, Table> parts() {
        return Map.of("popularity.count", Bundle.ints(count));
    }

    static PopularityModel of(Bundle b) {
        return new PopularityModel(b.fact("name"), Interactions.of(b), Integer.parseInt(b.fact("days")), FitPopularity.Counting.valueOf(b.fact("counting")),
                b.ints("popularity.count"));
    }
}
