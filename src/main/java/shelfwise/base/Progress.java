package shelfwise.base;

/**
 * Handed to every long method: told at least every 100 ms of work; it throws
 * {@link java.util.concurrent.CancellationException} once the work was cancelled.
 */
@FunctionalInterface
public interface Progress {
    /** Goes nowhere and never cancels. */
    Progress NONE = (done, total) -> { };

    /**
     * @param done  units done so far
     * @param total units in all; 0 where unknown
     */
    void at(long done, long total);

    /** A point of the learning curve of work that learns; most listen to no such thing. */
    default void learned(Learning point) { }

    /** Throws if the work was cancelled; tells nothing. */
    default void check() {
        at(-1, -1);
    }

    /** The part of this progress from {@code from} to {@code to} (0 to 1), as a progress of its own. */
    default Progress part(double from, double to) {
        Progress whole = this;
        return new Progress() {
            @Override public void at(long done, long total) {
                if (done < 0) whole.at(-1, -1);
                else whole.at(Math.round(1000 * (from + (to - from) * (total <= 0 ? 0 : Math.min(1.0, (double) done / total)))), 1000);
            }

            @Override public void learned(Learning point) {
                whole.learned(point);
            }
        };
    }
}
