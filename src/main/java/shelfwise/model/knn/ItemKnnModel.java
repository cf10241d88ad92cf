package shelfwise.model.knn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.data.Table;
import shelfwise.model.Evidence;
import shelfwise.model.Extent;
import shelfwise.model.Memory;
import shelfwise.model.Neighbour;
import shelfwise.model.Parts;
import shelfwise.model.RatingPredictor;
import shelfwise.model.Votes;
import shelfwise.model.VotingModel;
import shelfwise.model.Weights;
import shelfwise.model.Workers;

/**
 * score(j) = Σ over history items i of w(i) · sim(i, j), or their mean, where only near neighbours count: see {@link FitItemKnn.Direction}.
 * An item without any is silent. Additive.
 *
 * <p>rating(u, j) = mean of j + Σ sim(i, j)·(r(u, i) − mean of i) / Σ sim(i, j) over the same neighbours, within the scale of the ratings
 * (Sarwar et al. 2001 with the means of Herlocker, Konstan, Riedl 2002).
 */
final class ItemKnnModel extends VotingModel implements RatingPredictor {
    private final FitItemKnn.Direction direction;
    private final Aggregation aggregation;
    private final Neighbours neighbours;
    private final ConcurrentLinkedQueue<float[]> idle = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Means means;

    private ItemKnnModel(String name, Interactions training, FitItemKnn.Direction direction, Weights weights, Aggregation aggregation, Neighbours neighbours) {
        super(name, training, weights, votes(direction, neighbours.asMatrix()));
        this.direction = direction;
        this.aggregation = aggregation;
        this.neighbours = neighbours;
    }

    private static Votes votes(FitItemKnn.Direction direction, Sparse near) {
        return Votes.of(direction == FitItemKnn.Direction.HISTORY ? near : near.transpose());
    }

    /** What training holds when the neighbours are joined: the matrix both ways round, by number and by letter, and the neighbours twice. */
    static Memory memory(Extent of, int k) {
        long kept = of.items() * Math.min(k, of.items());
        return Memory.ofMatrix(of).plus(of.events(), Float.BYTES).plus(2 * kept, 2 * Integer.BYTES + Float.BYTES);
    }

    static ItemKnnModel fit(String name, Interactions training, FitItemKnn.Setup s, Workers workers, Progress progress) {
        progress.at(0, training.size());
        memory(Extent.of(training), s.neighbours()).check(name);
        var measure = new RowMeasure(training.matrix().transpose(), s.likeness(), s.direction() == FitItemKnn.Direction.CANDIDATE, name);
        return new ItemKnnModel(name, training, s.direction(), s.weights(), s.aggregation(), Neighbours.of(measure, s.neighbours(), name, workers, progress));
    }

    @Override public String operator() {
        return "model.item-knn";
    }

    @Override protected void scoreRow(Sparse rows, int row, float[] scores) {
        if (aggregation == Aggregation.SUM) super.scoreRow(rows, row, scores);
        else meanRow(rows, row, scores);
    }

    private void meanRow(Sparse rows, int row, float[] scores) {
        float[] known = idle.poll(), sum = known == null ? new float[scores.length] : known;
        Arrays.fill(scores, 0);
        Arrays.fill(sum, 0);
        for (int e = rows.start()[row]; e < rows.start()[row + 1]; e++) {
            votes().add(rows.column()[e], weight(rows.value()[e]), scores);
            votes().add(rows.column()[e], 1, sum);
        }
        for (int i = 0; i < scores.length; i++) scores[i] = sum[i] == 0 ? Float.NEGATIVE_INFINITY : scores[i] / sum[i];
        idle.add(sum);
    }

    /** The neighbours that were kept, however many are asked for. */
    @Override public List<Neighbour> similar(int item, int n) {
        return neighbours.first(item, n);
    }

    @Override protected Evidence explain(Sparse rows, int row, int item) {
        Evidence sum = super.explain(rows, row, item);
        if (aggregation == Aggregation.SUM || sum.parts().isEmpty()) return sum;
        float above = 0, below = 0; // added as in meanRow
        for (int e = rows.start()[row]; e < rows.start()[row + 1]; e++) {
            float vote = votes().of(rows.column()[e], item);
            above += weight(rows.value()[e]) * vote;
            below += vote;
        }
        var parts = new ArrayList<Evidence.Part>();
        for (Evidence.Part p : sum.parts()) parts.add(Parts.part(p.kind(), p.number(), p.contribution() / below, p.similarity(), p.support()));
        return new Evidence(above / below, true, Parts.ranked(parts));
    }

    @Override public float rating(int user, int item) {
        Means known = means;
        if (known == null) means = known = Means.of(columns());
        double above = 0, below = 0;
        for (int e = matrix().start()[user]; e < matrix().start()[user + 1]; e++) {
            int i = matrix().column()[e];
            double similarity = i == item ? 0 : votes().of(i, item);
            above += similarity * (matrix().value()[e] - known.row()[i]);
            below += similarity;
        }
        return known.rating(known.row()[item], above, below);
    }

    @Override protected Map<String, String> facts() {
        return Map.of("direction", direction.name(), "weights", weights().name(), "aggregation", aggregation.name());
    }

    @Override protected Map<String, Table> parts() {
        return neighbours.parts();
    }

    /** @param b may be of a time when sums were the only way */
    static ItemKnnModel of(Bundle b) {
        return new ItemKnnModel(b.fact("name"), Interactions.of(b), FitItemKnn.Direction.valueOf(b.fact("direction")), Weights.valueOf(b.fact("weights")),
                Aggregation.valueOf(b.facts().getOrDefault("aggregation", Aggregation.SUM.name())), Neighbours.of(b));
    }
}
