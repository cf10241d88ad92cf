package shelfwise.model.hybrid;

import java.util.List;
import shelfwise.data.Bundle;
import shelfwise.data.Model;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volumes;

/** Adds up the scores of several models, each on a common scale and with a weight of its own (weighted hybrid, Burke 2002). */
public final class FitWeighted implements Operator.Fit<FitWeighted.Setup> {
    /**
     * @param scale   how scores are made comparable
     * @param weights of the models by their names; 1 for those not named
     */
    public record Setup(Scale scale, List<ModelWeight> weights) {
        public Setup {
            Settings.check(Setup.class, scale, weights);
            weights = List.copyOf(weights);
        }
    }

    @Override public String id() {
        return "hybrid.weighted";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(Scale.MIN_MAX, List.of());
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
        return Values.of("model", new FusedModel(linked.node(), linked.training(), linked.models(), new FusedModel.Fusion.Weighted(settings.scale()), weights));
    }

    @Override public Model restore(Bundle bundle, Restorer others) {
        return FusedModel.of(bundle, others);
    }
}
