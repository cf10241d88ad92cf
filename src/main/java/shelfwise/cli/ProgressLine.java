package shelfwise.cli;

import java.util.concurrent.CancellationException;
import shelfwise.base.Progress;

/**
 * Shows how far work is: on a terminal one line, rewritten; elsewhere a line at the beginning and then one each ten seconds. Closed, it
 * leaves nothing half-written. For several threads.
 */
final class ProgressLine implements Progress, AutoCloseable {
    private static final long REWRITE_NANOS = 100_000_000, LINE_NANOS = 10_000_000_000L, GUESS_AFTER_NANOS = 3_000_000_000L;
    private static final int WIDEST = 78;

    private final Session session;
    private final long began = System.nanoTime();
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
        String line = what + (total <= 0 ? " …" : "  " + Math.clamp(100 * done / total, 0, 100) + " %" + left(now - began, (double) done / total));
        if (session.live()) rewrite(line);
        else session.err().println(line);
    }

    private String left(long spent, double share) {
        if (spent < GUESS_AFTER_NANOS || share < 0.05 || share >= 1) return "";
        return "  " + session.text("cli.left", session.figures().seconds(spent * (1 - share) / share / 1e9));
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
