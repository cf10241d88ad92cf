package shelfwise.model;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Checks;
import shelfwise.base.Problem;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.data.Table;

/**
 * What all models share: name, training data and their bundle.
 *
 * <p>The bundle holds the training data under the part names of {@link Interactions#toBundle()}, so that the store keeps them once for
 * all models trained on them, and the model's own parts.
 */
public abstract class KeptModel implements Recommender {
    private final String name;
    private final Interactions training;
    private final boolean ratings;
    private final Sparse matrix;
    private volatile @Nullable Sparse columns;
    private volatile @Nullable String hash;

    /**
     * @param ratings whether weights are ratings, of which repeated ones are averaged and not summed
     * @throws shelfwise.base.ProblemException if there are no events, or the weights of one pair add up to infinity
     */
    protected KeptModel(String name, Interactions training, boolean ratings) {
        this.ratings = ratings;
        this.name = Checks.notBlank("name", name);
        this.training = training;
        if (training.size() == 0) throw Problem.of("model.no-events", name).asException();
        matrix = ratings ? training.means() : training.matrix();
        for (float w : matrix.value()) if (!Float.isFinite(w)) throw Problem.of("model.weights-too-large", name).asException();
    }

    @Override public final String name() {
        return name;
    }

    @Override public final Interactions training() {
        return training;
    }

    /** users x items, CSR; repeated pairs are summed into one, or averaged where they are ratings. */
    public final Sparse matrix() {
        return matrix;
    }

    /** items x users, CSR; made when first asked for. */
    protected final Sparse columns() {
        Sparse known = columns;
        if (known == null) columns = known = matrix.transpose();
        return known;
    }

    /** Settings that {@code restore} needs. */
    protected abstract Map<String, String> facts();

    /** What was learned, by names that training data do not use. */
    protected abstract Map<String, Table> parts();

    /** A history as the one row of a matrix. */
    protected final Sparse row(History history) {
        return ratings ? history.means(items().size()) : history.row(items().size());
    }

    protected final void checkLength(float[] scores) {
        Checks.that(scores.length == items().size(), "scores has " + scores.length + " places for " + items().size() + " items");
    }

    @Override public final String hash() {
        String known = hash;
        if (known == null) hash = known = toBundle().hash();
        return known;
    }

    @Override public final Bundle toBundle() {
        Bundle trained = training.toBundle();
        var facts = new HashMap<>(trained.facts());
        facts.put("name", name);
        facts.putAll(facts());
        var parts = new HashMap<>(trained.parts());
        parts.putAll(parts());
        return new Bundle(facts, parts);
    }
}
