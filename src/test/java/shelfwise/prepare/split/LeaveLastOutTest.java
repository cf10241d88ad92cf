package shelfwise.prepare.split;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.data.Interactions;
import shelfwise.data.Split;
import shelfwise.prepare.Steps;

class LeaveLastOutTest {
    private static final Interactions EVENTS = Steps.interactions("u a 1", "v a 1", "u b 2", "v b 2", "u c 3", "w a 3", "u d 3", "v c 4");

    @Test void eachUsersLastEventIsTheTest() {
        Split split = run(EVENTS, 3, false);
        assertEquals(List.of("u d 3", "v c 4"), Steps.told(split.test()));
        assertEquals(List.of("u a 1", "v a 1", "u b 2", "v b 2", "u c 3", "w a 3"), Steps.told(split.train()));
        assertEquals(0, split.validation().size());
        assertEquals("leave-last-out", split.method());
    }

    @Test void ofEventsAtOneTimeTheLastInTheSourceIsTheTest() {
        assertEquals(List.of("u c 5"), Steps.told(run(Steps.interactions("u b 5", "u a 5", "u c 5"), 2, false).test()));
        assertEquals(List.of("u a 5"), Steps.told(run(Steps.interactions("u c 5", "u b 5", "u a 5"), 2, false).test()));
    }

    @Test void theEventBeforeTheLastIsTheValidationIfAskedFor() {
        Split split = run(EVENTS, 3, true);
        assertEquals(List.of("v b 2", "u c 3"), Steps.told(split.validation()));
        assertEquals(List.of("u a 1", "v a 1", "u b 2", "w a 3"), Steps.told(split.train()));
    }

    @Test void ofTwoEventsOneIsAlwaysLearnedFrom() {
        Split split = run(Steps.interactions("u a 1", "u b 2"), 2, true);
        assertEquals(List.of("u a 1"), Steps.told(split.train()));
        assertEquals(List.of("u b 2"), Steps.told(split.test()));
    }

    @Test void usersWithFewEventsAreOnlyLearnedFrom() {
        assertEquals(List.of("u d 3"), Steps.told(run(EVENTS, 4, false).test()));
        Steps.refused("prepare.split-without-test", () -> run(EVENTS, 5, false));
    }

    @Test void allPartsShareTheIds() {
        Split split = run(EVENTS, 3, true);
        assertEquals(EVENTS.users(), split.users());
        assertEquals(EVENTS.items(), split.items());
    }

    @Test void severalLastEventsAreTheTestIfAskedFor() {
        Split split = run(EVENTS, 2, true, 2);
        assertEquals(List.of("u c 3", "v b 2", "u d 3", "v c 4").stream().sorted().toList(), Steps.told(split.test()).stream().sorted().toList());
        assertEquals(List.of("u b 2"), Steps.told(split.validation()));
        assertEquals(List.of("u a 1", "v a 1", "w a 3"), Steps.told(split.train()));
        assertEquals("last-2", split.method());
    }

    private static Split run(Interactions events, int fewest, boolean validation) {
        return run(events, fewest, validation, 1);
    }

    private static Split run(Interactions events, int fewest, boolean validation, int last) {
        return Steps.split(new LeaveLastOut(), new LeaveLastOut.Setup(fewest, validation, last), events);
    }
}
