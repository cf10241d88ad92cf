package shelfwise.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;
import shelfwise.data.Lists;
import shelfwise.model.Recommendations.Fallback;
import shelfwise.model.Recommendations.Row;
import shelfwise.model.knn.FitItemKnn;

/** Users of the items: a 3, b 2, c 1, d 1 of four users; u3 has no events. Item-kNN has something to say of items met together. */
class RecommendationsTest {
    private static final Interactions SHOP = Tiny.drawn("xx  ", "xxx ", "x  x", "    ");
    private static final Recommender MODEL = Tiny.fit(new FitItemKnn(), null, SHOP);

    private static List<Integer> items(List<Row> rows) {
        return rows.stream().map(Row::item).toList();
    }

    private static List<Fallback> reasons(List<Row> rows) {
        return rows.stream().map(Row::fallback).toList();
    }

    @Test void whatTheModelSaysComesFirstAndPopularItemsFillUp() {
        // u0 {a, b}: c from a (1/√3) and b (1/√2) = 1.284, d from a (1/√3) = 0.577; nothing else is left
        var rows = Recommendations.forUser(MODEL, "u0", 4, true);
        assertEquals(List.of(2, 3), items(rows));
        assertEquals(List.of(Fallback.NONE, Fallback.NONE), reasons(rows));
        assertEquals(1 / Math.sqrt(3) + 1 / Math.sqrt(2), rows.getFirst().score(), 1e-6);
        // a history of d alone: a (1/√3); then the most popular of the rest, b before c
        var folded = Recommendations.forHistory(MODEL, new History(new int[] {3}, new float[] {1}), 3, true);
        assertEquals(List.of(0, 1, 2), items(folded));
        assertEquals(List.of(Fallback.NONE, Fallback.FILLED_UP, Fallback.FILLED_UP), reasons(folded));
        assertEquals(0.5, folded.get(1).score(), 1e-6, "two of four users");
    }

    @Test void seenItemsStayWhereWanted() {
        assertEquals(List.of(0, 1, 2, 3), items(Recommendations.forUser(MODEL, "u0", 9, false)).stream().sorted().toList());
    }

    @Test void unknownUsersAndUsersWithoutEventsGetPopularItemsSoLabelled() {
        assertEquals(List.of(new Row(0, 0.75f, Fallback.UNKNOWN_USER), new Row(1, 0.5f, Fallback.UNKNOWN_USER)), Recommendations.forUser(MODEL, "nobody", 2, true));
        assertEquals(List.of(new Row(0, 0.75f, Fallback.NO_EVENTS)), Recommendations.forUser(MODEL, "u3", 1, true));
        assertEquals(List.of(Fallback.NO_EVENTS), reasons(Recommendations.forHistory(MODEL, new History(new int[0], new float[0]), 1, true)));
    }

    @Test void listsOfAllUsersAreThoseOfEachUser() {
        Lists lists = RankLists.lists(MODEL, null, new RankLists.Setup(3, true, 0), new Workers(2), Progress.NONE);
        assertEquals(SHOP.users(), lists.users());
        for (int u = 0; u < 4; u++) {
            var rows = Recommendations.forUser(MODEL, "u" + u, 3, true);
            int from = lists.start()[u];
            assertEquals(rows.size(), lists.start()[u + 1] - from);
            for (int k = 0; k < rows.size(); k++) {
                assertEquals(rows.get(k).item(), lists.item()[from + k]);
                assertEquals(rows.get(k).score(), lists.score()[from + k]);
                assertEquals(rows.get(k).fallback() == Fallback.NONE ? 0 : 1, lists.fallback()[from + k]);
            }
        }
    }

    @Test void aSplitChoosesTheUsersItTests() {
        var split = Tiny.split(SHOP, Tiny.events(4, 4, new int[] {2, 1}, new int[] {3, 0}));
        Lists lists = RankLists.lists(MODEL, split, new RankLists.Setup(1, true, 0), new Workers(1), Progress.NONE);
        assertEquals(List.of("u2", "u3"), lists.users().all());
        assertArrayEquals(new int[] {0, 1, 2}, lists.start());
        assertEquals(List.of("u2"), RankLists.lists(MODEL, split, new RankLists.Setup(1, true, 1), new Workers(1), Progress.NONE).users().all());
    }
}
