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
 * One of several windows at the end of the data, each judged by what came before it alone: fold 1 is the earliest, the last fold ends with
 * the last event (rolling-origin evaluation: Tashman 2000). Settings are chosen by the mean over the folds.
 */
public final class RollingFolds implements Operator.Transform<RollingFolds.Setup> {
    private static final long DAY_MILLIS = 86_400_000;

    /**
     * @param folds          windows there are
     * @param fold           which of them is the test, 1 for the earliest
     * @param testDays       length of a window
     * @param gapDays        events so shortly before the first part held back belong to no part
     * @param validation     whether the window just before the test's is kept for choosing settings
     * @param knownUsersOnly whether test and validation keep only users with events in training
     */
    public record Setup(@Between(min = 1, max = 100) int folds, @Between(min = 1, max = 100) int fold, @Between(min = 1, max = 3650, unit = "unit.days") int testDays,
            @Between(min = 0, max = 3650, unit = "unit.days") int gapDays, boolean validation, boolean knownUsersOnly) {
        public Setup {
            Settings.check(Setup.class, folds, fold, testDays, gapDays, validation, knownUsersOnly);
        }
    }

    @Override public String id() {
        return "split.rolling";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(3, 3, 30, 0, false, true);
    }

    @Override public List<Port> inputs() {
        return Parts.INPUTS;
    }

    @Override public List<Port> outputs() {
        return Parts.OUTPUTS;
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        Interactions all = in.one("interactions", Interactions.class);
        if (settings.fold() > settings.folds()) throw Problem.of("prepare.no-such-fold", context.node(), settings.fold(), settings.folds()).asException();
        if (!all.timed()) throw Problem.of("prepare.no-time", context.node()).asException();
        context.progress().at(0, 1);
        byte[] part = new byte[all.size()];
        if (all.size() > 0) mark(all, settings, part);
        if (settings.knownUsersOnly()) Parts.dropUnknown(all, part);
        return Parts.split(all, part, "rolling", context);
    }

    private static void mark(Interactions all, Setup s, byte[] part) {
        long length = s.testDays() * DAY_MILLIS, testEnd = all.time()[all.size() - 1] + 1 - (s.folds() - s.fold()) * length, test = testEnd - length;
        long held = s.validation() ? test - length : test, trainEnd = held - s.gapDays() * DAY_MILLIS;
        for (int e = 0; e < part.length; e++) {
            long time = all.time()[e];
            part[e] = time < trainEnd ? Parts.TRAIN : time >= testEnd ? Parts.LEFT_OUT : time >= test ? Parts.TEST : time >= held ? Parts.VALIDATION : Parts.LEFT_OUT;
        }
    }
}
