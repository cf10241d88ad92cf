package shelfwise.prepare.split;

import java.util.List;
import shelfwise.base.Problem;
import shelfwise.data.Interactions;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;

/**
 * One moment parts the past from the future for everybody: the closest to how a model is used. The moment is where the last
 * {@code testShare} of the events begin; events of that very moment belong to the test.
 */
public final class GlobalTime implements Operator.Transform<GlobalTime.Setup> {
    private static final long DAY_MILLIS = 86_400_000;

    /**
     * @param testShare       share of the events, the latest ones
     * @param validationShare share of the events just before; 0 for none
     * @param gapDays         events so shortly before the first part held back belong to no part
     * @param knownUsersOnly  whether test and validation keep only users with events in training
     */
    public record Setup(@Between(min = 0.001, max = 0.9) double testShare, @Between(min = 0, max = 0.9) double validationShare,
            @Between(min = 0, max = 3650, unit = "unit.days") int gapDays, boolean knownUsersOnly) {
        public Setup {
            Settings.check(Setup.class, testShare, validationShare, gapDays, knownUsersOnly);
        }
    }

    @Override public String id() {
        return "split.global-time";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(0.2, 0, 0, true);
    }

    @Override public List<Port> inputs() {
        return Parts.INPUTS;
    }

    @Override public List<Port> outputs() {
        return Parts.OUTPUTS;
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        Interactions all = in.one("interactions", Interactions.class);
        if (!all.timed()) throw Problem.of("prepare.no-time", context.node()).asException();
        context.progress().at(0, 1);
        byte[] part = new byte[all.size()];
        if (all.size() > 0) mark(all, settings, part);
        if (settings.knownUsersOnly()) Parts.dropUnknown(all, part);
        return Parts.split(all, part, "global-time", context);
    }

    private static void mark(Interactions all, Setup s, byte[] part) {
        long test = momentOf(all, 1 - s.testShare()), validation = momentOf(all, 1 - s.testShare() - s.validationShare());
        long trainEnd = (s.validationShare() > 0 ? validation : test) - s.gapDays() * DAY_MILLIS;
        for (int e = 0; e < part.length; e++) {
            long time = all.time()[e];
            part[e] = time >= test ? Parts.TEST : s.validationShare() > 0 && time >= validation ? Parts.VALIDATION : time < trainEnd ? Parts.TRAIN : Parts.LEFT_OUT;
        }
    }

    private static long momentOf(Interactions all, double share) {
        return all.time()[(int) Math.clamp((long) Math.floor(share * all.size()), 0, all.size() - 1)];
    }
}
