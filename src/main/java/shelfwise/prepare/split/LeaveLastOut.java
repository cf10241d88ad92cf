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

/** Each user's last event or events are the test, as many before them the validation if asked for, all earlier ones are for training. */
public final class LeaveLastOut implements Operator.Transform<LeaveLastOut.Setup> {
    /**
     * @param fewestEvents users with fewer events are for training only
     * @param validation   whether as many events just before the test are kept for choosing settings
     * @param events       of each user in the test, the last ones; at least one event stays for training
     */
    public record Setup(@Between(min = 2, max = 10_000) int fewestEvents, boolean validation,
            @Between(min = 1, max = 1000) int events) {
        public Setup {
            Settings.check(Setup.class, fewestEvents, validation, events);
        }
    }

    @Override public String id() {
        return "split.leave-last-out";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(3, false, 1);
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
            int test = Math.min(settings.events(), n - 1), validation = settings.validation() ? Math.min(settings.events(), n - 1 - test) : 0;
            for (int k = 1; k <= test + validation; k++) part[histories.event()[end - k]] = k <= test ? Parts.TEST : Parts.VALIDATION;
        }
        return Parts.split(all, part, settings.events() == 1 ? "leave-last-out" : "last-" + settings.events(), context);
    }
}
