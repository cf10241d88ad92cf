package shelfwise.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.data.DoubleCells;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TextCells;
import shelfwise.prepare.CleanText.Case;

class CleanTextTest {
    private static final Table TITLES = Steps.texts("title", " RED  MUG", "red mug\u00a0", "\u3000杯子\t", null, "  ");

    @Test void blanksOfEveryKindAreTrimmedAndMadeOne() {
        assertEquals(List.of("RED MUG", "red mug", "杯子", "∅", "∅"), clean(true, true, Case.KEEP, true));
        assertEquals(List.of("RED  MUG", "red mug", "杯子", "∅", ""), clean(true, false, Case.KEEP, false));
    }

    @Test void lettersAreMadeAlike() {
        assertEquals(List.of("red mug", "red mug", "杯子", "∅", "∅"), clean(true, true, Case.LOWER, true));
        assertEquals("RED MUG", clean(true, true, Case.UPPER, true).get(1));
    }

    @Test void nothingChangesWithEverythingSwitchedOff() {
        assertEquals(Steps.column(TITLES, "title"), clean(false, false, Case.KEEP, false));
    }

    @Test void onlyTheChosenColumnsChange() {
        Table two = Steps.of(Schema.of(Steps.text("a", Role.NONE), Steps.text("b", Role.NONE), Steps.decimal("n", Role.NONE)), TextCells.of(" x "), TextCells.of(" y "),
                new DoubleCells(new double[] {1}));
        Table one = Steps.table(new CleanText(), new CleanText.Setup(List.of("b"), true, true, Case.KEEP, true), two);
        assertEquals(List.of(" x "), Steps.column(one, "a"));
        assertEquals(List.of("y"), Steps.column(one, "b"));
        assertEquals(List.of("x"), Steps.column(Steps.table(new CleanText(), new CleanText().defaults(), two), "a"));
        Steps.refused("prepare.needs-text", () -> Steps.table(new CleanText(), new CleanText.Setup(List.of("n"), true, true, Case.KEEP, true), two));
        Steps.refused("data.no-such-column", () -> Steps.table(new CleanText(), new CleanText.Setup(List.of("c"), true, true, Case.KEEP, true), two));
    }

    private static List<String> clean(boolean trim, boolean collapse, Case letters, boolean blankIsMissing) {
        return Steps.column(Steps.table(new CleanText(), new CleanText.Setup(List.of(), trim, collapse, letters, blankIsMissing), TITLES), "title");
    }
}
