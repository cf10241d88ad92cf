package shelfwise.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import shelfwise.base.ProblemException;
import shelfwise.data.Interactions;
import shelfwise.prepare.KCore.Count;

class KCoreTest {
    @Test void takingOneOutMayTakeOutOthers() {
        // c has one user; without c, w has one item; without w, b has one user; without b, v has one item
        Interactions events = Steps.interactions("u a 1", "u d 2", "x a 3", "x d 4", "v a 5", "v b 6", "w b 7", "w c 8");
        Interactions core = run(events, 2, 2, Count.EVENTS);
        assertEquals(List.of("u a 1", "u d 2", "x a 3", "x d 4"), Steps.told(core));
        assertEquals(List.of("u", "x"), core.users().all());
        assertEquals(List.of("a", "d"), core.items().all());
    }

    @Test void repeatedEventsCountAgainOnlyIfAskedTo() {
        Interactions events = Steps.interactions("u a 1", "u a 2", "v a 3", "v b 4", "u b 5", "w a 6", "w a 7");
        assertEquals(7, run(events, 2, 2, Count.EVENTS).size());
        assertEquals(List.of("u a 1", "u a 2", "v a 3", "v b 4", "u b 5"), Steps.told(run(events, 2, 2, Count.PARTNERS)));
    }

    @Test void agreesWithASlowOneThatRemovesOneAtATime() {
        var random = new SplittableRandom(7);
        for (int round = 0; round < 25; round++) {
            String[] events = new String[20 + random.nextInt(60)];
            for (int e = 0; e < events.length; e++) events[e] = "u" + random.nextInt(9) + " i" + random.nextInt(8) + " " + e;
            int users = 1 + random.nextInt(5), items = 1 + random.nextInt(5);
            for (Count count : Count.values()) assertEquals(slow(List.of(events), users, items, count), kept(Steps.interactions(events), users, items, count), "round " + round);
        }
    }

    @Test void anImpossibleCoreIsRefused() {
        assertEquals(2L, ((Number) Steps.refused("prepare.nothing-left", () -> run(Steps.interactions("u a 1", "v b 2"), 2, 1, Count.EVENTS)).args().get(1)).longValue());
    }

    private static List<String> slow(List<String> events, int users, int items, Count count) {
        var left = new ArrayList<>(events);
        while (true) {
            String weak = null;
            for (String e : left) {
                String[] p = e.split(" ");
                if (of(left, 0, p[0], 1, count) < users || of(left, 1, p[1], 0, count) < items) weak = e;
            }
            if (weak == null) return left;
            left.remove(weak);
        }
    }

    private static int of(List<String> events, int side, String id, int otherSide, Count count) {
        int n = 0;
        Set<String> partners = new HashSet<>();
        for (String e : events) {
            String[] p = e.split(" ");
            if (!p[side].equals(id)) continue;
            n++;
            partners.add(p[otherSide]);
        }
        return count == Count.EVENTS ? n : partners.size();
    }

    private static List<String> kept(Interactions events, int users, int items, Count count) {
        try {
            return Steps.told(run(events, users, items, count));
        } catch (ProblemException _) {
            return List.of();
        }
    }

    private static Interactions run(Interactions events, int users, int items, Count count) {
        return Steps.events(new KCore(), new KCore.Setup(users, items, count), events);
    }
}
