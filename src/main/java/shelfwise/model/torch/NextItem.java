package shelfwise.model.torch;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.model.Workers;

/**
 * How well a sequence model in training ranks what users take next: the mean nDCG@10 of the first validation event of each of up to 2,000
 * users, drawn with the seed, among all known items but those the user has in training.
 */
final class NextItem {
    private static final int MOST = 2000, CUT = 10;

    private final Sparse seen;
    private final int[] user, wanted;

    /** @param known items that have training events; events of others are left out */
    NextItem(Interactions validation, Sparse seen, boolean[] known, long seed) {
        this.seen = seen;
        int[] first = new int[seen.rows()];
        java.util.Arrays.fill(first, -1);
        for (int e = validation.size() - 1; e >= 0; e--) if (known[validation.item()[e]] && seen.count(validation.user()[e]) > 0) first[validation.user()[e]] = validation.item()[e];
        int[] users = IntStream.range(0, first.length).filter(u -> first[u] >= 0).toArray();
        var random = new SplittableRandom(seed);
        int n = Math.min(MOST, users.length);
        for (int k = 0; k < n; k++) {
            int other = k + random.nextInt(users.length - k), swap = users[k];
            users[k] = users[other];
            users[other] = swap;
        }
        user = java.util.Arrays.copyOf(users, n);
        java.util.Arrays.sort(user);
        wanted = IntStream.of(user).map(u -> first[u]).toArray();
    }

    boolean empty() {
        return user.length == 0;
    }

    /** Whose vectors are asked for, ascending. */
    int[] users() {
        return user;
    }

    /** As {@link #gain(float[], int, Scores, Workers, Progress)}, of what is read in plain Java. */
    double gain(Reader reader, Sequences sequences, boolean[] known, Workers workers, Progress progress) {
        float[] vectors = new float[user.length * reader.width()];
        Progress quiet = (_, _) -> progress.check();
        workers.each(user.length, 8, quiet, () -> vectors, (to, from, end) -> {
            for (int k = from; k < end; k++) reader.vector(sequences.of(user[k]), sequences.gaps(user[k]), to, k * reader.width());
        });
        return gain(vectors, reader.width(), reader.scores(known), workers, quiet);
    }

    /** @param vectors of {@link #users()}, row by row */
    double gain(float[] vectors, int width, Scores items, Workers workers, Progress progress) {
        double[] gain = new double[user.length];
        workers.each(gain.length, 16, progress, () -> new float[seen.columns()], (scores, from, to) -> {
            for (int k = from; k < to; k++) {
                items.score(vectors, k * width, scores);
                int rank = rank(scores, user[k], wanted[k]);
                gain[k] = rank <= CUT ? Math.log(2) / Math.log(1 + rank) : 0;
            }
        });
        double sum = 0;
        for (double g : gain) sum += g;
        return sum / gain.length;
    }

    private int rank(float[] scores, int u, int item) {
        float score = scores[item];
        for (int e = seen.start()[u]; e < seen.start()[u + 1]; e++) if (seen.column()[e] != item) scores[seen.column()[e]] = Float.NEGATIVE_INFINITY;
        int rank = 1;
        for (int i = 0; i < scores.length; i++) if (scores[i] > score || scores[i] == score && i < item) rank++;
        return rank;
    }
}
