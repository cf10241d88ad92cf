package shelfwise.model.factor;

import java.util.List;
import java.util.Map;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.data.LearningCurve;
import shelfwise.data.Model;
import shelfwise.data.Sparse;
import shelfwise.data.Split;
import shelfwise.model.Extent;
import shelfwise.model.Workers;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volumes;

/** Learns vectors that put what a user took before what it did not (Bayesian personalised ranking). */
public final class FitBpr implements Operator.Fit<FitBpr.Setup> {
    static final String ID = "model.bpr";
    /** Share of the work before users are folded in. */
    private static final double TRAINING = 0.8;

    public enum Negatives { UNIFORM, POPULARITY }

    /**
     * @param factors        length of the vectors
     * @param epochs         passes over all events, at most
     * @param rate           step of the gradient
     * @param regularisation lambda of vectors and biases
     * @param negatives      how items that the user has not are drawn: each equally often, or as often as it has users
     * @param patience       ends early after so many looks at the validation part without gain; 0 for never
     * @param seed           of the first vectors, the blocks and the negatives
     */
    public record Setup(@Between(min = 1, max = 512) int factors, @Between(min = 1, max = 10_000) int epochs, @Between(min = 1e-6, max = 1) double rate,
            @Between(min = 0, max = 1) double regularisation, Negatives negatives, @Between(min = 0, max = 1000) int patience,
            @Between(min = Long.MIN_VALUE, max = Long.MAX_VALUE) long seed) {
        public Setup {
            Settings.check(Setup.class, factors, epochs, rate, regularisation, negatives, patience, seed);
        }
    }

    @Override public String id() {
        return ID;
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(64, 100, 0.05, 0.01, Negatives.UNIFORM, 3, 1);
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("split", PortType.SPLIT));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("model", PortType.MODEL));
    }

    /** The matrix and its events once more in the order of work, the vectors now and at the best look, and the users' folded in. */
    @Override public long memory(Setup settings, Volumes in) {
        return LatentModel.memory(Extent.of(in.at("split")), settings.factors(), 0).bytes();
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        return Values.of("model", fit(context.node(), in.one("split", Split.class), settings, Workers.all(), context.progress()));
    }

    static LatentModel fit(String name, Split split, Setup s, Workers workers, Progress progress) {
        Interactions training = split.train();
        if (training.size() == 0) throw Problem.of("model.no-events", name).asException();
        Sparse rows = training.matrix();
        var learner = new BprLearner(rows, s, workers);
        LearningCurve curve = learner.learn(split, progress.part(0, TRAINING));
        var learned = learned(ItemVectors.ofSold(learner.items, learner.bias, training.item()), s.regularisation(), s.seed());
        return new LatentModel(name, training, learned.along(curve), learned.users(rows, workers, progress.part(TRAINING, 1)), false);
    }

    private static LatentModel.Learned learned(ItemVectors items, double regularisation, long seed) {
        return new LatentModel.Learned(ID, items, new PairwiseFoldIn(items, regularisation, seed),
                Map.of("regularisation", Double.toString(regularisation), "seed", Long.toString(seed)));
    }

    @Override public Model restore(Bundle bundle, Restorer others) {
        var learned = learned(ItemVectors.of(bundle), Double.parseDouble(bundle.fact("regularisation")), Long.parseLong(bundle.fact("seed")));
        return new LatentModel(bundle.fact("name"), Interactions.of(bundle), learned, LatentModel.users(bundle, learned.foldIn()), false);
    }
}
