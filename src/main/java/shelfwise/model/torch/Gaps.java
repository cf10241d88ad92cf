package shelfwise.model.torch;

import java.time.Duration;
import shelfwise.model.History;

/**
 * How long before an event the one before it was, in steps that grow from a minute to a year: so a network can tell what goes on in one visit
 * from what somebody comes back for. That the time between events is told by learned vectors is of Li, Wang, McAuley 2020 (TiSASRec), who
 * take it between every two events, in units of the user's shortest gap, into the attention. Here each event has the one gap before it, in
 * steps that mean the same for every user: little to learn, little to work out. The time from the last event until somebody asks counts
 * nowhere, for it is not known when a model is trained or judged.
 */
final class Gaps {
    /** Of a user's first event, and of events without times. */
    static final byte NONE = 0;
    /** Where each step ends, in milliseconds; the last has no end. */
    private static final long[] ENDS = {minutes(1), minutes(10), hours(1), hours(6), days(1), days(3), days(7), days(30), days(90), days(365)};
    /** Vectors that are learned: of {@link #NONE} and of each step. */
    static final int COUNT = ENDS.length + 2;

    private Gaps() { }

    private static long minutes(int n) {
        return Duration.ofMinutes(n).toMillis();
    }

    private static long hours(int n) {
        return Duration.ofHours(n).toMillis();
    }

    private static long days(int n) {
        return Duration.ofDays(n).toMillis();
    }

    /** The step of a time in milliseconds, from 1; one that ends where another begins is of the later. */
    static byte step(long millis) {
        int step = 1;
        while (step <= ENDS.length && millis >= ENDS[step - 1]) step++;
        return (byte) step;
    }

    /** Of each event of a history. @param time oldest first, in milliseconds; empty where times are not known */
    static byte[] of(long[] time, int events) {
        byte[] gap = new byte[events];
        for (int k = 1; k < time.length; k++) gap[k] = step(time[k] - time[k - 1]);
        return gap;
    }

    static byte[] of(History history) {
        return of(history.time(), history.item().length);
    }
}
