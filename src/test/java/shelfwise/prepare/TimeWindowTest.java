package shelfwise.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.prepare.TimeWindow.Kind;

class TimeWindowTest {
    private static final Table TABLE = Steps.of(Schema.of(Steps.time("t")),
            Steps.times("2011-12-01T00:00:00Z", "2011-12-08T23:59:59Z", "2011-12-09T00:00:00Z", "2011-12-09T12:50:00Z", "∅"));

    @Test void bothEndsBelongToTheWindowAndADayLastsToItsEnd() {
        assertEquals(List.of("2011-12-08T23:59:59Z"), between("2011-12-08", "2011-12-08"));
        assertEquals(List.of("2011-12-09T00:00:00Z", "2011-12-09T12:50:00Z"), between("2011-12-09 00:00", "2011-12-09 12:50"));
    }

    @Test void anEndLeftOpenTakesInAllButRowsWithoutTime() {
        assertEquals(4, between("", "").size());
        assertEquals(3, between("2011-12-02", "").size());
        assertEquals(1, between("", "2011-12-01").size());
    }

    @Test void theLastDaysAreCountedBackFromTheLastRow() {
        assertEquals(List.of("2011-12-08T23:59:59Z", "2011-12-09T00:00:00Z", "2011-12-09T12:50:00Z"), last(1));
        assertEquals(4, last(9).size());
    }

    @Test void whatDoesNotFitIsRefused() {
        Steps.refused("data.no-column-of-role", () -> Steps.table(new TimeWindow(), new TimeWindow().defaults(), Steps.texts("t", "2011")));
        Steps.refused("prepare.needs-time", () -> Steps.table(new TimeWindow(), new TimeWindow.Setup("t", Kind.BETWEEN, "", "", 1), Steps.texts("t", "2011")));
        Steps.refused("prepare.unreadable-setting", () -> between("last spring", ""));
        Steps.refused("prepare.window-ends-before-it-starts", () -> between("2011-12-09", "2011-12-08"));
        Steps.refused("prepare.nothing-left", () -> between("2012-01-01", ""));
    }

    private static List<String> between(String from, String to) {
        return Steps.column(Steps.table(new TimeWindow(), new TimeWindow.Setup("t", Kind.BETWEEN, from, to, 1), TABLE), "t");
    }

    private static List<String> last(int days) {
        return Steps.column(Steps.table(new TimeWindow(), new TimeWindow.Setup("", Kind.LAST_DAYS, "", "", days), TABLE), "t");
    }
}
