package shelfwise.model.knn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.data.Table;
import shelfwise.model.Evidence;
import shelfwise.model.Neighbour;
import shelfwise.model.Parts;
import shelfwise.model.TrainedModel;
import shelfwise.model.Weights;
import shelfwise.model.Workers;

/**
 * score(j) = Σ over history items i of w(i) · sim(i, j), where only near neighbours count: see {@link FitItemKnn.Direction}. An item
 * without any is silent. Additive.
 */
final class ItemKnnModel extends TrainedModel {
    private final FitItemKnn.Direction direction;
    private final Weights weights;
    private final Neighbours neighbours;
    /** items x items: row i holds the items that get a vote of history item i. */
    private final Sparse votes;

    private ItemKnnModel(String name, Interactions training, FitItemKnn.Direction direction, Weights weights, Neighbours neighbours) {
        super(name, training);
        this.direction = direction;
        this.weights = weights;
        this.neighbours = neighbours;
        Sparse near = neighbours.asMatrix();
        votes = direction == FitItemKnn.Direction.HISTORY ? near : near.transpose();
    }

    static ItemKnnModel fit(String name, Interactions training, FitItemKnn.Setup s, Workers workers, Progress progress) {
        Sparse users = training.matrix();
        var likeness = new RowMeasure.Likeness(s.measure(), s.shrinkage(), s.weights());
        var measure = new RowMeasure(users.transpose(), users, likeness);
        return new ItemKnnModel(name, training, s.direction(), s.weights(), Neighbours.of(measure, s.neighbours(), name, workers, progress));
    }

    @Override public String operator() {
        return "model.item-knn";
    }

    @Override protected void scoreRow(Sparse rows, int row, float[] scores) {
        java.util.Arrays.fill(scores, 0);
        int[] candidate = votes.column();
        float[] similarity = votes.value();
        for (int e = rows.start()[row]; e < rows.start()[row + 1]; e++) {
            float w = weight(rows.value()[e]);
            int end = votes.start()[rows.column()[e] + 1];
            for (int v = votes.start()[rows.column()[e]]; v < end; v++) scores[candidate[v]] += w * similarity[v];
        }
        Parts.silenceZeros(scores);
    }

    private float weight(float value) {
        return weights == Weights.BINARY ? 1 : value;
    }

    /** The neighbours that were kept, however many are asked for. */
    @Override public List<Neighbour> similar(int item, int n) {
        return neighbours.first(item, n);
    }

    @Override protected IntFunction<Evidence> explain(Sparse rows, int row) {
        return item -> explain(rows, row, item);
    }

    private Evidence explain(Sparse rows, int row, int item) {
        var parts = new ArrayList<Evidence.Part>();
        float score = 0; // added as in scoreRow, so that it is the same number
        for (int e = rows.start()[row]; e < rows.start()[row + 1]; e++) {
            int i = rows.column()[e];
            float similarity = votes.at(i, item);
            if (similarity == 0) continue;
            float contribution = weight(rows.value()[e]) * similarity;
            score += contribution;
            parts.add(Parts.part(Evidence.Kind.ITEM, i, contribution, similarity, Parts.common(columns(), i, item)));
        }
        return new Evidence(score == 0 ? Float.NEGATIVE_INFINITY : score, true, Parts.ranked(parts));
    }

    @Override protected Map<String, String> facts() {
        return Map.of("direction", direction.name(), "weights", weights.name());
    }

    @Override protected Map<String, Table> parts() {
        return neighbours.parts();
    }

    static ItemKnnModel of(Bundle b) {
        return new ItemKnnModel(b.fact("name"), Interactions.of(b), FitItemKnn.Direction.valueOf(b.fact("direction")), Weights.valueOf(b.fact("weights")),
                Neighbours.of(b));
    }
}
