package shelfwise.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import shelfwise.data.Interactions;
import shelfwise.data.Split;
import shelfwise.model.Recommender;

/** What speaks against taking the numbers at their word: message keys, each with a {@code .help}. */
final class Doubts {
    /** Fewer users than this give intervals too wide to rank models by. */
    static final int FEW_USERS = 100;
    /** From this share on something counts as often. */
    static final double OFTEN = 0.1;

    private Doubts() { }

    static List<String> of(Split split, Relevant relevant, List<Recommender> models, List<Ranking.Result> results) {
        var doubts = new ArrayList<String>();
        int measured = relevant.users().length;
        if (split.method().startsWith("random") && split.train().timed()) doubts.add("doubt.random-split-of-timed-data");
        if (!split.method().startsWith("random") && !split.train().timed()) doubts.add("doubt.split-by-time-without-time");
        if (measured < FEW_USERS) doubts.add("doubt.few-users");
        if (often(unknownItems(relevant), relevant.test().entries())) doubts.add("doubt.test-items-unseen-in-training");
        if (often(withoutHistory(relevant), measured)) doubts.add("doubt.users-without-history");
        if (often(relevant.skipped(), relevant.skipped() + relevant.test().entries())) doubts.add("doubt.seen-items-left-out");
        if (results.stream().anyMatch(r -> often(r.tied(), measured))) doubts.add("doubt.many-ties");
        if (models.stream().anyMatch(m -> !same(m.training(), split.train()))) doubts.add("doubt.trained-on-other-data");
        return doubts;
    }

    private static boolean often(int part, int whole) {
        return whole > 0 && part > OFTEN * whole;
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
