package shelfwise.model.hybrid;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Model;
import shelfwise.data.Split;
import shelfwise.model.Workers;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volumes;

/** Learns from the split's validation part how much to believe each model, by its score and its place, the user's activity and the item's popularity. */
public final class FitBlend implements Operator.Fit<FitBlend.Setup> {
    /** LOGISTIC regression, or gradient boosted TREES (Friedman 2001), both of Smile. */
    public enum Method { LOGISTIC, TREES }

    private static final double PENALTY = 1;

    /**
     * @param method    of learning
     * @param pool      an item is looked at if it is among so many best of at least one model
     * @param negatives items not taken that are drawn beside each one taken
     * @param users     whose validation events are learned from, at most
     * @param trees     for TREES
     * @param seed      of all draws
     */
    public record Setup(Method method, @Between(min = 1, max = 10_000) int pool, @Between(min = 1, max = 1000) int negatives,
            @Between(min = 1, max = 1e7) int users, @Between(min = 1, max = 2000) int trees,
            @Between(min = 0, max = 1_000_000) int seed) {
        public Setup {
            Settings.check(Setup.class, method, pool, negatives, users, trees, seed);
        }
    }

    @Override public String id() {
        return "hybrid.blend";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(Method.LOGISTIC, 200, 10, 5000, 100, 1);
    }

    @Override public List<Port> inputs() {
        return Linked.INPUTS;
    }

    @Override public List<Port> outputs() {
        return Linked.OUTPUTS;
    }

    /** As for all that join models, with the examples: those held back, and those drawn for each user asked. */
    @Override public long memory(Setup settings, Volumes in) {
        return Linked.memory(in) + Examples.bytes(in.at("split"), settings.users(), settings.negatives(), in.byPort().getOrDefault("model", List.of()).size());
    }

    /** @throws shelfwise.base.ProblemException if the validation part has nothing to learn from */
    @Override public Values run(Setup s, Values in, Context context) {
        Linked linked = Linked.of(in, context);
        var asked = new FusedModel(linked.node(), linked.training(), linked.models(), new FusedModel.Fusion.Weighted(Scale.AS_THEY_ARE), new double[linked.models().size()]);
        var draw = new Examples.Draw(s.pool(), s.negatives(), s.users(), s.seed());
        Examples examples = Examples.of(asked, in.one("split", Split.class).validation(), draw, Workers.all(), context.progress().part(0, 0.5));
        Learner learner = learn(s, examples, context.progress().part(0.5, 1));
        int taken = IntStream.of(examples.taken()).sum();
        Map<String, String> told = Map.of("blend.example.taken", Integer.toString(taken), "blend.example.drawn", Integer.toString(examples.taken().length - taken),
                "blend.example.seed", Integer.toString(s.seed()));
        return Values.of("model", new BlendModel(linked.node(), linked.training(), linked.models(), s.pool(), told, learner));
    }

    private static Learner learn(Setup s, Examples examples, Progress progress) {
        return switch (s.method()) {
            case LOGISTIC -> Learner.Linear.learn(examples.features(), examples.taken(), PENALTY, progress);
            case TREES -> Learner.Trees.learn(examples.features(), examples.taken(), s.trees(), s.seed(), progress);
        };
    }

    @Override public Model restore(Bundle bundle, Restorer others) {
        return BlendModel.of(bundle, others);
    }
}
