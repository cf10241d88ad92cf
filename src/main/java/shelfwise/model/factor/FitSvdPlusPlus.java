package shelfwise.model.factor;

import java.util.List;
import java.util.Map;
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

/** Biased matrix factorisation that also learns from which items a user rated, whatever the rating (SVD++). */
public final class FitSvdPlusPlus implements Operator.Fit<FitSvdPlusPlus.Setup> {
    private static final String ID = "model.svd-plus-plus";

    /**
     * @param factors        length of the vectors
     * @param epochs         passes over all ratings, at most
     * @param rate           step of the gradient
     * @param regularisation lambda of the vectors and biases, for each rating
     * @param clamp          whether predictions are kept between the lowest and the highest rating of the training data
     * @param patience       ends early after so many epochs without gain on the validation part; 0 for never
     * @param seed           of the first vectors and of the order of work
     */
    public record Setup(@Between(min = 1, max = 512) int factors, @Between(min = 1, max = 10_000) int epochs, @Between(min = 1e-6, max = 1) double rate, @Between(min = 0, max = 10) double regularisation,
            boolean clamp, @Between(min = 0, max = 1000) int patience, @Between(min = Long.MIN_VALUE, max = Long.MAX_VALUE) long seed) {
        public Setup {
            Settings.check(Setup.class, factors, epochs, rate, regularisation, clamp, patience, seed);
        }
    }

    @Override public String id() {
        return ID;
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(20, 40, 0.01, 0.1, true, 3, 1);
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("split", PortType.SPLIT));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("model", PortType.MODEL));
    }

    /** As for BPR, with what the items imply. */
    @Override public long memory(Setup settings, Volumes in) {
        return LatentModel.memory(Extent.of(in.at("split")), settings.factors(), in.at("split").items()).bytes();
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        return Values.of("model", fit(context.node(), in.one("split", Split.class), settings, Workers.all(), context.progress()));
    }

    static RatingModel fit(String name, Split split, Setup s, Workers workers, Progress progress) {
        RatingTask task = RatingTask.of(name, split, s.clamp());
        var learner = new SvdPlusPlusLearner(task.scale().standard(task.rows()), s);
        var stop = new EarlyStop(s.patience(), learner.users.values(), learner.items.values(), learner.implied.values(), learner.userBias, learner.itemBias);
        LearningCurve curve = task.trainStandard(stop, s.epochs(), progress, learner::epoch, learner::predict);
        var items = ItemVectors.ofSold(learner.items, learner.itemBias, task.training().item()).rated(task.scale());
        items.clearUnknown(learner.implied);
        var learned = learned(items, learner.implied, s.regularisation(), task.scale());
        return task.model(learned.along(curve), workers, progress);
    }

    private static LatentModel.Learned learned(ItemVectors items, Factors implied, double regularisation, RatingScale scale) {
        return new LatentModel.Learned(ID, items, new RidgeFoldIn(items, implied, regularisation, scale.unit()), Map.of("regularisation", Double.toString(regularisation)),
                Map.of("factors.implied", Bundle.floats(implied.values())));
    }

    @Override public Model restore(Bundle bundle, Restorer others) {
        ItemVectors items = ItemVectors.of(bundle);
        var implied = new Factors(items.vectors().length(), bundle.floats("factors.implied"));
        return RatingModel.restore(bundle, learned(items, implied, Double.parseDouble(bundle.fact("regularisation")), RatingScale.of(bundle)));
    }
}
