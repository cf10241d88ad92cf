package shelfwise.prepare.split;

import java.util.List;
import shelfwise.base.Problem;
import shelfwise.data.Interactions;
import shelfwise.data.Split;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;

/** Holds nothing back: for the lists that go to customers, once a model was judged on another split. */
public final class LearnFromAll implements Operator.Transform<LearnFromAll.Setup> {
    public record Setup() {
        public Setup {
            Settings.check(Setup.class);
        }
    }

    @Override public String id() {
        return "split.nothing-held-back";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup();
    }

    @Override public List<Port> inputs() {
        return Parts.INPUTS;
    }

    @Override public List<Port> outputs() {
        return Parts.OUTPUTS;
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        Interactions all = in.one("interactions", Interactions.class), none = all.pick(new int[0]);
        if (all.size() == 0) throw Problem.of("prepare.split-without-train", context.node()).asException();
        return Values.of("split", new Split(all, none, none, "nothing-held-back"));
    }
}
