package shelfwise.model.linear;

import java.util.List;
import shelfwise.data.Bundle;
import shelfwise.data.Model;
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

/** Learns how each item is told by all others together (Steck 2019). */
public final class FitEase implements Operator.Fit<FitEase.Setup> {
    /**
     * @param regularisation λ, the only number to tune
     * @param weights        of the events
     */
    public record Setup(@Between(min = 0.01, max = 1e9) double regularisation, Weights weights) {
        public Setup {
            Settings.check(Setup.class, regularisation, weights);
        }
    }

    @Override public String id() {
        return "model.ease";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(500, Weights.BINARY);
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("split", PortType.SPLIT));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("model", PortType.MODEL));
    }

    @Override public long memory(Setup settings, Volumes in) {
        return EaseModel.memory(Extent.of(in.at("split"))).bytes();
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        return Values.of("model", EaseModel.fit(context.node(), in.one("split", Split.class).train(), settings, Workers.all(), context.progress()));
    }

    @Override public Model restore(Bundle bundle, Restorer others) {
        return EaseModel.of(bundle);
    }
}
