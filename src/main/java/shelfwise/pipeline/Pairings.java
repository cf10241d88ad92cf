package shelfwise.pipeline;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often which operator stands in pipelines, and which gives to which: what is likely to be wanted next. It never changes. */
public final class Pairings {
    private record Pair(String from, String to) { }

    private final Map<String, Integer> uses = new HashMap<>();
    private final Map<Pair, Integer> pairs = new HashMap<>();

    private Pairings() { }

    public static Pairings of(Collection<Pipeline> pipelines) {
        var found = new Pairings();
        for (Pipeline p : pipelines) {
            var operators = new HashMap<String, String>();
            for (Node n : p.nodes()) {
                operators.put(n.id(), n.operator());
                found.uses.merge(n.operator(), 1, Integer::sum);
            }
            for (Link l : p.links()) found.pairs.merge(new Pair(operators.getOrDefault(l.fromNode(), ""), operators.getOrDefault(l.toNode(), "")), 1, Integer::sum);
        }
        return found;
    }

    /** The likeliest first, equals in their order. @param before whether they are wanted before {@code operator}, to give to it; else after it */
    public List<Operator<?>> nextTo(String operator, boolean before, List<Operator<?>> candidates) {
        return sorted(candidates, o -> pairs.getOrDefault(before ? new Pair(o.id(), operator) : new Pair(operator, o.id()), 0));
    }

    /** Those used most first, equals in their order. */
    public List<Operator<?>> mostUsed(List<Operator<?>> candidates) {
        return sorted(candidates, o -> uses.getOrDefault(o.id(), 0));
    }

    private static List<Operator<?>> sorted(List<Operator<?>> candidates, java.util.function.ToIntFunction<Operator<?>> count) {
        return candidates.stream().sorted(Comparator.<Operator<?>>comparingInt(count).reversed()).toList();
    }
}
