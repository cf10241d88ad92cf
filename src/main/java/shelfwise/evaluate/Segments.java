package shelfwise.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Parts the measured users and the items to be found, so that it shows whom and what a model serves. Empty parts are left out. */
record Segments(Relevant relevant, ItemFacts facts, EvaluateRanking.Setup setup) {
    /** Items that together have this share of the training pairs are the head; all others the tail. */
    static final double HEAD = 0.8;
    /** So many categories, those most looked for. */
    static final int CATEGORIES = 10;

    List<Segment> all() {
        var all = new ArrayList<Segment>();
        users(all, "user:new", n -> n < setup.warmFrom());
        users(all, "user:warm", n -> n >= setup.warmFrom() && n < setup.loyalFrom());
        users(all, "user:loyal", n -> n >= setup.warmFrom() && n >= setup.loyalFrom());
        BitSet head = head();
        items(all, "item:head", head::get);
        items(all, "item:tail", i -> !head.get(i));
        facts.price().ifPresent(p -> thirds(all, p));
        facts.categories().ifPresent(c -> categories(all, c));
        return all;
    }

    /** By the number of different items known of the user. */
    private void users(List<Segment> all, String id, IntPredicate known) {
        int[] users = relevant.users();
        int[] places = IntStream.range(0, users.length).filter(k -> known.test(relevant.seen().count(users[k]))).toArray();
        if (places.length > 0) all.add(new Segment(id, places, Optional.empty()));
    }

    private void items(List<Segment> all, String id, IntPredicate in) {
        var items = new BitSet();
        for (int i = 0; i < relevant.test().columns(); i++) if (in.test(i)) items.set(i);
        int[] places = IntStream.range(0, relevant.users().length).filter(k -> looksFor(relevant.users()[k], items)).toArray();
        if (places.length > 0) all.add(new Segment(id, places, Optional.of(items)));
    }

    private boolean looksFor(int user, BitSet items) {
        for (int e = relevant.test().start()[user]; e < relevant.test().start()[user + 1]; e++) if (items.get(relevant.test().column()[e])) return true;
        return false;
    }

    private BitSet head() {
        int[] users = relevant.popularity();
        long pairs = Arrays.stream(users).asLongStream().sum(), sum = 0;
        var head = new BitSet();
        for (int item : Surprise.order(users)) {
            if (sum >= HEAD * pairs) break;
            head.set(item);
            sum += users[item];
        }
        return head;
    }

    /** Items to be found by the third that their price is in, among the items with a price. */
    private void thirds(List<Segment> all, double[] price) {
        double[] sorted = Arrays.stream(price).filter(p -> !Double.isNaN(p)).sorted().toArray();
        double low = sorted[(sorted.length - 1) / 3], high = sorted[2 * (sorted.length - 1) / 3];
        items(all, "value:low", i -> price[i] <= low);
        items(all, "value:middle", i -> price[i] > low && price[i] <= high);
        items(all, "value:high", i -> price[i] > low && price[i] > high);
    }

    private void categories(List<Segment> all, ItemCategories categories) {
        int[] wanted = new int[categories.names().size()];
        for (int item : relevant.test().column()) for (int g : categories.of(item)) wanted[g]++;
        IntStream.range(0, wanted.length).boxed().filter(g -> wanted[g] > 0).sorted(Comparator.comparingInt((Integer g) -> -wanted[g]).thenComparingInt(g -> g))
                .limit(CATEGORIES).forEach(g -> items(all, "category:" + categories.names().get(g), i -> IntStream.of(categories.of(i)).anyMatch(c -> c == g)));
    }
}
