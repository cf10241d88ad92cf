package shelfwise.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.model.factor.FitAls;

class BestItemsTest {
    private static final int USERS = 23, ITEMS = 150; // two whole blocks and a part of one
    private static final Interactions EVENTS = random();

    private static Interactions random() {
        var random = new Random(9);
        int[][] pairs = IntStream.range(0, 600).mapToObj(_ -> new int[] {random.nextInt(USERS - 1), random.nextInt(ITEMS)}).toArray(int[][]::new);
        return Tiny.events(USERS, ITEMS, pairs); // the last user has nothing
    }

    private static TrainedModel model() {
        return Tiny.fit(new FitAls(), new FitAls.Setup(5, 3, 0.1, false, 2, Weights.BINARY, FitAls.Solver.CHOLESKY, 1, 1, 32, 0), EVENTS);
    }

    private record Listed(List<Integer> items, List<Float> scores) { }

    private static Listed listed(TopN list) {
        var items = new ArrayList<Integer>();
        var scores = new ArrayList<Float>();
        for (int p = 0; p < list.size(); p++) {
            items.add(list.number(p));
            scores.add(list.score(p));
        }
        return new Listed(items, scores);
    }

    private static Listed alone(float[] scores, int n, Sparse seen, int user) {
        for (int e = seen.start()[user]; e < seen.start()[user + 1]; e++) scores[seen.column()[e]] = Float.NEGATIVE_INFINITY;
        var list = new TopN(n);
        list.select(scores);
        return listed(list);
    }

    @Test void listsOfSeveralUsersAtOnceAreThoseOfEachAlone() {
        Recommender model = model();
        Sparse seen = EVENTS.matrix();
        int[] users = IntStream.range(0, USERS).toArray();
        for (int n : new int[] {1, 7, ITEMS}) {
            var finder = new BestItems(model, n, seen, _ -> Optional.empty());
            for (int from = 0; from < USERS; from += 6) {
                finder.find(users, from, Math.min(USERS, from + 6), (k, list) -> assertEquals(alone(Tiny.scores(model, users[k]), n, seen, users[k]), listed(list)));
            }
        }
    }

    @Test void nothingIsLeftOutUnlessAsked() {
        Recommender model = model();
        var finder = new BestItems(model, 10, null, _ -> Optional.empty());
        finder.find(new int[] {3, 4}, 0, 2, (k, list) -> {
            var all = new TopN(10);
            all.select(Tiny.scores(model, 3 + k));
            assertEquals(listed(all), listed(list));
        });
    }

    @Test void aUserMayBeKnownByAHistory() {
        Recommender model = model();
        var history = new History(new int[] {5, 6, 7}, new float[] {1, 1, 1});
        var finder = new BestItems(model, 10, null, u -> u == 1 ? Optional.of(history) : Optional.empty());
        var folded = new TopN(10);
        folded.select(Tiny.foldedIn(model, 5, 6, 7));
        var found = new ArrayList<Listed>();
        finder.find(new int[] {0, 1}, 0, 2, (_, list) -> found.add(listed(list)));
        assertEquals(listed(folded), found.get(1));
    }

    @Test void usersAndItemsWithoutEventsHaveNoPlace() {
        var finder = new BestItems(model(), ITEMS, null, _ -> Optional.empty());
        finder.find(new int[] {USERS - 1}, 0, 1, (_, list) -> assertEquals(0, list.size()));
    }

    @Test void theItemsOwnNumberIsAdded() {
        var items = new ItemFactors(new float[] {1, 2, 3, 4}, 2, new float[] {100, 200}, new boolean[] {true, true});
        float[] scores = new float[2];
        items.score(new float[] {9, 1, 10}, 1, scores);
        assertArrayEquals(new float[] {100 + 1 + 20, 200 + 3 + 40}, scores);
    }
}
