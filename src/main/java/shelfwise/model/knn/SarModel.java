package shelfwise.model.knn;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import shelfwise.base.Checks;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.data.Table;
import shelfwise.model.Evidence;
import shelfwise.model.History;
import shelfwise.model.Neighbour;
import shelfwise.model.Votes;
import shelfwise.model.VotingModel;
import shelfwise.model.Weights;
import shelfwise.model.Workers;

/**
 * SAR: score(j) = Σ over history items i of affinity(u, i) · sim(i, j), affinity(u, i) = Σ over the events of both of w · 2^(−age/T).
 * Similarities count each user of an item once. Additive.
 */
final class SarModel extends VotingModel {
    private final FitSar.Setup setup;
    private final Neighbours neighbours;
    private final Ageing ageing;
    private final Sparse affinity;

    private SarModel(String name, Interactions training, FitSar.Setup setup, Neighbours neighbours) {
        super(name, training, Weights.AS_THEY_ARE, Votes.of(neighbours.asMatrix())); // the affinity already is what the setting makes of weights
        this.setup = setup;
        this.neighbours = neighbours;
        ageing = Ageing.of(training, setup.halfLife(), setup.weights());
        affinity = ageing.affinity(training);
    }

    /** @throws shelfwise.base.ProblemException if events are to age and have no time */
    static SarModel fit(String name, Interactions training, FitSar.Setup s, Workers workers, Progress progress) {
        progress.at(0, training.size());
        if (training.size() == 0) throw Problem.of("model.no-events", name).asException();
        if (s.halfLife() > 0 && !training.timed()) throw Problem.of("model.no-age", name).asException();
        var measure = new RowMeasure(training.matrix().transpose(), s.measured(), false, name);
        return new SarModel(name, training, s, Neighbours.of(measure, s.neighbours(), name, workers, progress));
    }

    @Override public String operator() {
        return "model.sar";
    }

    @Override public void score(int user, float[] scores) {
        check(scores);
        scoreRow(affinity, user, scores);
    }

    @Override public void score(History history, float[] scores) {
        check(scores);
        scoreRow(aged(history), 0, scores);
    }

    @Override public Evidence evidence(History history, int item) {
        return explain(aged(history), 0).apply(item);
    }

    @Override public List<Evidence> evidence(History history, int[] items) {
        IntFunction<Evidence> explain = explain(aged(history), 0);
        return IntStream.of(items).mapToObj(explain).toList();
    }

    private Sparse aged(History history) {
        return ageing.of(history).row(items().size());
    }

    private void check(float[] scores) {
        Checks.that(scores.length == items().size(), "scores has " + scores.length + " places for " + items().size() + " items");
    }

    /** The neighbours that were kept, however many are asked for. */
    @Override public List<Neighbour> similar(int item, int n) {
        return neighbours.first(item, n);
    }

    @Override protected Map<String, String> facts() {
        return Map.of("likeness", setup.likeness().name(), "half-life", Double.toString(setup.halfLife()), "support", Integer.toString(setup.support()),
                "neighbours", Integer.toString(setup.neighbours()), "weights", setup.weights().name());
    }

    @Override protected Map<String, Table> parts() {
        return neighbours.parts();
    }

    static SarModel of(Bundle b) {
        var setup = new FitSar.Setup(FitSar.Likeness.valueOf(b.fact("likeness")), Double.parseDouble(b.fact("half-life")), Integer.parseInt(b.fact("support")),
                Integer.parseInt(b.fact("neighbours")), Weights.valueOf(b.fact("weights")));
        return new SarModel(b.fact("name"), Interactions.of(b), setup, Neighbours.of(b));
    }
}
