package shelfwise.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.data.Split;
import shelfwise.model.Recommender;

/** What speaks against taking the numbers at their word: message keys, each with a {@code .help}. */
final class Doubts {
    /** Fewer users than this give intervals too wide to rank models by. */
    static final int FEW_USERS = 100;
    /** From this share on what should not be at all counts. */
    static final double SELDOM = 0.01;
    /** From this share on something counts as often. */
    static final double OFTEN = 0.1;

    /** Of methods that take each user's or everybody's latest events. */
    private static final Predicate<String> BY_TIME = method -> !method.startsWith("random") && !method.equals("cold-items");

    private Doubts() { }

    static List<String> of(Split split, EvaluateRanking.Part part, Relevant relevant, List<Recommender> models, List<Ranked> lists) {
        var doubts = new ArrayList<String>();
        int measured = relevant.users().length;
        if (split.method().startsWith("random") && split.train().timed()) doubts.add("doubt.random-split-of-timed-data");
        if (BY_TIME.test(split.method()) && !split.train().timed()) doubts.add("doubt.split-by-time-without-time");
        if (measured < FEW_USERS) doubts.add("doubt.few-users");
        if (often(unknownItems(relevant), relevant.test().entries())) doubts.add("doubt.test-items-unseen-in-training");
        if (often(withoutHistory(relevant), measured)) doubts.add("doubt.users-without-history");
        if (bothHalves(split)) doubts.add("doubt.users-in-both-halves");
        if (sameEvents(split, part.of(split), relevant.seen()) > SELDOM * part.of(split).size()) doubts.add("doubt.same-events-in-both");
        if (often(relevant.skipped(), relevant.skipped() + relevant.test().entries())) doubts.add("doubt.seen-items-left-out");
        if (lists.stream().anyMatch(r -> often(r.tied(), measured))) doubts.add("doubt.many-ties");
        if (models.stream().anyMatch(m -> !same(m.training(), split.train()))) doubts.add("doubt.trained-on-other-data");
        return doubts;
    }

    private static boolean often(int part, int whole) {
        return whole > 0 && part > OFTEN * whole;
    }

    /** Whether somebody held out of training as a whole has events in it. */
    private static boolean bothHalves(Split split) {
        if (split.foldIn().size() == 0) return false;
        var held = new BitSet();
        for (int u : split.foldIn().user()) held.set(u);
        return Arrays.stream(split.train().user()).anyMatch(held::get);
    }

    /** Judged events of which the training part or the fold-in holds one of the same user, item and time; 0 where there is no time. */
    private static long sameEvents(Split split, Interactions judged, Sparse seen) {
        if (!judged.timed()) return 0;
        record Event(int user, int item, long time) { }
        var all = new HashSet<Event>();
        for (int e = 0; e < judged.size(); e++) {
            if (seen.has(judged.user()[e], judged.item()[e])) all.add(new Event(judged.user()[e], judged.item()[e], judged.time()[e]));
        }
        if (all.isEmpty()) return 0;
        var both = new HashSet<Event>();
        for (Interactions known : List.of(split.train(), split.foldIn())) {
            for (int e = 0; e < known.size(); e++) {
                var event = new Event(known.user()[e], known.item()[e], known.time()[e]);
                if (all.contains(event)) both.add(event);
            }
        }
        return both.size();
    }

    private static int unknownItems(Relevant relevant) {
        int[] popularity = relevant.popularity();
        int n = 0;
        for (int i : relevant.test().column()) if (popularity[i] == 0) n++;
        return n;
    }

    private static int withoutHistory(Relevant relevant) {
        int n = 0;
        for (int u : relevant.users()) if (relevant.seen().count(u) == 0) n++;
        return n;
    }

    private static boolean same(Interactions a, Interactions b) {
        return a == b || Arrays.equals(a.user(), b.user()) && Arrays.equals(a.item(), b.item()) && Arrays.equals(a.time(), b.time()) && Arrays.equals(a.weight(), b.weight());
    }
}
