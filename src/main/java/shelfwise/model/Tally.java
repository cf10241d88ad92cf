package shelfwise.model;

import java.util.Arrays;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;

/** Counts an item's users or events within a window, each halved for every half-life of its age. */
record Tally(FitPopularity.Setup settings) {
    private static final double DAY_MILLIS = 86_400_000;
    private static final int LOOK = 65_536;

    /**
     * Each item's count; {@link Float#NEGATIVE_INFINITY} for items with nothing in the window.
     *
     * @throws shelfwise.base.ProblemException if the window or the half-life needs times and the events have none
     */
    float[] of(String name, Interactions all, Progress progress) {
        int days = settings.days();
        if (days > 0 && !all.timed()) throw Problem.of("model.no-time", name, days).asException();
        if (settings.halfLife() > 0 && !all.timed()) throw Problem.of("model.no-age", name).asException();
        int from = 0;
        if (days > 0 && all.size() > 0) {
            long after = all.time()[all.size() - 1] - days * (long) DAY_MILLIS;
            while (all.time()[from] <= after) from++;
        }
        return switch (settings.counting()) {
            case EVENTS -> events(all, from, progress);
            case USERS -> users(all, from, progress);
        };
    }

    private double share(Interactions all, long time) {
        return settings.halfLife() == 0 ? 1 : Math.exp(-Math.log(2) * (all.time()[all.size() - 1] - time) / DAY_MILLIS / settings.halfLife());
    }

    private float[] events(Interactions all, int from, Progress progress) {
        double[] count = new double[all.items().size()];
        boolean[] known = new boolean[count.length];
        for (int e = from; e < all.size(); e++) {
            if (e % LOOK == 0) progress.at(e, all.size());
            count[all.item()[e]] += share(all, all.time()[e]);
            known[all.item()[e]] = true;
        }
        return told(count, known);
    }

    /** The latest event of each pair counts. */
    private float[] users(Interactions all, int from, Progress progress) {
        int n = all.size() - from;
        float[] place = new float[n];
        Arrays.fill(place, 1);
        int[] user = Arrays.copyOfRange(all.user(), from, all.size()), item = Arrays.copyOfRange(all.item(), from, all.size());
        Sparse pairs = Sparse.of(all.users().size(), all.items().size(), user, item, place);
        double[] count = new double[pairs.columns()];
        boolean[] known = new boolean[count.length], done = new boolean[pairs.entries()];
        for (int e = all.size() - 1; e >= from; e--) {
            if (e % LOOK == 0) progress.at(all.size() - 1 - e, all.size());
            int u = all.user()[e], i = all.item()[e];
            int pair = Arrays.binarySearch(pairs.column(), pairs.start()[u], pairs.start()[u + 1], i);
            if (done[pair]) continue;
            done[pair] = true;
            known[i] = true;
            count[i] += share(all, all.time()[e]);
        }
        return told(count, known);
    }

    private static float[] told(double[] count, boolean[] known) {
        float[] told = new float[count.length];
        for (int i = 0; i < told.length; i++) told[i] = known[i] ? (float) count[i] : Float.NEGATIVE_INFINITY;
        return told;
    }
}
