package shelfwise.model.hybrid;

import java.util.List;
import shelfwise.data.Bundle;
import shelfwise.data.Model;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volumes;

/** Fuses the lists of several models by the places of the items: Σ w(m) / (k + rank by m) (reciprocal rank fusion, Cormack, Clarke, Büttcher 2009). */
public final class FitRankFusion implements Operator.Fit<FitRankFusion.Setup> {
    /**
     * @param k       the larger, the less the first places stand out
     * @param depth   items beyond this place of a model get nothing from it
     * @param weights of the models by their names; 1 for those not named
     */
    public record Setup(@Between(min = 0, max = 10_000) int k, @Between(min = 1, max = 100_000) int depth, List<ModelWeight> weights) {
        public Setup {
            Settings.check(Setup.class, k, depth, weights);
            weights = List.copyOf(weights);
        }
    }

    @Override public String id() {
        return "hybrid.rank-fusion";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(60, 1000, List.of());
    }

    @Override public List<Port> inputs() {
        return Linked.INPUTS;
    }

    @Override public List<Port> outputs() {
        return Linked.OUTPUTS;
    }

    @Override public long memory(Setup settings, Volumes in) {
        return Linked.memory(in);
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        Linked linked = Linked.of(in, context);
        double[] weights = ModelWeight.of(linked.node(), settings.weights(), linked.models());
        var fusion = new FusedModel.Fusion.ReciprocalRank(settings.k(), settings.depth());
        return Values.of("model", new FusedModel(linked.node(), linked.training(), linked.models(), fusion, weights));
    }

    @Override public Model restore(Bundle bundle, Restorer others) {
        return FusedModel.of(bundle, others);
    }
}
