package shelfwise.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.base.Problem;
import shelfwise.data.ColumnType;
import shelfwise.data.DoubleCells;
import shelfwise.data.Field;
import shelfwise.data.LongCells;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TextCells;

class ComputeTest {
    private static final Table ORDERS = Steps.of(Schema.of(Steps.text("code", Role.ITEM), Steps.whole("quantity", Role.QUANTITY), Steps.decimal("unit price", Role.PRICE)),
            TextCells.of("85123A", "POST", "84029"), new LongCells(new long[] {6, 1, LongCells.MISSING}), new DoubleCells(new double[] {2.55, 18, 3}));

    private static Table compute(String column, String expression, Select.Meaning role) {
        return Steps.table(new Compute(), new Compute.Setup(column, expression, role), ORDERS);
    }

    @Test void aNewColumnStandsLastWithTheExpressionsType() {
        Table out = compute("net", "quantity * [unit price]", Select.Meaning.WEIGHT);
        assertEquals(List.of("15.299999999999999", "18", "∅"), Steps.column(out, "net"));
        assertEquals(new Field("net", ColumnType.DECIMAL, Role.WEIGHT), out.schema().field(3));
        assertEquals(List.of("85123A", "POST", "84029"), Steps.column(out, "code"));
    }

    @Test void aColumnOfThatNameIsReplacedInItsPlaceAndMayReadItself() {
        Table out = compute("quantity", "coalesce(quantity, 0) + 1", Select.Meaning.KEEP);
        assertEquals(List.of("7", "2", "1"), Steps.column(out, "quantity"));
        assertEquals(List.of("code", "quantity", "unit price"), out.schema().names());
        assertEquals(Role.QUANTITY, out.schema().field(1).role());
        assertEquals(ColumnType.TEXT, compute("quantity", "lower(code)", Select.Meaning.NONE).schema().field(1).type());
    }

    @Test void aMistakeNamesNodeSettingAndPlace() {
        Problem problem = Steps.refused("expression.no-such-column-near", () -> compute("net", "quantity * [unit prise]", Select.Meaning.KEEP));
        assertEquals("step: expression", problem.where());
        assertEquals(List.of("12", "unit prise", "[unit price]"), problem.args());
        Steps.refused("expression.empty", () -> compute("net", "", Select.Meaning.KEEP));
        Steps.refused("prepare.no-column-name", () -> compute(" ", "1", Select.Meaning.KEEP));
        Steps.refused("data.two-columns-one-role", () -> compute("net", "1", Select.Meaning.PRICE));
    }

    @Test void whereKeepsOrDropsRowsForWhichItIsTrueAndMissingIsNot() {
        assertEquals(List.of("85123A"), where("quantity > 0 and not starts_with(code, \"POST\")", Where.Action.KEEP));
        assertEquals(List.of("POST", "84029"), where("quantity > 0 and not starts_with(code, \"POST\")", Where.Action.DROP));
        assertEquals(List.of("84029"), where("quantity is missing", Where.Action.KEEP));
        Steps.refused("expression.no-condition", () -> where("quantity", Where.Action.KEEP));
        Steps.refused("prepare.nothing-left", () -> where("quantity > 100", Where.Action.KEEP));
    }

    private static List<String> where(String condition, Where.Action action) {
        return Steps.column(Steps.table(new Where(), new Where.Setup(condition, action), ORDERS), "code");
    }
}
