package shelfwise.model.knn;

import java.util.List;
import shelfwise.data.Bundle;
import shelfwise.data.Model;
import shelfwise.data.Split;
import shelfwise.model.Weights;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;

/** Recommends what the users most like this one took. */
public final class FitUserKnn implements Operator.Fit<FitUserKnn.Setup> {
    /**
     * @param neighbours k, the users asked for their items
     * @param shrinkage  added to the similarity's denominator
     * @param weights    of the events, in the measure and in the vote
     */
    public record Setup(@Between(min = 1, max = 10_000) int neighbours, Measure measure, @Between(min = 0, max = 1e6) double shrinkage, Weights weights) {
        public Setup {
            Settings.check(Setup.class, neighbours, measure, shrinkage, weights);
        }
    }

    @Override public String id() {
        return "model.user-knn";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(100, Measure.COSINE, 0, Weights.BINARY);
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("split", PortType.SPLIT));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("model", PortType.MODEL));
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        context.progress().at(0, 1);
        return Values.of("model", new UserKnnModel(context.node(), in.one("split", Split.class).train(), settings));
    }

    @Override public Model restore(Bundle bundle, Restorer others) {
        return UserKnnModel.of(bundle);
    }
}
