package shelfwise.base;

import java.util.OptionalLong;

/**
 * The time that work still needs, as it is told to people: it goes down evenly, and turns to another estimate only where that is clearly another,
 * so that it does not jump. Not for several threads.
 */
public final class Countdown {
    private static final long SMALL_MILLIS = 2_000;
    private static final double SMALL_PART = 0.25;
    private static final long FIRST_GUESS_MILLIS = 1_000;
    private static final double FIRST_GUESS_SHARE = 0.02;
    private OptionalLong told = OptionalLong.empty();
    private long since;

    /**
     * What work still needs at its pace so far; empty while that would be a guess.
     *
     * @param share that is done, 0 to 1
     */
    public static OptionalLong atPace(double share, long spentMillis) {
        if (!(share >= FIRST_GUESS_SHARE) || spentMillis < FIRST_GUESS_MILLIS) return OptionalLong.empty();
        return OptionalLong.of(Math.round(spentMillis * (1 - Math.min(1, share)) / share));
    }

    /**
     * @param estimate  in milliseconds; empty where nothing is known, which is told at once
     * @param nowMillis by any clock that goes on
     */
    public OptionalLong tell(OptionalLong estimate, long nowMillis) {
        if (estimate.isEmpty()) return told = estimate;
        long wanted = estimate.getAsLong(), expected = told.orElse(0) - (nowMillis - since);
        boolean near = Math.abs(wanted - expected) <= Math.max(SMALL_MILLIS, SMALL_PART * wanted);
        if (told.isPresent() && expected >= 0 && near) return OptionalLong.of(expected);
        since = nowMillis;
        return told = estimate;
    }
}
