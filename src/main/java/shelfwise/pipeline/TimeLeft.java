package shelfwise.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import shelfwise.base.Countdown;

/**
 * How long the steps of a run will still take: by the pace of those that tell how far they are and by the time they took last, of which the
 * pace counts for more the further they are. Nothing is said of what nothing is known of. Not for several threads.
 */
public final class TimeLeft {
    /** A step whose share falls back by more begins another round of unknown length. */
    private static final double ROUND = 0.01;
    private final int atOnce;
    private final Map<String, Going> going = new HashMap<>();
    private final Countdown all = new Countdown();
    private Map<String, Double> usual = Map.of();

    /** A step that runs. */
    private static final class Going {
        private final long since;
        private final Countdown told = new Countdown();
        private double furthest;
        private boolean rounds;

        Going(long since) {
            this.since = since;
        }
    }

    public TimeLeft() {
        this(Capacity.ofMachine().atOnce());
    }

    /** @param atOnce steps that run side by side */
    TimeLeft(int atOnce) {
        this.atOnce = atOnce;
    }

    /** Forgets all, for another run. @param seconds that steps took the last time they ran, by node */
    public void begin(Map<String, Double> seconds) {
        usual = Map.copyOf(seconds);
        going.clear();
        all.tell(OptionalLong.empty(), 0);
    }

    /** @param nowMillis by any clock that goes on */
    public void heard(NodeEvent event, long nowMillis) {
        if (!(event instanceof NodeEvent.Running state)) {
            going.remove(event.node());
            return;
        }
        Going step = going.computeIfAbsent(state.node(), _ -> new Going(nowMillis));
        double share = share(state);
        step.rounds |= share < step.furthest - ROUND;
        step.furthest = Math.max(step.furthest, share);
    }

    private static double share(NodeEvent.Running state) {
        return state.total() <= 0 ? 0 : Math.min(1, (double) state.done() / state.total());
    }

    /** Milliseconds that a step still needs; empty while that would be a guess. */
    public OptionalLong millis(NodeEvent.Running state, long nowMillis) {
        Going step = going.get(state.node());
        return step == null ? OptionalLong.empty() : step.told.tell(estimate(state.node(), step, nowMillis), nowMillis);
    }

    private OptionalLong estimate(String node, Going step, long nowMillis) {
        long spent = Math.max(0, nowMillis - step.since);
        OptionalLong pace = step.rounds ? OptionalLong.empty() : Countdown.atPace(step.furthest, spent);
        long before = Math.round(usual.getOrDefault(node, 0.0) * 1000) - spent;
        if (before <= 0) return pace; // no time known, or later than it was
        if (pace.isEmpty()) return OptionalLong.of(before);
        return OptionalLong.of(Math.round(step.furthest * pace.getAsLong() + (1 - step.furthest) * before));
    }

    /**
     * Milliseconds that a run still needs; empty while that would be a guess, as it is where a step waits that never ran.
     *
     * @param pipeline as it runs
     * @param steps    that take part and have not ended, in an order in which they can run
     */
    public OptionalLong all(Pipeline pipeline, List<String> steps, long nowMillis) {
        return all.tell(longest(pipeline, steps, nowMillis), nowMillis);
    }

    /** Each step begins once those before it have ended and one of the places is free. */
    private OptionalLong longest(Pipeline pipeline, List<String> steps, long nowMillis) {
        var end = new HashMap<String, Long>();
        long[] free = new long[atOnce];
        for (String node : steps) {
            Going step = going.get(node);
            OptionalLong needs = step != null ? estimate(node, step, nowMillis) : usual.containsKey(node) ? OptionalLong.of(Math.round(usual.get(node) * 1000)) : OptionalLong.empty();
            if (needs.isEmpty()) return needs;
            int place = 0;
            for (int k = 1; k < free.length; k++) if (free[k] < free[place]) place = k;
            long begins = step != null ? 0 : free[place];
            for (Link l : pipeline.into(node)) begins = Math.max(begins, end.getOrDefault(l.fromNode(), 0L));
            long ends = begins + needs.getAsLong();
            end.put(node, ends);
            free[place] = Math.max(free[place], ends);
        }
        return end.isEmpty() ? OptionalLong.empty() : OptionalLong.of(end.values().stream().mapToLong(Long::longValue).max().orElse(0));
    }
}
