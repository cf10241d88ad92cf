package shelfwise.pipeline;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How long the steps that are under way will still take: by the pace of those that tell how far they are, by their latest time for others.
 * Not for several threads.
 */
public final class TimeLeft {
    private static final long FIRST_GUESS_MILLIS = 1_000;
    private static final double FIRST_GUESS_SHARE = 0.02;
    private final Map<String, Long> began = new HashMap<>();
    private Map<String, Double> usual = Map.of();

    /** Forgets all, for another run. @param seconds that steps took the last time they ran, by node */
    public void begin(Map<String, Double> seconds) {
        usual = Map.copyOf(seconds);
        began.clear();
    }

    /** @param nowMillis by any clock that goes on */
    public void heard(NodeEvent event, long nowMillis) {
        if (event instanceof NodeEvent.Running) began.putIfAbsent(event.node(), nowMillis);
        else began.remove(event.node());
    }

    /** Milliseconds that a step still needs; empty while that would be a guess. */
    public OptionalLong millis(NodeEvent.Running state, long nowMillis) {
        Long since = began.get(state.node());
        if (since == null) return OptionalLong.empty();
        long spent = Math.max(0, nowMillis - since);
        double share = state.total() <= 0 ? 0 : Math.min(1, (double) state.done() / state.total());
        if (share >= FIRST_GUESS_SHARE && spent >= FIRST_GUESS_MILLIS) return OptionalLong.of(Math.round(spent * (1 - share) / share));
        Double before = usual.get(state.node());
        if (before == null || share > 0 || before * 1000 <= spent) return OptionalLong.empty();
        return OptionalLong.of(Math.round(before * 1000) - spent);
    }
}
