package shelfwise.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.data.Catalogue;
import shelfwise.data.DoubleCells;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TableValue;
import shelfwise.data.TextCells;
import shelfwise.pipeline.Values;
import shelfwise.prepare.ToCatalogue.Keep;

class ToCatalogueTest {
    private static final Table TABLE = Steps.of(
            Schema.of(Steps.text("code", Role.ITEM), Steps.text("title", Role.TITLE), Steps.decimal("price", Role.PRICE), Steps.text("who", Role.USER)),
            TextCells.of("b", "a", "b", "b", null, "b", "c"), TextCells.of("mug", "tray", "red mug", "mug", "lost", " ", null),
            new DoubleCells(new double[] {4, 9, 1, 2, 7, Double.NaN, Double.NaN}), TextCells.of("u", "u", "u", "u", "u", "u", "u"));

    @Test void oneRowAnItemInOrderOfFirstSight() {
        Catalogue catalogue = run(TABLE, Keep.MOST_FREQUENT);
        assertEquals(List.of("b", "a", "c"), catalogue.items().all());
        assertArrayEquals(new String[] {"mug", "tray", ""}, catalogue.texts(Role.TITLE));
        assertArrayEquals(new double[] {2, 9, Double.NaN}, catalogue.numbers(Role.PRICE));
    }

    @Test void theLongestTextCanBeKept() {
        assertArrayEquals(new String[] {"red mug", "tray", ""}, run(TABLE, Keep.LONGEST).texts(Role.TITLE));
    }

    @Test void onlyColumnsThatTellOfItemsAreKept() {
        assertEquals(List.of("title", "price"), run(TABLE, Keep.LONGEST).attributes().schema().names());
    }

    @Test void withoutSuchColumnsTheIdsAreTheTitles() {
        Table bare = Steps.of(Schema.of(Steps.text("code", Role.ITEM)), TextCells.of("x", "y", "x"));
        assertArrayEquals(new String[] {"x", "y"}, run(bare, Keep.LONGEST).texts(Role.TITLE));
    }

    @Test void aTableWithoutItemsIsRefused() {
        Steps.refused("data.no-column-of-role", () -> run(Steps.texts("c", "x"), Keep.LONGEST));
        Steps.refused("prepare.nothing-left", () -> run(Steps.of(Schema.of(Steps.text("code", Role.ITEM)), TextCells.of((String) null)), Keep.LONGEST));
    }

    private static Catalogue run(Table table, Keep keep) {
        return new ToCatalogue().run(new ToCatalogue.Setup(keep), Values.of("table", new TableValue(table)), Steps.context()).one("catalogue", Catalogue.class);
    }
}
