package shelfwise.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.LongCells;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TextCells;
import shelfwise.prepare.Filter.Action;
import shelfwise.prepare.Filter.Condition;
import shelfwise.prepare.Filter.Join;

class FilterTest {
    private static final Table CODES = Steps.texts("code", "85123A", "POST", null, "84029", "post");
    private static final Table NUMBERS = Steps.wholes("n", -3, 0, LongCells.MISSING, 2, 9_007_199_254_740_993L);

    @Test void eachTestOfTextKeepsWhatItSays() {
        assertEquals(List.of("POST"), codes(Filter.Test.EQUALS, "POST"));
        assertEquals(List.of("85123A", "∅", "84029", "post"), codes(Filter.Test.NOT_EQUALS, "POST"));
        assertEquals(List.of("85123A"), codes(Filter.Test.CONTAINS, "123"));
        assertEquals(List.of("85123A", "84029"), codes(Filter.Test.STARTS_WITH, "8"));
        assertEquals(List.of("POST", "∅", "post"), codes(Filter.Test.NOT_STARTS_WITH, "8"));
        assertEquals(List.of("85123A", "84029"), codes(Filter.Test.MATCHES, "^[0-9]{5}"));
        assertEquals(List.of("POST", "84029"), codes(Filter.Test.IN, "84029|POST|POST"));
        assertEquals(List.of("∅"), codes(Filter.Test.MISSING, ""));
        assertEquals(List.of("85123A", "POST", "84029", "post"), codes(Filter.Test.PRESENT, ""));
    }

    @Test void numbersAreComparedExactly() {
        assertEquals(List.of("-3", "0"), numbers(Filter.Test.LESS, "0.5"));
        assertEquals(List.of("-3", "0"), numbers(Filter.Test.AT_MOST, "0"));
        assertEquals(List.of("2", "9007199254740993"), numbers(Filter.Test.GREATER, "0"));
        assertEquals(List.of("0", "2", "9007199254740993"), numbers(Filter.Test.AT_LEAST, "-0.5"));
        assertEquals(List.of("9007199254740993"), numbers(Filter.Test.EQUALS, "9007199254740993"));
        assertEquals(List.of("2"), numbers(Filter.Test.IN, "9007199254740992|2"));
        assertEquals(List.of("-3", "0", "∅", "9007199254740993"), numbers(Filter.Test.NOT_EQUALS, "2"));
        assertEquals(List.of("-3"), numbers(Filter.Test.STARTS_WITH, "-"));
    }

    @Test void timesAreComparedAsTheyAreWritten() {
        Table times = Steps.of(Schema.of(Steps.time("t")), Steps.times("2011-12-09T12:49:00Z", "2011-12-09T12:50:00Z", "∅"));
        assertEquals(List.of("2011-12-09T12:50:00Z"), kept(times, "t", Filter.Test.AT_LEAST, "2011-12-09 12:50"));
        assertEquals(List.of("2011-12-09T12:49:00Z", "2011-12-09T12:50:00Z"), kept(times, "t", Filter.Test.GREATER, "2011-12-09"));
    }

    @Test void yesAndNoAreReadInSeveralWords() {
        Table flags = Steps.of(Schema.of(new Field("sold", ColumnType.BOOLEAN)), new LongCells(new long[] {1, 0, 1}));
        assertEquals(List.of("true", "true"), kept(flags, "sold", Filter.Test.EQUALS, "是"));
    }

    @Test void conditionsAreJoinedByAllOrAnyAndKeptOrDropped() {
        List<Condition> both = List.of(new Condition("n", Filter.Test.GREATER, "-1"), new Condition("n", Filter.Test.LESS, "3"));
        assertEquals(List.of("0", "2"), Steps.column(run(NUMBERS, both, Join.ALL, Action.KEEP), "n"));
        assertEquals(List.of("-3", "∅", "9007199254740993"), Steps.column(run(NUMBERS, both, Join.ALL, Action.DROP), "n"));
        assertEquals(List.of("-3", "0", "2", "9007199254740993"), Steps.column(run(NUMBERS, both, Join.ANY, Action.KEEP), "n"));
    }

    @Test void rowsStayWholeAndInOrder() {
        Table two = Steps.of(Schema.of(Steps.text("a", Role.ITEM), Steps.whole("b", Role.NONE)), TextCells.of("x", "y", "x", "z"), new LongCells(new long[] {1, 2, 3, 4}));
        Table kept = run(two, List.of(new Condition("a", Filter.Test.EQUALS, "x")), Join.ALL, Action.KEEP);
        assertEquals(List.of("1", "3"), Steps.column(kept, "b"));
        assertEquals(two.schema(), kept.schema());
    }

    @Test void withoutConditionsTheTableStays() {
        assertSame(CODES, run(CODES, List.of(), Join.ALL, Action.KEEP));
    }

    @Test void whatDoesNotFitIsRefused() {
        assertEquals("colour", Steps.refused("data.no-such-column", () -> kept(CODES, "colour", Filter.Test.EQUALS, "red")).where());
        Steps.refused("prepare.needs-number", () -> codes(Filter.Test.LESS, "5"));
        Steps.refused("prepare.bad-pattern", () -> codes(Filter.Test.MATCHES, "[0-9"));
        assertEquals(List.of("many", "n", ColumnType.INTEGER), Steps.refused("prepare.unreadable-setting", () -> numbers(Filter.Test.LESS, "many")).args());
        Steps.refused("prepare.nothing-left", () -> codes(Filter.Test.EQUALS, "none such"));
    }

    @Test void absurdNumbersInTheSettingsAreRefusedAtOnce() {
        for (String absurd : List.of("1e999999999", "1e-999999999")) {
            Steps.refused("prepare.unreadable-setting", () -> numbers(Filter.Test.LESS, absurd));
        }
    }

    @Test void anEmptyTableStaysEmpty() {
        assertEquals(0, kept(Steps.texts("code"), "code", Filter.Test.PRESENT, "").size());
    }

    private static List<String> codes(Filter.Test test, String value) {
        return kept(CODES, "code", test, value);
    }

    private static List<String> numbers(Filter.Test test, String value) {
        return kept(NUMBERS, "n", test, value);
    }

    private static List<String> kept(Table table, String column, Filter.Test test, String value) {
        return Steps.column(run(table, List.of(new Condition(column, test, value)), Join.ALL, Action.KEEP), column);
    }

    private static Table run(Table table, List<Condition> conditions, Join join, Action action) {
        return Steps.table(new Filter(), new Filter.Setup(conditions, join, action), table);
    }
}
