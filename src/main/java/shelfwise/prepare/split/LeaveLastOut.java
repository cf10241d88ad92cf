package shelfwise.prepare.split;

import java.util.List;
import shelfwise.data.Histories;
import shelfwise.data.Interactions;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;

/** Each user's last event is the test, the one before it the validation if asked for, all earlier ones are for training. */
public final class LeaveLastOut implements Operator.Transform<LeaveLastOut.Setup> {
    /**
     * @param fewestEvents users with fewer events are for training only
     * @param validation   whether the event before the last is kept for choosing settings
     */
    public record Setup(@Between(min = 2, max = 10_000) int fewestEvents, boolean validation) {
        public Setup {
            Settings.check(Setup.class, fewestEvents, validation);
        }
    }

    @Override public String id() {
        return "split.leave-last-out";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(3, false);
    }

    @Override public List<Port> inputs() {
        return Parts.INPUTS;
    }

    @Override public List<Port> outputs() {
        return Parts.OUTPUTS;
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        Interactions all = in.one("interactions", Interactions.class);
        Histories histories = all.histories();
        byte[] part = new byte[all.size()];
        for (int u = 0; u < all.users().size(); u++) {
            if ((u & 0xFFFF) == 0) context.progress().at(u, all.users().size());
            int n = histories.count(u), end = histories.start()[u + 1];
            if (n < settings.fewestEvents()) continue;
            part[histories.event()[end - 1]] = Parts.TEST;
            if (settings.validation() && n > 2) part[histories.event()[end - 2]] = Parts.VALIDATION;
        }
        return Parts.split(all, part, "leave-last-out", context);
    }
}
