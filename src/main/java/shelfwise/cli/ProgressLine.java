package shelfwise.cli;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.LongFunction;
import shelfwise.base.Countdown;
import shelfwise.base.Progress;

/**
 * Shows how far work is: on a terminal one line, rewritten; elsewhere a line at the beginning and then one each ten seconds. Closed, it
 * leaves nothing half-written. For several threads.
 */
final class ProgressLine implements Progress, AutoCloseable {
    private static final long REWRITE_NANOS = 100_000_000, LINE_NANOS = 10_000_000_000L, NANOS = 1_000_000, GUESS_AFTER_MILLIS = 3_000;
    private static final int WIDEST = 78;

    private final Session session;
    private final long began = System.nanoTime();
    private final Countdown countdown = new Countdown();
    private Optional<LongFunction<OptionalLong>> estimate = Optional.empty();
    private String what;
    private long told;
    private int shown;

    ProgressLine(Session session, String what) {
        this.session = session;
        this.what = what;
        told = began - REWRITE_NANOS;
        if (!session.live()) {
            session.err().println(what + " …");
            told = began;
        }
    }

    @Override public void at(long done, long total) {
        if (session.cancelled().get()) throw new CancellationException();
        if (done >= 0) tell(done, total);
    }

    private synchronized void tell(long done, long total) {
        long now = System.nanoTime();
        if (now - told < (session.live() ? REWRITE_NANOS : LINE_NANOS)) return;
        told = now;
        String line = what + (total <= 0 ? " …" : "  " + Math.clamp(100 * done / total, 0, 100) + " %" + left((now - began) / NANOS, (double) done / total));
        if (session.live()) rewrite(line);
        else session.err().println(line);
    }

    private String left(long spentMillis, double share) {
        OptionalLong left = estimate.map(e -> e.apply(spentMillis)).orElseGet(() -> countdown.tell(Countdown.atPace(share, spentMillis), spentMillis));
        if (left.isEmpty() || spentMillis < GUESS_AFTER_MILLIS || share >= 1) return "";
        return "  " + session.text("cli.left", session.figures().seconds(Math.ceilDiv(left.getAsLong(), 1000L)));
    }

    /** Lets who knows more of the work than its pace say how many milliseconds are left, given those spent. */
    synchronized void leftBy(LongFunction<OptionalLong> known) {
        estimate = Optional.of(known);
    }

    private void rewrite(String line) {
        String cut = TextTable.cut(line, WIDEST);
        int width = TextTable.width(cut);
        session.err().print("\r" + cut + " ".repeat(Math.max(0, shown - width)));
        session.err().flush();
        shown = width;
    }

    /** Says what is done from now on. */
    synchronized void now(String newWhat) {
        what = newWhat;
    }

    /** A line that stays. */
    synchronized void line(String line) {
        clear();
        session.err().println(line);
    }

    private void clear() {
        if (shown > 0) session.err().print("\r" + " ".repeat(shown) + "\r");
        shown = 0;
    }

    @Override public synchronized void close() {
        clear();
    }
}
