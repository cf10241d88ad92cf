package shelfwise.model.vectors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.model.Evidence;
import shelfwise.model.Parts;

/**
 * Scores items by how near their vectors are to what the history says of its owner's taste. With v the vectors, all of length 1, and w(i)
 * the weights of the history items i:
 *
 * <ul><li>mean: cos(v(j), p), p = Σ w(i)·v(i); additive: Σ w(i)·cos(i, j) / ‖p‖;
 * <li>nearest: Σ over the k history items nearest to j of w(i)·cos(i, j);
 * <li>interests: the largest over groups g of the history of cos(v(j), p(g)); items of weight 0 or less are in no group.</ul>
 *
 * <p>Items without a vector are silent.
 */
public abstract class ProfileModel extends SpaceModel {
    private final Space space;
    private final Taste taste;
    private final Cosines cosines;
    private final ConcurrentLinkedQueue<Scratch> idle = new ConcurrentLinkedQueue<>();

    protected ProfileModel(String name, Interactions training, Space space, Taste taste) {
        super(name, training, space, taste);
        this.space = space;
        this.taste = taste;
        cosines = new Cosines(space, items().size(), Cosines.ROOM);
    }

    /** Room for one thread's work. */
    private static final class Scratch {
        final double[] profile;
        final float[] line;
        /** The cosines of the nearest history items, those of an item side by side, and their weights. */
        final float[] near, weight;

        Scratch(int dimensions, int items, int nearest) {
            profile = new double[dimensions];
            line = new float[items];
            near = new float[Math.multiplyExact(items, nearest)];
            weight = new float[near.length];
        }
    }

    private Scratch take() {
        Scratch used = idle.poll();
        return used != null ? used : new Scratch(space.dimensions(), items().size(), taste.profile() == Profile.NEAREST ? taste.nearest() : 0);
    }

    @Override protected final void scoreRow(Sparse rows, int row, float[] scores) {
        Owned owned = Owned.of(space, taste, rows, row);
        Scratch scratch = take();
        switch (taste.profile()) {
            case MEAN, INTERESTS -> best(owned, scratch, scores);
            case NEAREST -> nearest(owned, scratch, scores);
        }
        idle.add(scratch);
    }

    private void best(Owned owned, Scratch scratch, float[] scores) {
        Parts.silence(scores);
        for (int g = 0; g < owned.groups(); g++) {
            double norm = owned.norm(g, space, scratch.profile);
            if (norm > 0) {
                space.score(scratch.profile, 1 / norm, scratch.line);
                for (int i = 0; i < scores.length; i++) scores[i] = Math.max(scores[i], scratch.line[i]);
            }
            Arrays.fill(scratch.profile, 0);
        }
    }

    private void nearest(Owned owned, Scratch s, float[] scores) {
        int k = taste.nearest();
        Arrays.fill(s.near, Float.NEGATIVE_INFINITY);
        for (int o = 0; o < owned.size(); o++) {
            float[] line = cosines.of(owned.item()[o], s.line);
            for (int i = 0; i < scores.length; i++) if (line[i] > s.near[i * k + k - 1]) insert(s, i * k, k, line[i], owned.weight()[o]);
        }
        for (int i = 0; i < scores.length; i++) {
            float sum = s.near[i * k] == Float.NEGATIVE_INFINITY ? Float.NEGATIVE_INFINITY : 0;
            for (int p = i * k; p < (i + 1) * k && s.near[p] > Float.NEGATIVE_INFINITY; p++) sum += s.weight[p] * s.near[p];
            scores[i] = sum;
        }
    }

    /** Of equal cosines the earlier stays before. */
    private static void insert(Scratch s, int from, int k, float cosine, float weight) {
        int at = from + k - 1;
        for (; at > from && s.near[at - 1] < cosine; at--) {
            s.near[at] = s.near[at - 1];
            s.weight[at] = s.weight[at - 1];
        }
        s.near[at] = cosine;
        s.weight[at] = weight;
    }

    @Override protected final IntFunction<Evidence> explain(Sparse rows, int row) {
        Owned owned = Owned.of(space, taste, rows, row);
        double[] norms = new double[owned.groups()];
        for (int g = 0; g < norms.length; g++) norms[g] = owned.norm(g, space, new double[space.dimensions()]);
        return item -> evidence(switch (taste.profile()) {
            case MEAN, INTERESTS -> bestParts(owned, norms, item);
            case NEAREST -> nearestParts(owned, item);
        });
    }

    private static Evidence evidence(List<Evidence.Part> parts) {
        double score = 0;
        for (Evidence.Part p : parts) score += p.contribution();
        return new Evidence(parts.isEmpty() ? Float.NEGATIVE_INFINITY : (float) score, true, Parts.ranked(parts));
    }

    private List<Evidence.Part> bestParts(Owned owned, double[] norms, int item) {
        List<Evidence.Part> best = List.of();
        double most = Double.NEGATIVE_INFINITY;
        for (int g = 0; g < norms.length; g++) {
            var parts = new ArrayList<Evidence.Part>();
            double score = 0;
            for (int o = 0; norms[g] > 0 && o < owned.size(); o++) {
                if (owned.group()[o] != g || !space.meets(item, owned.item()[o])) continue;
                parts.add(part(owned, o, item, owned.weight()[o] / norms[g]));
                score += parts.getLast().contribution();
            }
            if (!parts.isEmpty() && score > most) {
                most = score;
                best = parts;
            }
        }
        return best;
    }

    private List<Evidence.Part> nearestParts(Owned owned, int item) {
        var parts = new ArrayList<Evidence.Part>();
        for (int o = 0; o < owned.size(); o++) if (space.meets(item, owned.item()[o])) parts.add(part(owned, o, item, owned.weight()[o]));
        parts.sort(java.util.Comparator.comparingDouble(Evidence.Part::similarity).reversed()); // stable: of equal ones the earlier is kept
        return parts.subList(0, Math.min(taste.nearest(), parts.size()));
    }

    private Evidence.Part part(Owned owned, int o, int item, double weight) {
        int i = owned.item()[o];
        double cosine = space.cosine(i, item);
        return new Evidence.Part(Evidence.Kind.ITEM, i, weight * cosine, 0, cosine, Parts.common(columns(), i, item), space.common(i, item));
    }
}
