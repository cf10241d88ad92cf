package shelfwise.model.factor;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Catalogue;
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

/** Learns vectors for items and their features that put what a user took at the top of the list, so that items never sold have scores too (WARP). */
public final class FitWarp implements Operator.Fit<FitWarp.Setup> {
    private static final String ID = "model.warp";
    /** Share of the work before users are folded in. */
    private static final double TRAINING = 0.8;
    /** Epochs from one look at the validation part to the next. */
    private static final int LOOK_EACH = 5;

    /**
     * @param factors        length of the vectors
     * @param epochs         passes over all events, at most
     * @param rate           step of the gradient before it falls
     * @param regularisation lambda of vectors and biases
     * @param draws          items not taken that are looked at for each event, at most
     * @param identity       whether each sold item has a vector of its own besides its features'
     * @param category       whether columns of the catalogue with this role are features; so features, and the words of the title
     * @param patience       ends early after so many looks at the validation part without gain; 0 for never
     * @param seed           of the first vectors, the order of work and the draws
     */
    public record Setup(@Between(min = 1, max = 512) int factors, @Between(min = 1, max = 10_000) int epochs, @Between(min = 1e-6, max = 1) double rate,
            @Between(min = 0, max = 1) double regularisation, @Between(min = 1, max = 1000) int draws, boolean identity, boolean category, boolean features,
            boolean title, @Between(min = 0, max = 1000) int patience, @Between(min = Long.MIN_VALUE, max = Long.MAX_VALUE) long seed) {
        public Setup {
            Settings.check(Setup.class, factors, epochs, rate, regularisation, draws, identity, category, features, title, patience, seed);
        }
    }

    @Override public String id() {
        return ID;
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(64, 20, 0.05, 0.001, 20, true, true, true, false, 3, 1);
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("split", PortType.SPLIT), Port.maybe("catalogue", PortType.CATALOGUE));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("model", PortType.MODEL));
    }

    /** As for BPR, with a vector for each item and each value of the catalogue, and about as many words as titles have. */
    @Override public long memory(Setup settings, Volumes in) {
        return LatentModel.memory(Extent.of(in.at("split")), settings.factors(), in.at("split").items() + ItemFeatures.likely(in.at("catalogue"), settings.title())).bytes();
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        Catalogue catalogue = in.find("catalogue", Catalogue.class).orElse(null);
        return Values.of("model", fit(context.node(), in.one("split", Split.class), catalogue, settings, Workers.all(), context.progress()));
    }

    /** @throws shelfwise.base.ProblemException if there are no events, or no sold item has a feature */
    static LatentModel fit(String name, Split split, @Nullable Catalogue catalogue, Setup s, Workers workers, Progress progress) {
        Interactions training = split.train();
        if (training.size() == 0) throw Problem.of("model.no-events", name).asException();
        Sparse rows = training.matrix();
        boolean[] sold = new boolean[rows.columns()];
        for (int i : rows.column()) sold[i] = true;
        Sparse features = ItemFeatures.of(training.items(), sold, catalogue, s);
        int[] drawn = IntStream.range(0, sold.length).filter(i -> sold[i] && features.count(i) > 0).toArray();
        if (drawn.length == 0) throw Problem.of("factor.no-features", name).asException();
        var learner = new WarpLearner(rows, features, drawn, s);
        LearningCurve curve = new EarlyStop(s.patience(), learner.users.values(), learner.vectors.values(), learner.bias)
                .train(s.epochs(), Validation.looks(LOOK_EACH, split, rows, s.seed(), learner::score, workers), progress.part(0, TRAINING), learner::epoch);
        var learned = learned(learner.items(), s.regularisation(), s.seed());
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
