package shelfwise.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.data.ColumnType;
import shelfwise.data.DoubleCells;
import shelfwise.data.LongCells;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TextCells;
import shelfwise.prepare.FillMissing.Fill;
import shelfwise.prepare.FillMissing.How;

class FillMissingTest {
    private static final Table PRICES = Steps.decimals("price", 1, Double.NaN, 2, 6);
    private static final Table COUNTS = Steps.wholes("n", 1, LongCells.MISSING, 2, 6);

    @Test void numbersGetTheMeanOrMedianOfThoseThere() {
        assertEquals(List.of("1", "3", "2", "6"), filled(PRICES, "price", How.MEAN, ""));
        assertEquals(List.of("1", "2", "2", "6"), filled(PRICES, "price", How.MEDIAN, ""));
        assertEquals(List.of("1", "3", "2", "6"), filled(COUNTS, "n", How.MEAN, ""));
    }

    @Test void wholeNumbersGetTheNearestWholeNumber() {
        assertEquals(List.of("1", "2", "2"), filled(Steps.wholes("n", 1, 2, LongCells.MISSING), "n", How.MEAN, ""));
    }

    @Test void timesGetTheMiddleMoment() {
        Table times = Steps.of(Schema.of(Steps.time("t")), Steps.times("2011-12-09T00:00:00Z", "2011-12-11T00:00:00Z", "∅"));
        assertEquals("2011-12-10T00:00:00Z", filled(times, "t", How.MEDIAN, "").getLast());
    }

    @Test void theMostFrequentValueIsTheOneSeenFirstOfEquals() {
        assertEquals(List.of("b", "a", "a", "b", "b"), filled(Steps.texts("c", "b", "a", "a", "b", null), "c", How.MODE, ""));
    }

    @Test void aValueOfOnesOwnIsReadAsTheColumnsType() {
        assertEquals(List.of("1", "0.5", "2", "6"), filled(PRICES, "price", How.VALUE, "0.5"));
        assertEquals(List.of("x", "none"), filled(Steps.texts("c", "x", null), "c", How.VALUE, "none"));
        assertEquals(List.of("price", ColumnType.DECIMAL), Steps.refused("prepare.unreadable-setting", () -> filled(PRICES, "price", How.VALUE, "dear")).args().subList(1, 3));
        Steps.refused("prepare.unreadable-setting", () -> filled(COUNTS, "n", How.VALUE, ""));
    }

    @Test void rowsAreDroppedBeforeMeansAreTaken() {
        Table two = Steps.of(Schema.of(Steps.text("a", Role.NONE), Steps.decimal("b", Role.NONE)), TextCells.of("x", null, "y", "z"),
                new DoubleCells(new double[] {1, 100, Double.NaN, 3}));
        var setup = new FillMissing.Setup(List.of(new Fill("b", How.MEAN, ""), new Fill("a", How.DROP_ROW, "")));
        assertEquals(List.of("1", "2", "3"), Steps.column(Steps.table(new FillMissing(), setup, two), "b"));
    }

    @Test void aTableWithNothingMissingStaysAsItIs() {
        Table full = Steps.decimals("price", 1, 2);
        assertSame(full, Steps.table(new FillMissing(), new FillMissing.Setup(List.of(new Fill("price", How.MEAN, ""))), full));
    }

    @Test void whatDoesNotFitIsRefused() {
        Steps.refused("data.no-such-column", () -> filled(PRICES, "cost", How.MEAN, ""));
        Steps.refused("prepare.needs-number", () -> filled(Steps.texts("c", "x", null), "c", How.MEAN, ""));
        Steps.refused("prepare.all-missing", () -> filled(Steps.decimals("price", Double.NaN, Double.NaN), "price", How.MEDIAN, ""));
        Steps.refused("prepare.all-missing", () -> filled(Steps.texts("c", null, null), "c", How.MODE, ""));
        Steps.refused("prepare.nothing-left", () -> filled(Steps.texts("c", null, null), "c", How.DROP_ROW, ""));
    }

    private static List<String> filled(Table table, String column, How how, String value) {
        return Steps.column(Steps.table(new FillMissing(), new FillMissing.Setup(List.of(new Fill(column, how, value))), table), column);
    }
}
