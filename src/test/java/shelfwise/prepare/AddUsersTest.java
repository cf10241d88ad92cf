package shelfwise.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;
import shelfwise.data.LongCells;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Split;
import shelfwise.data.Table;
import shelfwise.data.TableValue;
import shelfwise.data.TextCells;
import shelfwise.model.FitPopularity;
import shelfwise.model.RankLists;
import shelfwise.model.Recommender;
import shelfwise.model.Workers;
import shelfwise.pipeline.Bound;
import shelfwise.pipeline.Bounds;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Values;
import shelfwise.prepare.split.ColdItems;
import shelfwise.prepare.split.GlobalTime;
import shelfwise.prepare.split.LastSession;
import shelfwise.prepare.split.LearnFromAll;
import shelfwise.prepare.split.LeaveLastOut;
import shelfwise.prepare.split.RandomByUser;
import shelfwise.prepare.split.UserHoldout;

class AddUsersTest {
    private static final AddUsers STEP = new AddUsers();
    private static final long DAY = 86_400_000;
    private static final Interactions EVENTS = Steps.interactions("u a 0", "v a " + DAY, "u b " + 2 * DAY, "v b " + 3 * DAY, "u c " + 4 * DAY, "v c " + 5 * DAY);

    private static Table users(String... ids) {
        return Steps.of(Schema.of(Steps.text("name", Role.NONE), Steps.text("customer", Role.USER)), TextCells.of(ids.clone()), TextCells.of(ids));
    }

    private static Interactions run(Interactions events, Table users) {
        return STEP.run(STEP.defaults(), Values.of("interactions", events, "users", new TableValue(users)), Steps.context()).one("interactions", Interactions.class);
    }

    @Test void newUsersFollowInTheOrderOfTheTableEachOnceAndAllElseStays() {
        Interactions more = run(EVENTS, users("x", "u", "w", "x", null, "v"));
        assertEquals(List.of("u", "v", "x", "w"), more.users().all());
        assertEquals(EVENTS.items(), more.items());
        assertEquals(Steps.told(EVENTS), Steps.told(more));
        assertArrayEquals(EVENTS.time(), more.time());
        assertEquals(EVENTS.hash(), run(EVENTS, users("v", "u")).hash(), "whoever is there already adds nothing");
    }

    /** As the events have them: 17 is "17". */
    @Test void idsThatAreNumbersAreTheSameAsThoseOfEvents() {
        Interactions events = Steps.interactions("17 a 1", "18 a 2");
        Table users = Steps.of(Schema.of(Steps.whole("customer", Role.USER)), new LongCells(new long[] {18, 19, LongCells.MISSING}));
        assertEquals(List.of("17", "18", "19"), run(events, users).users().all());
    }

    @Test void aTableWithoutUsersIsRefused() {
        Table none = Steps.texts("name", "x");
        assertEquals("data.no-column-of-role", assertThrows(ProblemException.class, () -> run(EVENTS, none)).problem().key());
    }

    @Test void itsCostIsReckonedBeforehand() {
        Bound events = Bound.ofEvents(6, 2, 3), table = Bound.ofRows(4);
        var most = STEP.most(STEP.defaults(), new Bounds(Map.of("interactions", List.of(events), "users", List.of(table)), Map.of())).get("interactions").most();
        assertEquals(List.of(6L, 6L, 3L), List.of(most.rows(), most.users(), most.items()));
    }

    /** Every split parts the same events, and whoever has none gets popular items. */
    @Test void splitsAreTheSameAndListsAreMadeForAll() {
        List<Operator<?>> splits = List.of(new LeaveLastOut(), new GlobalTime(), new LastSession(), new RandomByUser(), new UserHoldout(), new ColdItems(), new LearnFromAll());
        for (Operator<?> split : splits) same(split, walks());
        Split whole = Steps.split(new LearnFromAll(), new LearnFromAll.Setup(), run(EVENTS, users("x", "w")));
        var popular = new FitPopularity();
        Recommender model = popular.run(popular.defaults(), Values.of("split", whole), Steps.context()).one("model", Recommender.class);
        var lists = RankLists.lists(model, null, new RankLists.Setup(2, true, 0), new Workers(1), Progress.NONE);
        assertEquals(List.of("u", "v", "x", "w"), lists.users().all());
        assertEquals(List.of(0, 0, 2, 2), List.of(lists.start()[1] - lists.start()[0], lists.start()[2] - lists.start()[1], lists.start()[3] - lists.start()[2], lists.start()[4] - lists.start()[3]));
    }

    /** Of four users one a day each. */
    private static Interactions walks() {
        return Steps.interactions(IntStream.range(0, 40).mapToObj(e -> "u" + e % 4 + " i" + (e / 4 + e % 4) + " " + e * DAY).toArray(String[]::new));
    }

    private static <S extends Record> void same(Operator<S> split, Interactions events) {
        Split before = Steps.split(split, split.defaults(), events), after = Steps.split(split, split.defaults(), run(events, users("x", "y", "z")));
        assertEquals(Steps.told(before.train()), Steps.told(after.train()), split.id());
        assertEquals(Steps.told(before.validation()), Steps.told(after.validation()), split.id());
        assertEquals(Steps.told(before.test()), Steps.told(after.test()), split.id());
        assertEquals(Steps.told(before.foldIn()), Steps.told(after.foldIn()), split.id());
    }
}
