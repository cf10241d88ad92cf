package shelfwise.prepare.split;

import java.util.List;
import java.util.SplittableRandom;
import shelfwise.data.Histories;
import shelfwise.data.Interactions;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;

/** Of each user a random share of the events is the test. It ignores time: models may learn from what came later. */
public final class RandomByUser implements Operator.Transform<RandomByUser.Setup> {
    /**
     * @param testShare       of each user's events, rounded down
     * @param validationShare of each user's events, rounded down; 0 for none
     * @param seed            of the draw
     */
    public record Setup(@Between(min = 0.001, max = 0.9) double testShare, @Between(min = 0, max = 0.9) double validationShare,
            @Between(min = Long.MIN_VALUE, max = Long.MAX_VALUE) long seed) {
        public Setup {
            Settings.check(Setup.class, testShare, validationShare, seed);
        }
    }

    @Override public String id() {
        return "split.random-by-user";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(0.2, 0, 1);
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
        var random = new SplittableRandom(settings.seed());
        for (int u = 0; u < all.users().size(); u++) {
            if ((u & 0xFFFF) == 0) context.progress().at(u, all.users().size());
            int[] events = java.util.Arrays.copyOfRange(histories.event(), histories.start()[u], histories.start()[u + 1]);
            int test = part(settings.testShare(), events.length), held = Math.min(events.length, test + part(settings.validationShare(), events.length));
            Parts.shuffle(events, held, random);
            for (int k = 0; k < held; k++) part[events[k]] = k < test ? Parts.TEST : Parts.VALIDATION;
        }
        return Parts.split(all, part, "random", context);
    }

    /** Rounded down, but 0.29 of 100 is 29, though their product as doubles is a little less. */
    private static int part(double share, int events) {
        return (int) (share * events + 1e-9);
    }
}
