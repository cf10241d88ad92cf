package shelfwise.model;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;

/**
 * A model that looks at a history as a row of a matrix, without its order. A known user and the same events as a {@link History} take the
 * same path, so that both get the same scores.
 */
public abstract class TrainedModel extends KeptModel {
    /**
     * @throws shelfwise.base.ProblemException if there are no events, or the weights of one pair add up to infinity
     */
    protected TrainedModel(String name, Interactions training) {
        this(name, training, false);
    }

    /**
     * @param ratings whether weights are ratings, of which repeated ones are averaged and not summed
     * @throws shelfwise.base.ProblemException if there are no events, or the weights of one pair add up to infinity
     */
    protected TrainedModel(String name, Interactions training, boolean ratings) {
        super(name, training, ratings);
    }

    @Override public void score(int user, float[] scores) {
        checkLength(scores);
        scoreRow(matrix(), user, scores);
    }

    @Override public void score(History history, float[] scores) {
        checkLength(scores);
        scoreRow(row(history), 0, scores);
    }

    @Override public Evidence evidence(History history, int item) {
        return explain(row(history), 0).apply(item);
    }

    @Override public List<Evidence> evidence(History history, int[] items) {
        IntFunction<Evidence> explain = explain(row(history), 0);
        return IntStream.of(items).mapToObj(explain).toList();
    }

    /** Scores all items for the events in one row of a matrix whose columns are the items. */
    protected abstract void scoreRow(Sparse rows, int row, float[] scores);

    /** What gives each item's evidence for the events in one row of a matrix whose columns are the items; for one thread. */
    protected abstract IntFunction<Evidence> explain(Sparse rows, int row);
}
