package shelfwise.model.factor;

import java.util.List;
import java.util.Map;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.LearningCurve;
import shelfwise.data.Model;
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

/** Expects ratings as a product of short vectors without negative numbers, so that each factor only ever adds (non-negative matrix factorisation). */
public final class FitNmf implements Operator.Fit<FitNmf.Setup> {
    private static final String ID = "model.nmf";

    /**
     * @param factors        length of the vectors
     * @param epochs         passes over all ratings, at most
     * @param regularisation lambda of the vectors, for each rating
     * @param clamp          whether predictions are kept between the lowest and the highest rating of the training data
     * @param patience       ends early after so many epochs without gain on the validation part; 0 for never
     * @param seed           of the first vectors
     */
    public record Setup(@Between(min = 1, max = 512) int factors, @Between(min = 1, max = 10_000) int epochs, @Between(min = 0, max = 10) double regularisation,
            boolean clamp, @Between(min = 0, max = 1000) int patience, @Between(min = Long.MIN_VALUE, max = Long.MAX_VALUE) long seed) {
        public Setup {
            Settings.check(Setup.class, factors, epochs, regularisation, clamp, patience, seed);
        }
    }

    @Override public String id() {
        return ID;
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(16, 20, 0.1, true, 3, 1);
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("split", PortType.SPLIT));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("model", PortType.MODEL));
    }

    /** As for BPR, without the order of work. */
    @Override public long memory(Setup settings, Volumes in) {
        return LatentModel.memory(Extent.of(in.at("split")), settings.factors(), 0).bytes();
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        return Values.of("model", fit(context.node(), in.one("split", Split.class), settings, Workers.all(), context.progress()));
    }

    static RatingModel fit(String name, Split split, Setup s, Workers workers, Progress progress) {
        RatingTask task = RatingTask.of(name, split, s.clamp());
        for (float r : task.rows().value()) if (r < 0) throw Problem.of("factor.negative-rating", name, r).asException();
        var learner = new NmfLearner(task.rows(), task.scale().mean(), s, workers);
        LearningCurve curve = task.train(new EarlyStop(s.patience(), learner.users.values(), learner.items.values()), s.epochs(), progress, learner::epoch, learner::predict);
        var learned = learned(ItemVectors.ofSold(learner.items, new float[learner.items.rows()], task.training().item()), s.regularisation());
        return task.model(learned.along(curve), workers, progress);
    }

    private static LatentModel.Learned learned(ItemVectors items, double regularisation) {
        return new LatentModel.Learned(ID, items, new NonNegativeFoldIn(items.vectors(), regularisation), Map.of("regularisation", Double.toString(regularisation)));
    }

    @Override public Model restore(Bundle bundle, Restorer others) {
        return RatingModel.restore(bundle, learned(ItemVectors.of(bundle), Double.parseDouble(bundle.fact("regularisation"))));
    }
}
