package shelfwise.evaluate;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import shelfwise.base.Progress;
import shelfwise.model.BestItems;
import shelfwise.model.Recommender;
import shelfwise.model.TopN;
import shelfwise.model.Workers;

/**
 * Ranks every item for every measured user. Items on which a model is silent are not in its lists, and nothing fills them up. Of equal
 * scores the lower item number comes first. Cost: one scoring of all items a user.
 *
 * @param width rows of a list
 */
record Ranking(Relevant relevant, int width, boolean excludeSeen, boolean auc) {
    private static final int BLOCK = 16;

    /** What one thread works with. */
    private static final class Scratch {
        final float[] scores;
        final TopN list;
        final Auc area = new Auc();

        Scratch(int items, int width) {
            scores = new float[items];
            list = new TopN(Math.min(items, width));
        }
    }

    Ranked of(Recommender model, Workers workers, Progress progress) {
        int[] users = relevant.users();
        int[] items = new int[Math.multiplyExact(users.length, width)];
        float[] areas = new float[users.length];
        Arrays.fill(items, -1);
        Arrays.fill(areas, Float.NaN);
        var tied = new AtomicInteger();
        if (auc) withAreas(model, workers, progress, items, areas, tied);
        else workers.each(users.length, BLOCK, progress, () -> finder(model), (finder, from, to) -> finder.find(users, from, to, (k, list) -> {
            for (int p = 0; p < Math.min(width, list.size()); p++) items[k * width + p] = list.number(p);
            if (list.size() > width && list.score(width) == list.score(width - 1)) tied.incrementAndGet();
        }));
        return new Ranked(model.name(), width, items, areas, tied.get());
    }

    /** One row more than wanted: it tells whether the last of the list ties with one that is not in it. */
    private BestItems finder(Recommender model) {
        return new BestItems(model, width + 1, excludeSeen ? relevant.seen() : null, relevant::heldOut);
    }

    private void withAreas(Recommender model, Workers workers, Progress progress, int[] items, float[] areas, AtomicInteger tied) {
        int[] users = relevant.users();
        workers.each(users.length, BLOCK, progress, () -> new Scratch(relevant.seen().columns(), width), (s, from, to) -> {
            for (int k = from; k < to; k++) {
                score(model, users[k], s.scores);
                int rows = s.list.select(s.scores);
                for (int p = 0; p < rows; p++) items[k * width + p] = s.list.number(p);
                if (rows > 0 && tied(s, s.list.score(rows - 1))) tied.incrementAndGet();
                areas[k] = (float) area(s, users[k]);
            }
        });
    }

    /** All items' scores for one user; those not to be listed at −∞. */
    private void score(Recommender model, int user, float[] scores) {
        relevant.heldOut(user).ifPresentOrElse(history -> model.score(history, scores), () -> model.score(user, scores));
        if (!excludeSeen) return;
        int[] seen = relevant.seen().column();
        for (int e = relevant.seen().start()[user]; e < relevant.seen().start()[user + 1]; e++) scores[seen[e]] = Float.NEGATIVE_INFINITY;
    }

    private double area(Scratch s, int user) {
        int candidates = s.scores.length - (excludeSeen ? relevant.seen().count(user) : 0);
        return s.area.of(s.scores, candidates, relevant.test().column(), relevant.test().start()[user], relevant.test().start()[user + 1]);
    }

    private static boolean tied(Scratch s, float last) {
        int equal = 0, listed = 0;
        for (float score : s.scores) if (score == last) equal++;
        for (int p = 0; p < s.list.size(); p++) if (s.list.score(p) == last) listed++;
        return equal > listed;
    }
}
