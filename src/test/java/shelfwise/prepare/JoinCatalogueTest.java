package shelfwise.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.data.DoubleCells;
import shelfwise.data.LongCells;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TableValue;
import shelfwise.data.TextCells;
import shelfwise.pipeline.Values;
import shelfwise.prepare.JoinCatalogue.Kind;

class JoinCatalogueTest {
    private static final Table ORDERS = Steps.of(Schema.of(Steps.text("item", Role.ITEM), Steps.decimal("price", Role.PRICE)), TextCells.of("1", "9", null, "2"),
            new DoubleCells(new double[] {5, 6, 7, 8}));
    private static final Table CATALOGUE = Steps.of(
            Schema.of(Steps.whole("sku", Role.ITEM), Steps.text("title", Role.TITLE), Steps.decimal("price", Role.PRICE), Steps.time("since")),
            new LongCells(new long[] {2, 1, 1}), TextCells.of("Two", "One", "One again"), new DoubleCells(new double[] {2.5, 1.5, 9}),
            Steps.times("2011-01-02T00:00:00Z", "2011-01-01T00:00:00Z", "2011-01-03T00:00:00Z"));

    @Test void eachRowGetsItsItemsColumnsAndNoneIsMultiplied() {
        Table joined = run("", "", Kind.LEFT);
        assertEquals(List.of("item", "price", "title", "catalogue.price", "since"), joined.schema().names());
        assertEquals(List.of("One", "∅", "∅", "Two"), Steps.column(joined, "title"));
        assertEquals(List.of("1.5", "∅", "∅", "2.5"), Steps.column(joined, "catalogue.price"));
        assertEquals(List.of("2011-01-01T00:00:00Z", "∅", "∅", "2011-01-02T00:00:00Z"), Steps.column(joined, "since"));
        assertEquals(List.of("5", "6", "7", "8"), Steps.column(joined, "price"));
    }

    @Test void aRoleThatIsTakenStaysWhereItWas() {
        Schema schema = run("", "", Kind.LEFT).schema();
        assertEquals(List.of(Role.ITEM, Role.PRICE, Role.TITLE, Role.NONE, Role.TIMESTAMP), schema.fields().stream().map(f -> f.role()).toList());
    }

    @Test void rowsWithoutAPartnerCanBeDropped() {
        assertEquals(List.of("1", "2"), Steps.column(run("item", "sku", Kind.INNER, "title"), "item"));
    }

    @Test void onlyTheColumnsAskedForAreAdded() {
        assertEquals(List.of("item", "price", "title"), run("", "", Kind.LEFT, "title").schema().names());
    }

    @Test void whatDoesNotFitIsRefused() {
        Steps.refused("data.no-such-column", () -> run("", "", Kind.LEFT, "colour"));
        Steps.refused("data.no-column-of-role", () -> join(Steps.texts("item", "1"), CATALOGUE, new JoinCatalogue().defaults()));
        assertEquals(List.of("item", "title"), Steps.refused("prepare.no-match", () -> run("item", "title", Kind.LEFT)).args());
    }

    private static Table run(String column, String catalogueColumn, Kind kind, String... take) {
        return join(ORDERS, CATALOGUE, new JoinCatalogue.Setup(column, catalogueColumn, kind, List.of(take)));
    }

    private static Table join(Table table, Table catalogue, JoinCatalogue.Setup setup) {
        return new JoinCatalogue().run(setup, Values.of("table", new TableValue(table), "catalogue", new TableValue(catalogue)), Steps.context())
                .one("table", TableValue.class).table();
    }
}
