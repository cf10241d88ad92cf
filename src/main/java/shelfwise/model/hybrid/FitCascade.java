package shelfwise.model.hybrid;

import java.util.ArrayList;
import java.util.List;
import shelfwise.data.Bundle;
import shelfwise.data.Model;
import shelfwise.model.Recommender;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volumes;

/** One model finds candidates, another puts them in order (cascade hybrid, Burke 2002). */
public final class FitCascade implements Operator.Fit<FitCascade.Setup> {
    /**
     * @param pool  how many of the first model's best the second puts in order
     * @param first name of the first model; blank for the first link, the second is the first of the others
     */
    public record Setup(@Between(min = 1, max = 100_000) int pool, String first) {
        public Setup {
            Settings.check(Setup.class, pool, first);
        }
    }

    @Override public String id() {
        return "hybrid.cascade";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(100, "");
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
        Linked linked = Linked.of(in, context, 2);
        int first = settings.first().isBlank() ? 0 : ModelWeight.place(linked.node(), settings.first(), linked.models());
        var inOrder = new ArrayList<Recommender>(linked.models());
        inOrder.addFirst(inOrder.remove(first));
        return Values.of("model", new CascadeModel(linked.node(), linked.training(), inOrder, settings.pool()));
    }

    @Override public Model restore(Bundle bundle, Restorer others) {
        return CascadeModel.of(bundle, others);
    }
}
