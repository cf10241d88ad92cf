package shelfwise.pipeline;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * The most that a run may hold at once, in whatever order its steps end. While a step runs, values may be held that it does not make or lead
 * to and whose last reader has not ended for certain, and as many steps beside it as run at a time, of those that do not depend on it. The
 * engine starts no step beside others for which the budget has no room.
 */
final class Peak {
    private final List<Node> nodes;
    private final Map<String, Integer> place = new HashMap<>();
    /** Of each node, those before it and those behind it. */
    private final List<BitSet> before = new ArrayList<>(), behind = new ArrayList<>();
    /** Of each node, those that read what it makes. */
    private final List<BitSet> readers = new ArrayList<>();

    /** @param nodes of the run, each after those it takes values from */
    Peak(Pipeline pipeline, List<Node> nodes) {
        this.nodes = nodes;
        for (int i = 0; i < nodes.size(); i++) {
            place.put(nodes.get(i).id(), i);
            before.add(new BitSet());
            behind.add(new BitSet());
            readers.add(new BitSet());
        }
        for (int i = 0; i < nodes.size(); i++) {
            for (Link l : pipeline.into(nodes.get(i).id())) {
                Integer from = place.get(l.fromNode());
                if (from == null) continue;
                readers.get(from).set(i);
                before.get(i).set(from);
                before.get(i).or(before.get(from));
            }
            for (int b = before.get(i).nextSetBit(0); b >= 0; b = before.get(i).nextSetBit(b + 1)) behind.get(b).set(i);
        }
    }

    /**
     * @param runs   the bytes that a node takes while it runs; -1 if it does not run
     * @param values the bytes of what a node makes and others read
     */
    long of(ToLongFunction<Node> runs, ToLongFunction<Node> values, int atOnce, long budget) {
        long peak = 0;
        for (int i = 0; i < nodes.size(); i++) {
            long own = runs.applyAsLong(nodes.get(i));
            if (own < 0) continue;
            long alone = own + held(i, runs, values), all = alone + beside(i, runs, atOnce - 1);
            peak = Math.max(peak, Math.min(all, Math.max(budget, alone)));
        }
        return peak;
    }

    /** What may be held while node {@code i} runs. */
    private long held(int i, ToLongFunction<Node> runs, ToLongFunction<Node> values) {
        long sum = 0;
        for (int made = 0; made < nodes.size(); made++) {
            if (made == i || behind.get(i).get(made)) continue;
            boolean read = readers.get(made).stream().anyMatch(r -> r == i || !before.get(i).get(r) && runs.applyAsLong(nodes.get(r)) >= 0);
            if (read) sum += values.applyAsLong(nodes.get(made));
        }
        return sum;
    }

    /** The largest that may run beside node {@code i}. */
    private long beside(int i, ToLongFunction<Node> runs, int most) {
        var others = new ArrayList<Long>();
        for (int o = 0; o < nodes.size(); o++) {
            if (o == i || before.get(i).get(o) || behind.get(i).get(o)) continue;
            long bytes = runs.applyAsLong(nodes.get(o));
            if (bytes > 0) others.add(bytes);
        }
        return others.stream().sorted(Comparator.reverseOrder()).limit(most).mapToLong(Long::longValue).sum();
    }
}
