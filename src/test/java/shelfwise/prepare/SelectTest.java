package shelfwise.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.LongCells;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TextCells;
import shelfwise.prepare.Select.As;
import shelfwise.prepare.Select.Column;
import shelfwise.prepare.Select.Meaning;
import shelfwise.prepare.Select.Unreadable;

class SelectTest {
    private static final Table TABLE = Steps.of(Schema.of(Steps.text("who", Role.USER), Steps.whole("n", Role.QUANTITY), Steps.text("note", Role.NONE)),
            TextCells.of("17850.0", null, "007"), new LongCells(new long[] {1, 2, 3}), TextCells.of("a", "b", "c"));

    @Test void withoutColumnsAllStayButTheDropped() {
        Table kept = Steps.table(new Select(), new Select.Setup(List.of(), List.of("note"), Unreadable.REFUSE), TABLE);
        assertEquals(List.of("who", "n"), kept.schema().names());
        assertEquals(List.of("17850.0", "∅", "007"), Steps.column(kept, "who"));
    }

    @Test void columnsComeInTheirNewOrderNameAndRole() {
        Table kept = run(new Column("n", "times", As.KEEP, Meaning.WEIGHT), new Column("who", "", As.KEEP, Meaning.KEEP));
        assertEquals(List.of(new Field("times", ColumnType.INTEGER, Role.WEIGHT), new Field("who", ColumnType.TEXT, Role.USER)), kept.schema().fields());
    }

    @Test void textBecomesNumbersTimesAndFlags() {
        assertEquals(List.of("17850", "∅", "7"), cast(Steps.texts("c", "17850.0", null, "007"), As.INTEGER));
        assertEquals(List.of("1.5", "∅", "-2000"), cast(Steps.texts("c", " 1.5 ", " ", "-2e3"), As.DECIMAL));
        assertEquals(List.of("2011-12-09T12:50:00Z", "2011-12-09T00:00:00Z", "2011-12-09T11:50:00Z"),
                cast(Steps.texts("c", "2011-12-09 12:50", "2011-12-09", "2011-12-09T12:50:00+01:00"), As.TIME));
        assertEquals(List.of("true", "false", "false"), cast(Steps.texts("c", "Yes", "0", "否"), As.BOOLEAN));
    }

    @Test void numbersBecomeTimesInSecondsOrMilliseconds() {
        assertEquals(List.of("2001-09-09T01:46:40Z"), cast(Steps.wholes("c", 1_000_000_000L), As.TIME));
        assertEquals(List.of("1970-01-01T00:00:01Z", "2001-09-09T01:46:40Z"), cast(Steps.wholes("c", 1_000, 1_000_000_000_000L), As.TIME));
    }

    @Test void idsBecomeTextAsTheyAreShown() {
        assertEquals(List.of("12345678901234567", "∅"), cast(Steps.wholes("c", 12_345_678_901_234_567L, LongCells.MISSING), As.TEXT));
        assertEquals(List.of("3", "0.5"), cast(Steps.decimals("c", 3, 0.5), As.TEXT));
    }

    @Test void anUnreadableValueIsToldWithItsRowOrBecomesMissing() {
        Table mixed = Steps.texts("c", "1", "2", "3", "four", "1.5");
        assertEquals(List.of("c", 4L, "four", ColumnType.INTEGER), Steps.refused("prepare.unreadable-value", () -> cast(mixed, As.INTEGER)).args());
        var missing = new Select.Setup(List.of(new Column("c", "", As.INTEGER, Meaning.KEEP)), List.of(), Unreadable.MISSING);
        assertEquals(List.of("1", "2", "3", "∅", "∅"), Steps.column(Steps.table(new Select(), missing, mixed), "c"));
    }

    @Test void whatDoesNotFitIsRefused() {
        Steps.refused("data.no-such-column", () -> run(new Column("whom", "", As.KEEP, Meaning.KEEP)));
        Steps.refused("data.two-columns-one-name", () -> run(new Column("n", "", As.KEEP, Meaning.KEEP), new Column("note", "n", As.KEEP, Meaning.KEEP)));
        Steps.refused("data.two-columns-one-role", () -> run(new Column("who", "", As.KEEP, Meaning.KEEP), new Column("note", "", As.KEEP, Meaning.USER)));
        Steps.refused("prepare.no-columns", () -> Steps.table(new Select(), new Select.Setup(List.of(), List.of("who", "n", "note"), Unreadable.REFUSE), TABLE));
    }

    private static List<String> cast(Table table, As type) {
        return Steps.column(Steps.table(new Select(), new Select.Setup(List.of(new Column("c", "", type, Meaning.KEEP)), List.of(), Unreadable.REFUSE), table), "c");
    }

    private static Table run(Column... columns) {
        return Steps.table(new Select(), new Select.Setup(List.of(columns), List.of(), Unreadable.REFUSE), TABLE);
    }
}
