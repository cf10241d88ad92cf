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
import shelfwise.model.Weights;
import shelfwise.model.Workers;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volumes;

/** Learns vectors whose product tells the chance that a user takes an item (logistic matrix factorisation). */
public final class FitLogistic implements Operator.Fit<FitLogistic.Setup> {
    private static final String ID = "model.logistic-mf";
    /** Share of the work before users are folded in. */
    private static final double TRAINING = 0.8;
    /** Epochs from one look at the validation part to the next. */
    private static final int LOOK_EACH = 5;

    /**
     * @param factors        length of the vectors
     * @param epochs         passes over all events, at most
     * @param rate           step of the gradient
     * @param regularisation lambda of vectors and biases
     * @param alpha          an event of weight w counts as alpha · w
     * @param weights        of the events; BINARY gives every pair alpha
     * @param negatives      items that the user has not, drawn for each event and epoch
     * @param patience       ends early after so many looks at the validation part without gain; 0 for never
     * @param seed           of the first vectors and the draws
     */
    public record Setup(@Between(min = 1, max = 512) int factors, @Between(min = 1, max = 10_000) int epochs, @Between(min = 1e-6, max = 1) double rate,
            @Between(min = 0, max = 1) double regularisation, @Between(min = 1e-6, max = 1e6) double alpha, Weights weights,
            @Between(min = 1, max = 1000) int negatives, @Between(min = 0, max = 1000) int patience,
            @Between(min = Long.MIN_VALUE, max = Long.MAX_VALUE) long seed) {
        public Setup {
            Settings.check(Setup.class, factors, epochs, rate, regularisation, alpha, weights, negatives, patience, seed);
        }

        /** What an event of this weight counts. */
        float confidence(float weight) {
            return (float) (weights == Weights.BINARY ? alpha : alpha * weight);
        }
    }

    @Override public String id() {
        return ID;
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(64, 20, 0.05, 0.01, 1, Weights.BINARY, 3, 3, 1);
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("split", PortType.SPLIT));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("model", PortType.MODEL));
    }

    /** As for BPR. */
    @Override public long memory(Setup settings, Volumes in) {
        return LatentModel.memory(Extent.of(in.at("split")), settings.factors(), 0).bytes();
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        return Values.of("model", fit(context.node(), in.one("split", Split.class), settings, Workers.all(), context.progress()));
    }

    /** @throws shelfwise.base.ProblemException if there are no events, or a pair's weight is negative */
    static LatentModel fit(String name, Split split, Setup s, Workers workers, Progress progress) {
        Interactions training = split.train();
        if (training.size() == 0) throw Problem.of("model.no-events", name).asException();
        Sparse rows = training.matrix();
        if (s.weights() == Weights.AS_THEY_ARE) for (float w : rows.value()) if (w < 0) throw Problem.of("model.negative-weight", name, w).asException();
        var learner = new LogisticLearner(rows, s, workers);
        LearningCurve curve = new EarlyStop(s.patience(), learner.users.values(), learner.items.values(), learner.userBias, learner.itemBias)
                .train(s.epochs(), Validation.looks(LOOK_EACH, split, rows, s.seed(), learner::score, workers), progress.part(0, TRAINING), learner::epoch);
        var learned = learned(ItemVectors.ofSold(learner.items, learner.itemBias, training.item()), s);
        return new LatentModel(name, training, learned.along(curve), learned.users(rows, workers, progress.part(TRAINING, 1)), false);
    }

    private static LatentModel.Learned learned(ItemVectors items, Setup s) {
        var facts = Map.of("regularisation", Double.toString(s.regularisation()), "alpha", Double.toString(s.alpha()),
                "weights", s.weights().name(), "negatives", Integer.toString(s.negatives()), "seed", Long.toString(s.seed()));
        return new LatentModel.Learned(ID, items, new LogisticFoldIn(items, s), facts);
    }

    @Override public Model restore(Bundle bundle, Restorer others) {
        ItemVectors items = ItemVectors.of(bundle);
        var setup = new Setup(items.vectors().length(), 1, 1, Double.parseDouble(bundle.fact("regularisation")),
                Double.parseDouble(bundle.fact("alpha")), Weights.valueOf(bundle.fact("weights")), Integer.parseInt(bundle.fact("negatives")), 0,
                Long.parseLong(bundle.fact("seed")));
        var learned = learned(items, setup);
        return new LatentModel(bundle.fact("name"), Interactions.of(bundle), learned, LatentModel.users(bundle, learned.foldIn()), false);
    }
}
