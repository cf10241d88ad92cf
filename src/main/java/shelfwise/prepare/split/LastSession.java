package shelfwise.prepare.split;

import java.util.List;
import shelfwise.base.Problem;
import shelfwise.data.Histories;
import shelfwise.data.Interactions;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;

/**
 * Each user's last session is the test. A session is a run of a user's events of which each follows the one before within the gap; it is
 * never cut.
 */
public final class LastSession implements Operator.Transform<LastSession.Setup> {
    private static final long MINUTE_MILLIS = 60_000;

    /**
     * @param gapMinutes     a longer pause than this begins a new session
     * @param fewestSessions users with fewer sessions are for training only
     * @param validation     whether the session before the last is kept for choosing settings
     */
    public record Setup(@Between(min = 0, max = 525_600, unit = "unit.minutes") int gapMinutes, @Between(min = 2, max = 10_000) int fewestSessions, boolean validation) {
        public Setup {
            Settings.check(Setup.class, gapMinutes, fewestSessions, validation);
        }
    }

    @Override public String id() {
        return "split.last-session";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(30, 2, false);
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
        Histories histories = all.histories();
        byte[] part = new byte[all.size()];
        int[] session = new int[all.size()];
        for (int u = 0; u < all.users().size(); u++) {
            if ((u & 0xFFFF) == 0) context.progress().at(u, all.users().size());
            int from = histories.start()[u], to = histories.start()[u + 1], sessions = number(all, histories, u, settings.gapMinutes() * MINUTE_MILLIS, session);
            if (sessions < settings.fewestSessions()) continue;
            for (int k = from; k < to; k++) {
                int later = sessions - session[k];
                if (later == 1) part[histories.event()[k]] = Parts.TEST;
                else if (later == 2 && settings.validation() && sessions > 2) part[histories.event()[k]] = Parts.VALIDATION;
            }
        }
        return Parts.split(all, part, "last-session", context);
    }

    /** Writes the session of each of the user's events, from 0, at its place among the histories. @return how many there are */
    private static int number(Interactions all, Histories histories, int user, long gap, int[] session) {
        int from = histories.start()[user], to = histories.start()[user + 1], n = 0;
        for (int k = from; k < to; k++) {
            if (k > from && all.time()[histories.event()[k]] - all.time()[histories.event()[k - 1]] > gap) n++;
            session[k] = n;
        }
        return to == from ? 0 : n + 1;
    }
}
