package shelfwise.model.hybrid;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.model.CombinedModel;
import shelfwise.model.Workers;
import shelfwise.pipeline.Volume;

/**
 * What a blend learns from: of each user drawn, the candidates taken in the validation part that were new to the user, and beside each of
 * them some that were not taken, drawn by chance among the user's other new candidates.
 *
 * @param features a row an example
 * @param taken    1 for taken, 0 for not
 */
record Examples(double[][] features, int[] taken) {
    private static final int BLOCK = 4;
    private static final int HELD_BACK = 5, COPIES = 3;

    /** @param negatives drawn beside each item taken; {@code users} at most, drawn by {@code seed} */
    record Draw(int pool, int negatives, int users, long seed) { }

    /** What examples take while they are learned from, about: a fifth of the events held back, at most as many a user as are drawn beside them. */
    static long bytes(Volume split, int users, int negatives, int models) {
        long taken = Math.min(split.rows() / HELD_BACK, Math.min(users, split.users()) * (split.rows() / HELD_BACK / Math.max(1, split.users()) + 1));
        return COPIES * taken * (1 + negatives) * (Blend.PER_MODEL * models + Blend.OTHERS + 1L) * Double.BYTES;
    }

    /**
     * @param models a combined model of the models to be blended, by which they are asked
     * @throws shelfwise.base.ProblemException if there is nothing to learn from
     */
    static Examples of(CombinedModel models, Interactions validation, Draw draw, Workers workers, Progress progress) {
        if (validation.size() == 0) throw Problem.of("hybrid.no-validation", models.name()).asException();
        Sparse later = validation.matrix(), before = models.training().matrix();
        int[] users = chosen(later, before, draw);
        int[] popularity = Blend.usersOf(before);
        var each = new ArrayList<List<Example>>(users.length);
        for (int u = 0; u < users.length; u++) each.add(List.of());
        workers.each(users.length, BLOCK, progress, () -> new Blend(models.components().size(), draw.pool(), popularity), (blend, from, to) -> {
            for (int u = from; u < to; u++) {
                blend.hear(models.about(users[u]));
                each.set(u, examples(blend, items(later, users[u]), items(before, users[u]), draw, users[u]));
            }
        });
        List<Example> all = each.stream().flatMap(List::stream).toList();
        int[] taken = all.stream().mapToInt(Example::taken).toArray();
        int positives = IntStream.of(taken).sum();
        if (positives == 0 || positives == taken.length) throw Problem.of("hybrid.nothing-to-learn", models.name(), positives, draw.pool()).asException();
        return new Examples(all.stream().map(Example::features).toArray(double[][]::new), taken);
    }

    private record Example(double[] features, int taken) { }

    /** Users with events in both parts, drawn by the seed, in ascending order. */
    private static int[] chosen(Sparse later, Sparse before, Draw draw) {
        int[] all = IntStream.range(0, later.rows()).filter(u -> later.count(u) > 0 && before.count(u) > 0).toArray();
        shuffle(all, new SplittableRandom(draw.seed()), Math.min(draw.users(), all.length));
        return IntStream.of(all).limit(draw.users()).sorted().toArray();
    }

    /** Puts a random choice of {@code n} first. */
    private static void shuffle(int[] all, SplittableRandom random, int n) {
        for (int k = 0; k < n; k++) {
            int other = random.nextInt(k, all.length), swapped = all[k];
            all[k] = all[other];
            all[other] = swapped;
        }
    }

    private static BitSet items(Sparse rows, int user) {
        var items = new BitSet();
        for (int e = rows.start()[user]; e < rows.start()[user + 1]; e++) items.set(rows.column()[e]);
        return items;
    }

    private static List<Example> examples(Blend blend, BitSet taken, BitSet seen, Draw draw, int user) {
        List<Integer> fresh = blend.candidates().stream().filter(i -> !seen.get(i)).toList();
        var examples = new ArrayList<Example>();
        fresh.stream().filter(taken::get).forEach(i -> examples.add(example(blend, i, 1)));
        int[] others = fresh.stream().filter(i -> !taken.get(i)).mapToInt(Integer::intValue).toArray();
        int n = (int) Math.min((long) draw.negatives() * examples.size(), others.length);
        shuffle(others, new SplittableRandom(draw.seed() * 1_000_003 + user), n);
        for (int k = 0; k < n; k++) examples.add(example(blend, others[k], 0));
        return examples;
    }

    private static Example example(Blend blend, int item, int taken) {
        double[] features = new double[blend.size()];
        blend.features(item, features);
        return new Example(features, taken);
    }
}
