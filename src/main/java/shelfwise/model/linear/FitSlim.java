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

/** Learns for each item the few others that tell it best (Ning, Karypis 2011). */
public final class FitSlim implements Operator.Fit<FitSlim.Setup> {
    /**
     * @param l1         holds weights at 0: the larger, the fewer there are
     * @param l2         holds large weights back
     * @param positive   whether no weight may be below 0
     * @param iterations most passes over the items for each item
     * @param tolerance  a pass that changes no weight by more than this is the last
     * @param weights    of the events
     */
    public record Setup(@Between(min = 0, max = 1e9) double l1, @Between(min = 0.001, max = 1e9) double l2, boolean positive,
            @Between(min = 1, max = 10_000) int iterations, @Between(min = 0, max = 1) double tolerance, Weights weights) {
        public Setup {
            Settings.check(Setup.class, l1, l2, positive, iterations, tolerance, weights);
        }
    }

    @Override public String id() {
        return "model.slim";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(1, 100, true, 100, 1e-3, Weights.BINARY);
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("split", PortType.SPLIT));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("model", PortType.MODEL));
    }

    @Override public long memory(Setup settings, Volumes in) {
        return SlimModel.memory(Extent.of(in.at("split"))).bytes();
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        return Values.of("model", SlimModel.fit(context.node(), in.one("split", Split.class).train(), settings, Workers.all(), context.progress()));
    }

    @Override public Model restore(Bundle bundle, Restorer others) {
        return SlimModel.of(bundle);
    }
}
