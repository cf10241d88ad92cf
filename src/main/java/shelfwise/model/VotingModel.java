package shelfwise.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;

/**
 * A model in which items vote for items: score(j) = Σ over history items i of w(i) · vote(i, j). Items without a vote are silent.
 * Additive.
 */
public abstract class VotingModel extends TrainedModel {
    private final Weights weights;
    private final Votes votes;

    protected VotingModel(String name, Interactions training, Weights weights, Votes votes) {
        super(name, training);
        this.weights = weights;
        this.votes = votes;
    }

    protected final Weights weights() {
        return weights;
    }

    protected final Votes votes() {
        return votes;
    }

    protected final float weight(float value) {
        return weights == Weights.BINARY ? 1 : value;
    }

    @Override protected void scoreRow(Sparse rows, int row, float[] scores) {
        Arrays.fill(scores, 0);
        for (int e = rows.start()[row]; e < rows.start()[row + 1]; e++) votes.add(rows.column()[e], weight(rows.value()[e]), scores);
        Parts.silenceZeros(scores);
    }

    @Override protected final IntFunction<Evidence> explain(Sparse rows, int row) {
        return item -> explain(rows, row, item);
    }

    /** The evidence of one item for the events in one row. */
    protected Evidence explain(Sparse rows, int row, int item) {
        var parts = new ArrayList<Evidence.Part>();
        float score = 0; // added as in scoreRow
        for (int e = rows.start()[row]; e < rows.start()[row + 1]; e++) {
            int i = rows.column()[e];
            float vote = votes.of(i, item);
            if (vote == 0) continue;
            float contribution = weight(rows.value()[e]) * vote;
            score += contribution;
            parts.add(part(i, item, contribution, vote));
        }
        return new Evidence(score == 0 ? Float.NEGATIVE_INFINITY : score, true, Parts.ranked(parts));
    }

    /** What history item {@code voter} adds to the score of {@code item}. */
    protected Evidence.Part part(int voter, int item, float contribution, float vote) {
        return Parts.part(Evidence.Kind.ITEM, voter, contribution, vote, Parts.common(columns(), voter, item));
    }

    /** @return the {@code n} largest votes for or of an item, of equal ones the lower number first, without itself and without those not above 0 */
    protected final List<Neighbour> largest(int item, int n, IntFunction<Float> vote) {
        if (n <= 0) return List.of();
        var top = new TopN(Math.min(n, items().size()));
        for (int other = 0; other < items().size(); other++) {
            float v = other == item ? 0 : vote.apply(other);
            if (v > 0) top.offer(other, v);
        }
        top.sort();
        var found = new ArrayList<Neighbour>();
        for (int p = 0; p < top.size(); p++) found.add(new Neighbour(top.number(p), top.score(p), Parts.common(columns(), item, top.number(p))));
        return found;
    }
}
