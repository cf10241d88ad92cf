package shelfwise.prepare;

import java.util.List;
import java.util.stream.IntStream;
import shelfwise.base.Progress;
import shelfwise.data.Histories;
import shelfwise.data.Interactions;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;

/**
 * Keeps the largest part of the events in which every user has at least {@code userMinimum} and every item at least
 * {@code itemMinimum}: removing a user may leave an item with too few, so both are repeated until nothing changes. Users and items left
 * without events lose their number. Cost: events times rounds, seldom more than 20 rounds.
 */
public final class KCore implements Operator.Transform<KCore.Setup> {
    /** EVENTS: each event counts; PARTNERS: each different item of a user, each different user of an item. */
    public enum Count { EVENTS, PARTNERS }

    public record Setup(@Between(min = 1, max = 10_000) int userMinimum, @Between(min = 1, max = 10_000) int itemMinimum, Count count) {
        public Setup {
            Settings.check(Setup.class, userMinimum, itemMinimum, count);
        }
    }

    @Override public String id() {
        return "prepare.k-core";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(5, 5, Count.PARTNERS);
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("interactions", PortType.INTERACTIONS));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("interactions", PortType.INTERACTIONS));
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        Interactions all = in.one("interactions", Interactions.class);
        boolean[] counts = settings.count() == Count.EVENTS ? everyEvent(all) : firstOfPair(all);
        int[] userCount = new int[all.users().size()], itemCount = new int[all.items().size()];
        for (int e = 0; e < counts.length; e++) {
            if (!counts[e]) continue;
            userCount[all.user()[e]]++;
            itemCount[all.item()[e]]++;
        }
        boolean[] left = left(all, counts, userCount, itemCount, settings, context.progress());
        int[] kept = IntStream.range(0, left.length).filter(e -> left[e]).toArray();
        return Outcome.interactions(id(), all, Events.compact(all, kept), context);
    }

    private static boolean[] left(Interactions all, boolean[] counts, int[] userCount, int[] itemCount, Setup settings, Progress progress) {
        boolean[] left = everyEvent(all);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int e = 0; e < left.length; e++) {
                if ((e & 0xFFFFF) == 0) progress.check();
                int u = all.user()[e], i = all.item()[e];
                if (!left[e] || userCount[u] >= settings.userMinimum() && itemCount[i] >= settings.itemMinimum()) continue;
                left[e] = false;
                changed = true;
                if (counts[e]) {
                    userCount[u]--;
                    itemCount[i]--;
                }
            }
        }
        return left;
    }

    private static boolean[] everyEvent(Interactions all) {
        boolean[] every = new boolean[all.size()];
        java.util.Arrays.fill(every, true);
        return every;
    }

    /** True for the first event of each user with each item. */
    private static boolean[] firstOfPair(Interactions all) {
        boolean[] first = new boolean[all.size()];
        int[] lastUser = new int[all.items().size()];
        Histories histories = all.histories();
        for (int u = 0; u < all.users().size(); u++) {
            for (int k = histories.start()[u]; k < histories.start()[u + 1]; k++) {
                int e = histories.event()[k];
                first[e] = lastUser[all.item()[e]] != u + 1;
                lastUser[all.item()[e]] = u + 1;
            }
        }
        return first;
    }
}
