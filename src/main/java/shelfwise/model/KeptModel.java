package shelfwise.model;

import org.jspecify.annotations.Nullable;
import shelfwise.base.Problem;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;

/**
 * What all models share: name, training data and their bundle.
 *
 * <p>The bundle holds the training data under the part names of {@link Interactions#toBundle()}, so that the store keeps them once for
 * all models trained on them, and the model's own parts.
 */
public abstract class KeptModel extends BundledModel {
    private final boolean ratings;
    private final Sparse matrix;
    private volatile @Nullable Sparse columns;

    /**
     * @param ratings whether weights are ratings, of which repeated ones are averaged and not summed
     * @throws shelfwise.base.ProblemException if there are no events, or the weights of one pair add up to infinity
     */
    protected KeptModel(String name, Interactions training, boolean ratings) {
        super(name, training);
        this.ratings = ratings;
        matrix = ratings ? training.means() : training.matrix();
        for (float w : matrix.value()) if (!Float.isFinite(w)) throw Problem.of("model.weights-too-large", name).asException();
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

    /** A history as the one row of a matrix. */
    protected final Sparse row(History history) {
        return ratings ? history.means(items().size()) : history.row(items().size());
    }
}
