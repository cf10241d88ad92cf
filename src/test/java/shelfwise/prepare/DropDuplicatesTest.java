package shelfwise.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.data.DoubleCells;
import shelfwise.data.LongCells;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TableBuilder;
import shelfwise.data.TextCells;
import shelfwise.prepare.DropDuplicates.Keep;

class DropDuplicatesTest {
    private static final Table TABLE = Steps.of(Schema.of(Steps.text("a", Role.NONE), Steps.decimal("b", Role.NONE), Steps.whole("row", Role.NONE)),
            TextCells.of("x", null, "x", null, "x", "∅"), new DoubleCells(new double[] {1, Double.NaN, 1, Double.NaN, 2, Double.NaN}),
            new LongCells(new long[] {1, 2, 3, 4, 5, 6}));

    @Test void keepsTheFirstOrLastOfRowsEqualInTheChosenColumns() {
        assertEquals(List.of("1", "2", "5", "6"), rows(Keep.FIRST, "a", "b"));
        assertEquals(List.of("3", "4", "5", "6"), rows(Keep.LAST, "a", "b"));
        assertEquals(List.of("1", "2", "6"), rows(Keep.FIRST, "a"));
    }

    @Test void withoutColumnsTheWholeRowIsCompared() {
        assertEquals(6, rows(Keep.FIRST).size());
    }

    @Test void plusAndMinusZeroAreAlikeButValuesOfTwoColumnsDoNotRunTogether() {
        assertEquals(1, Steps.table(new DropDuplicates(), new DropDuplicates.Setup(List.of(), Keep.FIRST), Steps.decimals("z", 0.0, -0.0)).rows());
        Table shifted = Steps.of(Schema.of(Steps.text("a", Role.NONE), Steps.text("b", Role.NONE)), TextCells.of("ab", "a"), TextCells.of("c", "bc"));
        assertEquals(2, Steps.table(new DropDuplicates(), new DropDuplicates.Setup(List.of(), Keep.FIRST), shifted).rows());
    }

    @Test void findsDuplicatesAmongManyRowsAndChunks() {
        long[] values = new long[200_000];
        for (int i = 0; i < values.length; i++) values[i] = i % 70_001;
        Table table = TableBuilder.of(Schema.of(Steps.whole("n", Role.NONE)), new LongCells(values));
        assertEquals(70_001, Steps.table(new DropDuplicates(), new DropDuplicates.Setup(List.of("n"), Keep.LAST), table).rows());
    }

    @Test void aColumnThatIsNotThereIsRefused() {
        Steps.refused("data.no-such-column", () -> rows(Keep.FIRST, "c"));
    }

    private static List<String> rows(Keep keep, String... columns) {
        return Steps.column(Steps.table(new DropDuplicates(), new DropDuplicates.Setup(List.of(columns), keep), TABLE), "row");
    }

    @Test void growingLooksWhetherItIsCancelled() {
        int[] looks = {0};
        var keys = new KeySet((_, _) -> looks[0]++);
        for (int k = 0; k < 100_000; k++) keys.put(k * 31L, k * 17L, k);
        assertEquals(9, looks[0], "once for each of 65,536 places: seven times in small tables, twice in one of 131,072");
    }
}
