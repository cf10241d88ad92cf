package shelfwise.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.data.Interactions;
import shelfwise.prepare.Aggregate.Per;
import shelfwise.prepare.Aggregate.Setup;
import shelfwise.prepare.Aggregate.Time;
import shelfwise.prepare.Aggregate.Weight;

class AggregateTest {
    private static final long DAY = 86_400_000;
    private static final Interactions EVENTS = Steps.interactions("u a 1 2", "v a 2 1", "u b 3 1", "u a " + (DAY - 1) + " 5", "u a " + DAY + " 3", "w b " + DAY);

    @Test void repeatedEventsBecomeOneWithTheTimeAskedFor() {
        assertEquals(List.of("v a 2", "u b 3", "u a " + DAY, "w b " + DAY), Steps.told(run(EVENTS, Per.USER_ITEM, Weight.SUM, Time.LAST)));
        assertEquals(List.of("u a 1", "v a 2", "u b 3", "w b " + DAY), Steps.told(run(EVENTS, Per.USER_ITEM, Weight.SUM, Time.FIRST)));
    }

    @Test void weightsAreJoinedAsAskedFor() {
        assertArrayEquals(new float[] {10, 1, 1, 1}, run(EVENTS, Per.USER_ITEM, Weight.SUM, Time.FIRST).weight());
        assertArrayEquals(new float[] {5, 1, 1, 1}, run(EVENTS, Per.USER_ITEM, Weight.MAX, Time.FIRST).weight());
        assertArrayEquals(new float[] {3, 1, 1, 1}, run(EVENTS, Per.USER_ITEM, Weight.LAST, Time.FIRST).weight());
        assertArrayEquals(new float[] {3, 1, 1, 1}, run(EVENTS, Per.USER_ITEM, Weight.COUNT, Time.FIRST).weight());
        assertArrayEquals(new float[] {-1}, run(Steps.interactions("u a 1 -2", "u a 2 -1"), Per.USER_ITEM, Weight.MAX, Time.FIRST).weight());
    }

    @Test void aDayCanBoundWhatIsMerged() {
        Interactions days = run(EVENTS, Per.USER_ITEM_DAY, Weight.SUM, Time.LAST);
        assertEquals(List.of("v a 2", "u b 3", "u a " + (DAY - 1), "u a " + DAY, "w b " + DAY), Steps.told(days));
        assertArrayEquals(new float[] {1, 1, 7, 3, 1}, days.weight());
    }

    @Test void usersAndItemsKeepTheirNumbers() {
        Interactions merged = run(EVENTS, Per.USER_ITEM, Weight.SUM, Time.LAST);
        assertEquals(EVENTS.users(), merged.users());
        assertEquals(EVENTS.items(), merged.items());
    }

    @Test void daysNeedTimes() {
        Steps.refused("prepare.no-time", () -> run(Steps.untimed(EVENTS), Per.USER_ITEM_DAY, Weight.SUM, Time.LAST));
        assertEquals(4, run(Steps.untimed(EVENTS), Per.USER_ITEM, Weight.SUM, Time.LAST).size());
    }

    private static Interactions run(Interactions events, Per per, Weight weight, Time time) {
        return Steps.events(new Aggregate(), new Setup(per, weight, time), events);
    }
}
