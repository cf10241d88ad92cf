package shelfwise.model.rerank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import shelfwise.model.Categories;

/** The order of one pool under rules: first boosts and burials, then pins at their places, the others between them as caps allow. */
final class RuleOrder {
    private static final int FREE = -1;
    private final List<Applied> rules;
    private final Categories categories;
    private final Pool pool;
    private final int[] slots;
    private final int[] pinnedAt;
    private final BitSet capped = new BitSet();

    RuleOrder(List<Applied> rules, Categories categories, Pool pool) {
        this.rules = rules;
        this.categories = categories;
        this.pool = pool;
        slots = new int[pool.size()];
        pinnedAt = new int[pool.size()];
        Arrays.fill(slots, FREE);
        Arrays.fill(pinnedAt, FREE);
    }

    Arrangement arrangement() {
        double[] relevance = pool.relevance();
        for (int p = 0; p < relevance.length; p++) relevance[p] *= factor(p);
        int[] ranked = IntStream.range(0, pool.size()).boxed().sorted(Comparator.<Integer>comparingDouble(p -> relevance[p]).reversed().thenComparing(p -> p))
                .mapToInt(Integer::intValue).toArray();
        pin(ranked);
        fill(ranked);
        return new Arrangement(slots, this::notes);
    }

    private double factor(int place) {
        double factor = 1;
        for (Applied r : rules) {
            if (r.is(Rule.Act.BOOST, pool.item()[place])) factor *= r.rule().amount();
            if (r.is(Rule.Act.BURY, pool.item()[place])) factor /= r.rule().amount();
        }
        return factor;
    }

    private void pin(int[] ranked) {
        for (Applied r : rules) {
            int best = IntStream.of(ranked).filter(p -> pinnedAt[p] == FREE && r.is(Rule.Act.PIN, pool.item()[p])).findFirst().orElse(FREE);
            int slot = (int) Math.min(r.rule().amount(), slots.length) - 1;
            while (slot < slots.length && slot >= 0 && slots[slot] != FREE) slot++;
            if (best == FREE || slot == slots.length) continue;
            slots[slot] = best;
            pinnedAt[best] = slot;
        }
    }

    private void fill(int[] ranked) {
        var rest = new ArrayList<Integer>();
        for (int p : ranked) if (pinnedAt[p] == FREE) rest.add(p);
        int[] count = new int[categories.size()];
        for (int slot = 0; slot < slots.length; slot++) {
            if (slots[slot] == FREE) slots[slot] = next(rest, count);
            int category = categories.of()[pool.item()[slots[slot]]];
            if (category >= 0) count[category]++;
        }
    }

    /** Takes the first that no cap forbids, or the first of all if every one is forbidden. */
    private int next(List<Integer> rest, int[] count) {
        for (int k = 0; k < rest.size(); k++) {
            int place = rest.get(k);
            int category = categories.of()[pool.item()[place]];
            if (category < 0 || count[category] < cap(place)) return rest.remove(k);
            capped.set(place);
        }
        return rest.removeFirst();
    }

    private double cap(int place) {
        double cap = Double.POSITIVE_INFINITY;
        for (Applied r : rules) if (r.is(Rule.Act.CAP, pool.item()[place])) cap = Math.min(cap, r.rule().amount());
        return cap;
    }

    private List<List<String>> notes(int place) {
        var notes = new ArrayList<List<String>>();
        if (pinnedAt[place] != FREE) notes.add(List.of("rerank.why.pinned", Integer.toString(pinnedAt[place] + 1)));
        for (Applied r : rules) {
            if (r.is(Rule.Act.BOOST, pool.item()[place])) notes.add(List.of("rerank.why.boosted", number(r.rule().amount())));
            if (r.is(Rule.Act.BURY, pool.item()[place])) notes.add(List.of("rerank.why.buried", number(r.rule().amount())));
        }
        if (capped.get(place)) notes.add(List.of("rerank.why.capped", number(cap(place)), categories.name(pool.item()[place])));
        return notes;
    }

    private static String number(double amount) {
        return amount == Math.rint(amount) ? Long.toString((long) amount) : Double.toString(amount);
    }
}
