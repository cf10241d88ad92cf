package shelfwise.model.hybrid;

import java.util.List;
import shelfwise.base.Problem;
import shelfwise.data.Bundle;
import shelfwise.data.Model;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Picks;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volumes;

/** One model for users with a history, another for users with next to none (switching hybrid, Burke 2002). */
public final class FitSwitch implements Operator.Fit<FitSwitch.Setup> {
    /**
     * @param items different items from which on a user is asked of the warm model
     * @param warm  its name; blank for the first link
     * @param cold  name of the other; blank for the first of the remaining links
     */
    public record Setup(@Between(min = 1, max = 10_000) int items, @Picks(value = Picks.What.MODEL, port = "model") String warm,
            @Picks(value = Picks.What.MODEL, port = "model") String cold) {
        public Setup {
            Settings.check(Setup.class, items, warm, cold);
        }
    }

    @Override public String id() {
        return "hybrid.switch";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(5, "", "");
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
        int named = settings.cold().isBlank() ? -1 : ModelWeight.place(linked.node(), settings.cold(), linked.models());
        int warm = settings.warm().isBlank() ? named == 0 ? 1 : 0 : ModelWeight.place(linked.node(), settings.warm(), linked.models());
        int cold = named >= 0 ? named : warm == 0 ? 1 : 0;
        if (warm == cold) throw Problem.of("hybrid.one-for-both", linked.node(), settings.warm()).asException();
        return Values.of("model", new SwitchModel(linked.node(), linked.training(), linked.models(), settings.items(), warm, cold));
    }

    @Override public Model restore(Bundle bundle, Restorer others) {
        return SwitchModel.of(bundle, others);
    }
}
