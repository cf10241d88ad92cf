package shelfwise.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TextCells;
import shelfwise.prepare.Sessions.Stands;

class SessionsTest {
    private static final String M = Steps.MISSING;

    private static Table clicks() {
        return Steps.of(Schema.of(Steps.text("who", Role.USER), Steps.time("at"), Steps.text("visit", Role.SESSION)),
                TextCells.of("ann", "bob", "ann", "ann", null, "ann", "bob"),
                Steps.times("2024-03-01T10:40:00Z", "2024-03-01T10:00:00Z", "2024-03-01T10:00:00Z", "2024-03-01T10:30:00Z", "2024-03-01T10:31:00Z", M, "2024-03-01T10:30:01Z"),
                TextCells.of("a", "b", "c", "d", "e", "f", "g"));
    }

    private static Table run(int gap, Stands stands) {
        return Steps.table(new Sessions(), new Sessions.Setup("", "", gap, stands, "session"), clicks());
    }

    @Test void aLongerPauseBeginsANewVisitWhateverTheOrderOfTheRows() {
        assertEquals(List.of("ann-1", "bob-1", "ann-1", "ann-1", M, M, "bob-2"), Steps.column(run(30, Stands.BESIDE), "session"));
    }

    @Test void withoutAPauseOnlyTheSameMomentBelongsTogether() {
        assertEquals(List.of("ann-3", "bob-1", "ann-1", "ann-2", M, M, "bob-2"), Steps.column(run(0, Stands.BESIDE), "session"));
    }

    @Test void theVisitStandsBesideTheUserOrForIt() {
        assertEquals(List.of(Role.USER, Role.TIMESTAMP, Role.NONE, Role.SESSION), roles(run(30, Stands.BESIDE)));
        assertEquals(List.of(Role.NONE, Role.TIMESTAMP, Role.SESSION, Role.USER), roles(run(30, Stands.AS_USER)));
    }

    @Test void aColumnThatIsNoTimeIsRefused() {
        Steps.refused("prepare.needs-time", () -> Steps.table(new Sessions(), new Sessions.Setup("who", "visit", 30, Stands.BESIDE, "session"), clicks()));
    }

    private static List<Role> roles(Table table) {
        return table.schema().fields().stream().map(f -> f.role()).toList();
    }
}
