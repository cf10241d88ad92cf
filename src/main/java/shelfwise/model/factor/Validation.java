package shelfwise.model.factor;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.data.Split;
import shelfwise.model.Workers;

/**
 * How well a model in training ranks the validation part: the mean over a seeded sample of its events of ln 2 / ln(1 + rank), the rank among
 * all items with events but those that the user has in training (nDCG with one relevant item and no end of the list; Järvelin, Kekäläinen
 * 2002). Events of users or items without training are left out.
 */
final class Validation {
    static final String METRIC = "ndcg";
    private static final int MOST = 1000;
    /** Events that a curve is drawn by where nothing is decided by it: so that looking takes little of the time. */
    private static final int FEW = 200;

    /** Scores a user's items. */
    @FunctionalInterface
    interface Scores {
        float of(int user, int item);
    }

    private final Sparse rows;
    private final int[] sold, user, item;

    /** Of the validation part, by which is decided when to end. */
    Validation(Interactions validation, Sparse rows, long seed) {
        this(validation, rows, seed, MOST);
    }

    /** Of any part, for a curve alone. */
    static Validation few(Interactions events, Sparse rows, long seed) {
        return new Validation(events, rows, seed, FEW);
    }

    private Validation(Interactions validation, Sparse rows, long seed, int most) {
        this.rows = rows;
        boolean[] known = new boolean[rows.columns()];
        for (int i : rows.column()) known[i] = true;
        sold = IntStream.range(0, known.length).filter(i -> known[i]).toArray();
        int[] events = IntStream.range(0, validation.size()).filter(e -> known[validation.item()[e]] && rows.count(validation.user()[e]) > 0).toArray();
        var random = new SplittableRandom(seed);
        int n = Math.min(most, events.length);
        for (int k = 0; k < n; k++) {
            int other = k + random.nextInt(events.length - k), swap = events[k];
            events[k] = events[other];
            events[other] = swap;
        }
        user = IntStream.range(0, n).map(k -> validation.user()[events[k]]).toArray();
        item = IntStream.range(0, n).map(k -> validation.item()[events[k]]).toArray();
    }

    /**
     * What a training looks at after so many epochs: how it ranks what it learns from, and what was held back. The same for any number of threads.
     *
     * @param each epochs from one look to the next
     */
    static EarlyStop.Looks looks(int each, Split split, Sparse rows, long seed, Scores scores, Workers workers) {
        Validation train = few(split.train(), rows, seed), held = new Validation(split.validation(), rows, seed);
        return new EarlyStop.Looks(each, METRIC, p -> train.gain(scores, workers, p), p -> held.gain(scores, workers, p), DoubleUnaryOperator.identity());
    }

    /** Cost: events of the sample x items. NaN if there are no events. */
    double gain(Scores scores, Workers workers, Progress progress) {
        if (user.length == 0) return Double.NaN;
        double[] gain = new double[user.length];
        workers.each(gain.length, 8, (_, _) -> progress.check(), () -> gain, (g, from, to) -> {
            for (int k = from; k < to; k++) g[k] = Math.log(2) / Math.log(1 + rank(scores, user[k], item[k]));
        });
        double sum = 0;
        for (double g : gain) sum += g;
        return sum / gain.length;
    }

    private double rank(Scores scores, int u, int wanted) {
        float score = scores.of(u, wanted);
        int rank = 1, e = rows.start()[u], end = rows.start()[u + 1];
        for (int i : sold) {
            while (e < end && rows.column()[e] < i) e++;
            if (e < end && rows.column()[e] == i || i == wanted) continue;
            float other = scores.of(u, i);
            if (other > score || other == score && i < wanted) rank++;
        }
        return rank;
    }
}
