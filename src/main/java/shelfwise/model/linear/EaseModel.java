package shelfwise.model.linear;

import java.util.List;
import java.util.Map;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.data.Table;
import shelfwise.model.Extent;
import shelfwise.model.Memory;
import shelfwise.model.Neighbour;
import shelfwise.model.VotingModel;
import shelfwise.model.Weights;
import shelfwise.model.Workers;
import shelfwise.model.kernel.PanelKernel;

/**
 * EASE (Steck 2019): score = x·B, B the least-squares weights with ‖X − XB‖² + λ‖B‖² and a diagonal of 0: B(i,j) = −P(i,j)/P(j,j) with
 * P = (XᵀX + λI)⁻¹. Additive; weights may be negative.
 */
final class EaseModel extends VotingModel {
    /** The weights while they are learned, and once more while they are kept. */
    private static final int MATRICES = 2;
    private final DenseVotes dense;

    private EaseModel(String name, Interactions training, Weights weights, DenseVotes dense) {
        super(name, training, weights, dense);
        this.dense = dense;
    }

    static Memory memory(Extent of) {
        return Gram.memory(of, MATRICES);
    }

    /** @throws shelfwise.base.ProblemException if the memory does not suffice, or the matrix can't be inverted with so small a λ */
    static EaseModel fit(String name, Interactions training, FitEase.Setup s, Workers workers, Progress progress) {
        progress.at(0, 1);
        if (training.size() == 0) throw Problem.of("model.no-events", name).asException();
        Gram.checkMemory(name, training.items().size(), MATRICES);
        Gram gram = Gram.of(training.matrix(), s.weights(), workers, progress.part(0, 0.15));
        gram.addToDiagonal((float) s.regularisation());
        boolean solved = new Sweep(PanelKernel.best(), workers, gram.value(), gram.step(), s.regularisation()).run(progress.part(0.15, 0.95));
        if (!solved) throw Problem.of("linear.not-solvable", name, s.regularisation()).asException();
        gram.mirror();
        return new EaseModel(name, training, s.weights(), votes(gram, workers, progress.part(0.95, 1)));
    }

    /** −P(i,j)/P(j,j) from −P. */
    private static DenseVotes votes(Gram minusInverse, Workers workers, Progress progress) {
        int step = minusInverse.step();
        float[] v = minusInverse.value(), diagonal = new float[step];
        for (int j = 0; j < step; j++) diagonal[j] = -v[j * step + j];
        workers.each(step, PanelKernel.COLUMNS, progress, () -> step, (_, from, to) -> {
            for (int i = from; i < to; i++) {
                for (int j = 0; j < step; j++) v[i * step + j] /= diagonal[j];
                v[i * step + i] = 0;
            }
        });
        return new DenseVotes(minusInverse.items(), step, v);
    }

    @Override public String operator() {
        return "model.ease";
    }

    /** By the item's vote, those above 0. */
    @Override public List<Neighbour> similar(int item, int n) {
        return largest(item, n, other -> dense.of(item, other));
    }

    @Override protected Map<String, String> facts() {
        return Map.of("weights", weights().name());
    }

    @Override protected Map<String, Table> parts() {
        return Map.of("votes.dense", dense.packed());
    }

    static EaseModel of(Bundle b) {
        Interactions training = Interactions.of(b);
        return new EaseModel(b.fact("name"), training, Weights.valueOf(b.fact("weights")), DenseVotes.of(training.items().size(), b.part("votes.dense")));
    }
}
