package shelfwise.model.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import shelfwise.base.Learning;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Interactions;
import shelfwise.data.Lists;
import shelfwise.data.Model;
import shelfwise.data.Portable;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Split;
import shelfwise.data.TableBuilder;
import shelfwise.data.TableValue;
import shelfwise.data.TextCells;
import shelfwise.model.Evidence;
import shelfwise.model.History;
import shelfwise.model.KeptMemo;
import shelfwise.model.OnnxFile;
import shelfwise.model.RankLists;
import shelfwise.model.Recommendations;
import shelfwise.model.Recommendations.Fallback;
import shelfwise.model.Recommender;
import shelfwise.model.Tiny;
import shelfwise.model.Workers;
import shelfwise.model.hybrid.FitSwitch;
import shelfwise.model.knn.FitItemKnn;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Values;
import shelfwise.prepare.AddUsers;

/**
 * Two towers that are told the country of users. Users of A take items 4 to 6, of B 7 to 9, of no country at all 10 to 12, and everybody one of
 * the items 0 to 3. Users from {@link #SAME} on have taken item 0 and nothing else, those from {@link #COLD} on nothing at all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomersTest {
    private static final int ITEMS = 13, SAME = 90, COLD = 96, USERS = 102;
    private static final FitTwoTower FIT = new FitTwoTower();
    private Recommender told, untold;

    @BeforeAll void train() {
        told = fit(setup(60, 0), Map.of("users", List.of(countries())), Tiny.context("node"));
        untold = fit(setup(10, 0), Map.of(), Tiny.context("node"));
    }

    private static Interactions events() {
        List<int[]> pairs = new ArrayList<>();
        for (int u = 0; u < SAME; u++) {
            int nth = u / 3, common = nth / 4 % 4, at = nth % 4, from = nth % 3; // the same for each country
            for (int k = 0, own = 0; k < 4; k++) pairs.add(new int[] {u, k == at ? common : 4 + u % 3 * 3 + (from + own++) % 3});
        }
        for (int u = SAME; u < COLD; u++) pairs.add(new int[] {u, 0});
        return Tiny.events(USERS, ITEMS, pairs.toArray(int[][]::new));
    }

    /** Of all but the last user; of every third no country is given. */
    private static TableValue countries() {
        int[] users = IntStream.range(0, USERS - 1).toArray();
        var schema = Schema.of(new Field("id", ColumnType.TEXT, Role.USER), new Field("country", ColumnType.TEXT, Role.COUNTRY));
        return new TableValue(TableBuilder.of(schema, TextCells.of(IntStream.of(users).mapToObj(u -> "u" + u).toArray(String[]::new)),
                TextCells.of(IntStream.of(users).mapToObj(u -> u % 3 == 0 ? "A" : u % 3 == 1 ? "B" : null).toArray(String[]::new))));
    }

    private static FitTwoTower.Setup setup(int epochs, int stopAt) {
        return new FitTwoTower.Setup(8, 16, 10, 0, 0.2, epochs, 16, 0.01, 0.1, 0, 5, Objective.SOFTMAX, 13, 0, true, 0, stopAt, Processor.CPU, 7, List.of(), 100, 0.2);
    }

    private static Recommender fit(FitTwoTower.Setup setup, Map<String, List<Portable>> also, Context context) {
        Interactions all = events();
        var in = new HashMap<>(also);
        in.put("split", List.of(new Split(all, all.pick(new int[0]), all.pick(new int[0]), "all")));
        return FIT.run(setup, new Values(in), context).one("model", Recommender.class);
    }

    private static Set<Integer> own(int user) {
        return IntStream.range(4 + user % 3 * 3, 7 + user % 3 * 3).boxed().collect(Collectors.toSet());
    }

    private static List<Recommendations.Row> list(Recommender model, int user) {
        return Recommendations.forUser(model, "u" + user, 3, true);
    }

    private static Set<Integer> items(List<Recommendations.Row> rows) {
        return rows.stream().map(Recommendations.Row::item).collect(Collectors.toSet());
    }

    @Test void usersWithTheSameHistoryGetTheItemsOfTheirCountry() {
        for (int u = SAME; u < COLD; u++) assertEquals(own(u), items(list(told, u)), "user " + u);
        for (int u = SAME; u < COLD; u++) assertArrayEquals(Tiny.scores(untold, SAME), Tiny.scores(untold, u), "without the table they can't be told apart");
    }

    @Test void usersWithoutEventsGetThemFromTheirCountryAlone() {
        for (int u = COLD; u < USERS - 1; u++) {
            assertEquals(own(u), items(list(told, u)), "user " + u);
            assertTrue(list(told, u).stream().allMatch(r -> r.fallback() == Fallback.NONE));
            assertTrue(list(untold, u).stream().allMatch(r -> r.fallback() == Fallback.NO_EVENTS));
        }
        assertTrue(list(told, USERS - 1).stream().allMatch(r -> r.fallback() == Fallback.NO_EVENTS), "of the last one nothing is known");
    }

    /** Customers of whom there is no event at all, brought in before the split by the table that tells of them. */
    @Test void customersWhoNeverBoughtGetTheListsOfTheirCountryOnceTheyAreAdded() {
        Interactions bought = events();
        var some = new Interactions(Tiny.ids("u", COLD), bought.items(), bought.user(), bought.item(), bought.time(), bought.weight(), true);
        var step = new AddUsers();
        Interactions all = step.run(step.defaults(), new Values(Map.of("interactions", List.of(some), "users", List.of(countries()))), Tiny.context("add")).one("interactions", Interactions.class);
        assertEquals(USERS - 1, all.users().size());
        Recommender model = FIT.run(setup(60, 0), new Values(Map.of("split", List.of(Tiny.split(all)), "users", List.of(countries()))), Tiny.context("node")).one("model", Recommender.class);
        Lists lists = RankLists.lists(model, null, new RankLists.Setup(3, true, 0), Workers.all(), Progress.NONE);
        assertEquals(USERS - 1, lists.users().size());
        for (int u = COLD; u < USERS - 1; u++) {
            assertEquals(own(u), IntStream.range(lists.start()[u], lists.start()[u + 1]).mapToObj(k -> lists.item()[k]).collect(Collectors.toSet()), "user " + u);
            assertEquals(0, lists.fallback()[lists.start()[u]]);
        }
    }

    /** The warm model is for those who have an item; whom the cold one knows gets its list, with its reasons. */
    @Test void insideAnotherModelUsersWithoutEventsGetThemAsWell() {
        var knn = new FitItemKnn();
        Split split = Tiny.split(told.training());
        Recommender warm = knn.run(knn.defaults(), Values.of("split", split), Tiny.context("warm")).one("model", Recommender.class);
        var both = new Values(Map.of("split", List.of(split), "model", List.of((Model) warm, told)));
        Recommender joined = new FitSwitch().run(new FitSwitch.Setup(1, "warm", "node"), both, Tiny.context("switch")).one("model", Recommender.class);
        assertEquals(list(told, COLD), list(joined, COLD));
        assertTrue(list(joined, USERS - 1).stream().allMatch(r -> r.fallback() == Fallback.NO_EVENTS));
        History none = History.of(told.training(), told.training().histories(), COLD);
        assertEquals("node", joined.evidence(none, own(COLD).iterator().next()).parts().getFirst().terms().getFirst());
    }

    @Test void aHistoryOfNobodyIsReadWithoutACountryAndThatOfAUserWithIt() {
        var nobodys = new History(new int[] {0}, new float[] {1});
        float[] nobody = Tiny.foldedIn(told, 0), user = new float[ITEMS];
        told.score(new History(nobodys.item(), nobodys.weight(), nobodys.time(), "u" + (USERS - 1)), user);
        assertArrayEquals(nobody, user, "of this user nothing is known");
        told.score(new History(nobodys.item(), nobodys.weight(), nobodys.time(), "u" + SAME), user);
        assertArrayEquals(Tiny.scores(told, SAME), user);
        assertFalse(Arrays.equals(nobody, user));
        assertTrue(apart(nobody) < apart(user) / 2, "nobody is not taken for somebody of one country: " + apart(nobody) + ", " + apart(user));
    }

    /** How far the mean scores of the countries' items are from each other. */
    private static double apart(float[] scores) {
        double[] means = IntStream.range(0, 3).mapToDouble(c -> (scores[4 + 3 * c] + scores[5 + 3 * c] + scores[6 + 3 * c]) / 3.0).sorted().toArray();
        return means[2] - means[0];
    }

    /** Leave one out: what is left of the score where the country is not told. */
    @Test void evidenceTellsHowMuchTheCountryAdds() {
        for (int u : new int[] {SAME, COLD}) {
            int item = own(u).iterator().next();
            History history = History.of(told.training(), told.training().histories(), u);
            Evidence why = told.evidence(history, item);
            Evidence.Part country = why.parts().stream().filter(p -> p.kind() == Evidence.Kind.CUSTOMER).findFirst().orElseThrow();
            float without = history.item().length == 0 ? 0 : Tiny.foldedIn(told, history.item())[item];
            assertEquals(Tiny.scores(told, u)[item] - without, country.contribution(), 1e-5);
            assertEquals(List.of("model.why.customer", "country: A"), country.words());
            assertEquals(country, why.parts().getFirst(), "it is what speaks most for the item");
        }
        assertEquals(List.of(), untold.evidence(History.of(told.training(), told.training().histories(), SAME), 4).parts().stream().filter(p -> p.kind() == Evidence.Kind.CUSTOMER).toList());
    }

    @Test void aKeptModelGivesTheSameListsAndItsFileSaysTheSame() {
        var again = (Recommender) FIT.restore(told.toBundle(), Tiny.NO_OTHERS);
        assertEquals(told.hash(), again.hash());
        for (int u = 0; u < USERS; u++) assertEquals(list(told, u), list(again, u));
        assertTrue(((OnnxFile) again).onnx(Progress.NONE).orElseThrow().length > 0, "run for users with and without events before it is given");
        assertEquals("country", told.toBundle().fact("torch.column.1"));
    }

    @Test void aStoppedTrainingGoesOnToTheSameBitsAndAnotherTableIsAnotherTraining() {
        Map<String, List<Portable>> users = Map.of("users", List.of(countries()));
        Recommender whole = fit(setup(4, 0), users, Tiny.context("node"));
        var memo = new KeptMemo();
        var seen = new ArrayList<Learning>();
        var stopping = new Progress() {
            @Override public void at(long done, long total) {
                if (seen.stream().anyMatch(p -> p.iteration() == 2)) throw new CancellationException();
            }

            @Override public void learned(Learning point) {
                seen.add(point);
            }
        };
        Context plain = Tiny.context("node");
        assertThrows(CancellationException.class, () -> fit(setup(4, 0), users, new Context(stopping, plain.assets(), "node", memo)));
        assertEquals(1, memo.kept.size());
        var context = new Context(Progress.NONE, plain.assets(), "node", memo);
        assertEquals(whole.hash(), fit(setup(4, 0), users, context).hash());
        assertEquals(fit(setup(4, 0), Map.of(), plain).hash(), fit(setup(4, 0), Map.of(), context).hash(), "what was kept is not taken for a training without the table");
    }

    /** A step so small that it changes nothing to speak of. */
    @Test void aTrainingGoesOnFromWhatWasLearnedOfEachValueWhateverItsNumber() {
        var schema = Schema.of(new Field("id", ColumnType.TEXT, Role.USER), new Field("country", ColumnType.TEXT, Role.COUNTRY));
        String[] users = IntStream.range(0, USERS - 1).mapToObj(u -> "u" + u).toArray(String[]::new);
        var other = new TableValue(TableBuilder.of(schema, TextCells.of(users),
                TextCells.of(IntStream.range(0, USERS - 1).mapToObj(u -> u % 3 == 0 && u % 2 == 0 ? "C" : u % 3 == 0 ? "A" : u % 3 == 1 ? "B" : null).toArray(String[]::new))));
        var small = new FitTwoTower.Setup(8, 16, 10, 0, 0.2, 1, 16, 1e-6, 0, 0, 5, Objective.SOFTMAX, 13, 0, true, 0, 0, Processor.CPU, 7, List.of(), 100, 0.2);
        Recommender warm = fit(small, Map.of("users", List.of(other), "earlier", List.of((Model) told)), Tiny.context("node"));
        for (int u : new int[] {SAME + 1, SAME + 2, SAME + 3, COLD + 1}) assertArrayEquals(Tiny.scores(told, u), Tiny.scores(warm, u), 0.02f, "user " + u);
        assertArrayEquals(Tiny.foldedIn(told, 0), Tiny.scores(warm, SAME), 0.02f, "a new value begins as one not known");
    }

    @Test void aModelThatWasToldOfOtherColumnsIsNoBeginning() {
        var problem = assertThrows(ProblemException.class, () -> fit(setup(1, 0), Map.of("users", List.of(countries()), "earlier", List.of((Model) untold)), Tiny.context("node"))).problem();
        assertEquals("torch.earlier-other-sizes", problem.key());
        assertEquals(List.of(List.of("column.1 –"), List.of("column.1 country")), problem.args());
    }

    /** Row by row what PyTorch reads, at each place, is what plain Java reads of the events before it; a longer row beside it changes nothing. */
    @Test void eachPlaceReadsTheEventsBeforeItAndWhatIsKnownOfItsUser() {
        Sequences sequences = Sequences.of(told.training());
        Customers customers = CustomerTable.of(countries().table(), told.training(), new CustomerTable.Choice(List.of(), 100), Tiny.context("node"));
        var size = new Towers.Size(8, 16, 10, 2, 0.2, 1);
        try (Torch torch = Torch.open("test", Processor.CPU, 1, Progress.NONE); var now = torch.manager().newSubManager()) {
            Towers towers = Towers.start(size, torch.manager(), new boolean[ITEMS], null, customers, 0.5, new SplittableRandom(5));
            var reader = new TowerReader(size, towers.toHost());
            var asked = new OfCustomers(customers, 0).latest(sequences, new int[] {SAME + 1, 7, COLD}, 10);
            float[] all = towers.read(now, asked.batch(), false).toFloatArray();
            assertEquals(List.of(1, 9, 10), IntStream.of(asked.at()).boxed().toList(), "behind one event, four and none");
            int[][] histories = {sequences.of(SAME + 1), sequences.of(7), {}};
            int[] user = {SAME + 1, 7, COLD};
            for (int r = 0; r < 3; r++) {
                for (int k = 0; k <= histories[r].length; k++) {
                    float[] java = new float[8];
                    reader.about(customers.of(user[r])).vector(Arrays.copyOf(histories[r], k), java, 0);
                    int place = (r * asked.batch().longest() + k) * 8;
                    assertArrayEquals(java, Arrays.copyOfRange(all, place, place + 8), 2e-5f, "row " + r + ", behind " + k + " events");
                }
            }
        }
    }
}
