package shelfwise.model.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shelfwise.base.ProblemException;
import shelfwise.data.ColumnType;
import shelfwise.data.DoubleCells;
import shelfwise.data.Field;
import shelfwise.data.Interactions;
import shelfwise.data.LongCells;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TableBuilder;
import shelfwise.data.TextCells;
import shelfwise.model.Tiny;

/** What a table tells of users u0 to u5, of whom u5 has no events. */
class CustomerTableTest {
    private static final Interactions EVENTS = Tiny.events(6, 2, new int[][] {{0, 0}, {1, 0}, {2, 0}, {3, 0}, {4, 1}});
    private static final CustomerTable.Choice ALL = new CustomerTable.Choice(List.of(), 100);

    /** Rows of u3, u0, u0, u1, u0, u2, u1 and u5; none of u4, one of somebody else and one of nobody. */
    private static Table table() {
        var schema = Schema.of(new Field("who", ColumnType.TEXT, Role.USER), new Field("land", ColumnType.TEXT, Role.COUNTRY), new Field("age", ColumnType.DECIMAL),
                new Field("member", ColumnType.BOOLEAN), new Field("since", ColumnType.TIME), new Field("shop", ColumnType.TEXT), new Field("name", ColumnType.TEXT, Role.TITLE));
        return TableBuilder.of(schema, TextCells.of("u3", "u0", "u0", "u1", "u0", "u2", "u1", "u5", "x", null),
                TextCells.of(null, "Peru", "Chad", "Peru", "Chad", "Oman", "Oman", "Mali", "Cuba", "Cuba"),
                new DoubleCells(new double[] {30, 10, 40, 20, 20, Double.NaN, 30, 26, 5, 5}),
                new LongCells(new long[] {1, 0, 0, 1, 0, 1, 1, 0, 0, 0}), new LongCells(new long[] {0, 0, 0, 0, 0, 0, 0, 86_400_000L * 366, 0, 0}),
                TextCells.of("main", "main", "main", "main", "main", "main", "main", "main", "main", "main"),
                TextCells.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"));
    }

    private static List<List<String>> told(Customers of) {
        return IntStream.range(0, 6).mapToObj(of::told).toList();
    }

    /** u0: Chad twice, ages 10, 20, 40; u1: Peru came before Oman, ages 20 and 30; u2 has no age, u3 no land; nobody learned from is in Mali. */
    @Test void theMostFrequentTextCountsAndOfNumbersTheMedian() {
        Customers customers = CustomerTable.of(table(), EVENTS, ALL, Tiny.context("node"));
        assertEquals(List.of("land", "age", "member"), customers.columns(), "one shop tells nothing, titles and times are not asked for");
        assertEquals(List.of(List.of("land: Chad", "age: 20", "member: false"), List.of("land: Peru", "age: 25", "member: true"),
                List.of("land: Oman", "age: –", "member: true"), List.of("land: –", "age: 30", "member: true"), List.of(), List.of("age: 25", "member: false")), told(customers));
        assertTrue(customers.knows(3) && customers.knows(5));
        assertFalse(customers.knows(4), "nobody knows of u4");
    }

    @Test void theOrderOfRowsAndRepeatedRowsChangeNothing() {
        Table rows = table();
        var shuffled = new TableBuilder(rows.schema());
        rows.scan(c -> shuffled.add(c.pick(new int[] {7, 2, 5, 1, 3, 6, 4, 0, 9, 8})));
        rows.scan(shuffled::add);
        assertEquals(told(CustomerTable.of(rows, EVENTS, ALL, Tiny.context("node"))), told(CustomerTable.of(shuffled.build(), EVENTS, ALL, Tiny.context("node"))));
    }

    @Test void namedColumnsCountWhateverTheirRoleAndOfManyTextsTheMostFrequent() {
        Customers customers = CustomerTable.of(table(), EVENTS, new CustomerTable.Choice(List.of("since", "land"), 2), Tiny.context("node"));
        assertEquals(List.of("since", "land"), customers.columns());
        assertEquals(List.of("", "since: 1970-01-01", "land: Chad", "land: Oman"), customers.names(), "of equally frequent texts the first by their letters");
        assertEquals(List.of("since: 1970-01-01"), customers.told(1));
    }

    @Test void ofEventsTheCountryAloneCountsUnlessColumnsAreNamed() {
        var schema = Schema.of(new Field("who", ColumnType.TEXT, Role.USER), new Field("what", ColumnType.TEXT, Role.ITEM), new Field("land", ColumnType.TEXT, Role.COUNTRY),
                new Field("kind", ColumnType.TEXT, Role.CATEGORY));
        Table orders = TableBuilder.of(schema, TextCells.of("u0", "u1"), TextCells.of("i0", "i1"), TextCells.of("Peru", "Chad"), TextCells.of("mug", "lamp"));
        assertEquals(List.of("land"), CustomerTable.of(orders, EVENTS, ALL, Tiny.context("node")).columns());
        assertEquals(List.of("kind"), CustomerTable.of(orders, EVENTS, new CustomerTable.Choice(List.of("kind"), 2), Tiny.context("node")).columns());
    }

    @Test void aTableThatTellsNothingIsRefused() {
        var schema = Schema.of(new Field("who", ColumnType.TEXT, Role.USER), new Field("land", ColumnType.TEXT, Role.COUNTRY));
        Table strangers = TableBuilder.of(schema, TextCells.of("x", "y"), TextCells.of("Peru", "Chad"));
        assertEquals("torch.no-user-columns", assertThrows(ProblemException.class, () -> CustomerTable.of(strangers, EVENTS, ALL, Tiny.context("node"))).problem().key());
        assertEquals("data.no-such-column", assertThrows(ProblemException.class, () -> CustomerTable.of(strangers, EVENTS, new CustomerTable.Choice(List.of("age"), 2), Tiny.context("node"))).problem().key());
    }

    /** Twenty numbers, the half of them 1: these stay together, and the rest is cut as tenths of all. */
    @Test void numbersAreCutIntoTenthsAndEqualOnesStayTogether() {
        double[] learned = IntStream.range(0, 20).mapToDouble(k -> k < 10 ? 1 : k).toArray();
        var ranges = new NumberRanges(ColumnType.INTEGER, learned);
        assertEquals(List.of("1", "1", "10 – 11", "10 – 11", "12 – 13", "18 – 19", "18 – 19"), List.of(ranges.of(1), ranges.of(-4), ranges.of(10), ranges.of(11.5), ranges.of(12), ranges.of(18), ranges.of(99)));
    }
}
