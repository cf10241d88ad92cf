package shelfwise.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TextCells;

/** Statistics of events against values worked out by hand. */
class InteractionStatisticsTest {
    private static InteractionProfile of(Table table) {
        return SmallTables.profile(table).interactions().orElseThrow();
    }

    @Test void densityIsTheShareOfPairsThatHaveEvents() {
        InteractionProfile i = of(SmallTables.events("aX", "aY", "aX", "bX", "cZ"));
        assertEquals(5, i.events());
        assertEquals(3, i.users());
        assertEquals(3, i.items());
        assertEquals(4, i.pairs()); // aX comes twice
        assertEquals(4 / 9.0, i.density(), 1e-15);
    }

    @Test void giniIsNoneForEqualsAndLargeForOneOfMany() {
        assertEquals(0, Activity.of(new long[] {3, 3, 3}).gini(), 1e-15);
        assertEquals(0.25, Activity.of(new long[] {3, 1}).gini(), 1e-15);   // ((2-3)1 + (4-3)3) / (2 x 4)
        assertEquals(10 / 32.0, Activity.of(new long[] {1, 2, 4, 1}).gini(), 1e-15); // ((-3)1 + (-1)1 + 1x2 + 3x4) / (4 x 8)
    }

    @Test void theBusiestShareIsOfWholeMembers() {
        long[] counts = LongStream.rangeClosed(1, 200).toArray();
        Activity a = Activity.of(counts);
        assertEquals((200 + 199) / 20_100.0, a.top1Share(), 1e-15);
        assertEquals(LongStream.rangeClosed(181, 200).sum() / 20_100.0, a.top10Share(), 1e-15);
        assertEquals(1, a.once());
        assertEquals(4, a.few());
        assertEquals(200, a.max());
        assertEquals(100.5, a.mean());
    }

    @Test void activityHasBinsOnALogScale() {
        Histogram h = Activity.of(new long[] {1, 1, 2, 3, 4, 5, 9, 10, 49}).histogram();
        assertEquals(List.of(1.0, 2.0, 3.0, 5.0, 10.0, 20.0, 50.0), h.edges());
        assertEquals(List.of(2L, 1L, 2L, 2L, 1L, 1L), h.counts());
        assertEquals(9, h.total());
        for (long max : new long[] {1, 2, 3, 4, 5, 10, 20, 50, 1_000, 123_456}) {
            assertEquals(1, Activity.of(new long[] {max}).histogram().total(), "max " + max);
            assertEquals(0, Activity.of(new long[] {max}).histogram().over(), "max " + max);
        }
    }

    @Test void timesTellGapsTiesAndMonths() {
        Table t = timed("a", "X", "2024-01-01T00:00:00Z", "a", "Y", "2024-01-01T00:00:00Z", "b", "X", "2024-02-10T08:00:00Z",
                "a", "X", "2024-01-03T00:00:00Z", "a", "X", "2024-01-01T00:10:00Z");
        InteractionProfile.Times times = of(t).times().orElseThrow();
        assertEquals(2, times.sameTime()); // a's first two
        assertEquals(2, times.pauses().total()); // ten minutes, and to the third of January
        double first = 600_000, second = 2 * 86_400_000.0 - 600_000;
        assertEquals((first + second) / 2, times.gaps().p50(), 1e-6);
        assertEquals(List.of(4L, 1L), times.perMonth().counts());
        assertEquals(41, times.perDay().counts().size());
        assertEquals(Instant.parse("2024-01-01T00:00:00Z").toEpochMilli(), times.first());
    }

    @Test void repeatedEventsShareUserItemAndTime() {
        Table t = timed("a", "X", "2024-01-01T00:00:00Z", "a", "X", "2024-01-01T00:00:00Z", "a", "X", "2024-01-02T00:00:00Z", "a", "X", "2024-01-01T00:00:00Z",
                null, "X", "2024-01-01T00:00:00Z", null, "X", "2024-01-01T00:00:00Z");
        assertEquals(2, of(t).repeatedEvents()); // rows without a user are no events
        assertEquals(3, SmallTables.profile(t).repeatedRows());
    }

    @Test void rowsWithoutUserOrItemAreNoEvents() {
        Table t = SmallTables.table(Schema.of(SmallTables.text("u", Role.USER), SmallTables.text("i", Role.ITEM)), TextCells.of("a", null, "b", null),
                TextCells.of("X", "Y", null, null));
        InteractionProfile i = of(t);
        assertEquals(1, i.events());
        assertEquals(1, i.users());
        assertEquals(1, i.items());
    }

    @Test void idsAreCheckedAgainstTheLists() {
        Table catalogue = SmallTables.table(Schema.of(SmallTables.text("id", Role.ITEM)), TextCells.of("X", "W", "V", "X"));
        Table customers = SmallTables.table(Schema.of(SmallTables.text("user", Role.NONE)), TextCells.of("a"));
        InteractionProfile i = SmallTables.profile(SmallTables.events("aX", "aY", "bX", "cZ", "aY"), new Related(Optional.of(catalogue), Optional.of(customers)))
                .interactions().orElseThrow();
        assertEquals(new InteractionProfile.Coverage(3, 2, 2, 3), i.catalogue().orElseThrow()); // Y twice and Z once are orphans, W and V unused
        assertEquals(new InteractionProfile.Coverage(1, 0, 2, 2), i.customers().orElseThrow());
    }

    @Test void noUserColumnMeansNoInteractions() {
        assertTrue(SmallTables.profile(SmallTables.texts(Role.ITEM, "X", "Y")).interactions().isEmpty());
    }

    /** Rows of user, item, time. */
    static Table timed(String... cells) {
        int n = cells.length / 3;
        String[] users = new String[n], items = new String[n], times = new String[n];
        IntStream.range(0, n).forEach(r -> {
            users[r] = cells[3 * r];
            items[r] = cells[3 * r + 1];
            times[r] = cells[3 * r + 2];
        });
        return SmallTables.table(Schema.of(SmallTables.text("user", Role.USER), SmallTables.text("item", Role.ITEM), SmallTables.time("time")),
                TextCells.of(users), TextCells.of(items), SmallTables.times(times));
    }
}
