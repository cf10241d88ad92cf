package shelfwise.model.factor;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.model.Workers;

/**
 * How well a model in training ranks the validation part: the mean over a seeded sample of its events of ln 2 / ln(1 + rank), the rank among
 * all items with events but those that the user has in training (nDCG with one relevant item and no end of the list; Järvelin, Kekäläinen
 * 2002). Events of users or items without training are left out.
 */
final class Validation {
    private static final int MOST = 1000;

    /** Scores a user's items. */
    @FunctionalInterface
    interface Scores {
        float of(int user, int item);
    }

    private final Sparse rows;
    private final int[] sold, user, item;

    Validation(Interactions validation, Sparse rows, long seed) {
        this.rows = rows;
        boolean[] known = new boolean[rows.columns()];
        for (int i : rows.column()) known[i] = true;
        sold = IntStream.range(0, known.length).filter(i -> known[i]).toArray();
        int[] events = IntStream.range(0, validation.size()).filter(e -> known[validation.item()[e]] && rows.count(validation.user()[e]) > 0).toArray();
        var random = new SplittableRandom(seed);
        int n = Math.min(MOST, events.length);
        for (int k = 0; k < n; k++) {
            int other = k + random.nextInt(events.length - k), swap = events[k];
            events[k] = events[other];
            events[other] = swap;
        }
        user = IntStream.range(0, n).map(k -> validation.user()[events[k]]).toArray();
        item = IntStream.range(0, n).map(k -> validation.item()[events[k]]).toArray();
    }

    boolean empty() {
        return user.length == 0;
    }

    /** Cost: events of the sample x items. */
    double gain(Scores scores, Workers workers) {
        double[] gain = new double[user.length];
        workers.each(gain.length, 8, Progress.NONE, () -> gain, (g, from, to) -> {
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
