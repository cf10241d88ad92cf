package shelfwise.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import shelfwise.data.AssetKind;
import shelfwise.data.Bundle;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.LongCells;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TableBuilder;
import shelfwise.data.TextCells;

class SqlAssetsTest {
    private static final Schema ORDERS = Schema.of(new Field("user id", ColumnType.TEXT), new Field("pieces", ColumnType.INTEGER));
    private static final Table SMALL = TableBuilder.of(ORDERS, TextCells.of("ann", "bob", "ann", null), new LongCells(new long[] {2, 3, 5, 7}));

    @TempDir Path folder;
    private Project project;

    @BeforeEach void create() {
        project = Project.create(folder.resolve("shop"));
    }

    @AfterEach void close() {
        project.close();
    }

    private void save(String name, Table table) {
        try (var writer = project.assets().begin(new NewVersion(name, AssetKind.OTHER, "f", "{}", table.schema()))) {
            table.scan(writer::add);
            writer.commit();
        }
    }

    /** Each row as its values with blanks between them. */
    private List<String> rows(String sql) {
        Table table = project.query(sql);
        var rows = new ArrayList<String>();
        table.scan(c -> {
            for (int r = 0; r < c.rows(); r++) {
                var values = new ArrayList<String>();
                for (int i = 0; i < c.columns().size(); i++) values.add(c.columns().get(i).text(r, table.schema().field(i).type()));
                rows.add(String.join(" ", values));
            }
        });
        return rows;
    }

    @Test void anAssetIsGroupedFilteredAndOrderedLikeATable() {
        save("orders", SMALL);
        assertEquals(List.of("ann 7", "bob 3"), rows("SELECT \"user id\", SUM(pieces) FROM asset('orders') WHERE \"User ID\" IS NOT NULL GROUP BY \"user id\" ORDER BY 1"));
        assertEquals(List.of("7", "5", "3"), rows("SELECT Pieces FROM asset('orders') ORDER BY pieces DESC LIMIT 3"));
        assertEquals(List.of("user id", "pieces"), project.query("SELECT * FROM asset('orders')").schema().names());
    }

    @Test void assetsAreJoinedWithEachOtherAndThemselves() {
        save("orders", SMALL);
        save("it's 名单", TableBuilder.of(Schema.of(new Field("user", ColumnType.TEXT), new Field("city", ColumnType.TEXT)), TextCells.of("ann", "bob"), TextCells.of("Ulm", "北京")));
        assertEquals(List.of("Ulm 7", "北京 3"),
                rows("SELECT n.city, SUM(o.pieces) FROM asset('orders') o JOIN asset('it''s 名单') n ON n.\"user\" = o.\"user id\" GROUP BY n.city ORDER BY 2 DESC"));
        assertEquals(List.of("5"), rows("SELECT COUNT(*) FROM asset('orders') a JOIN asset('orders') b ON a.\"user id\" = b.\"user id\""));
    }

    @Test void theLatestVersionIsRead() {
        save("orders", SMALL);
        save("orders", SMALL.slice(1, 3));
        assertEquals(List.of("bob 3", "ann 5"), rows("SELECT * FROM asset('orders')"));
        assertEquals(4, project.assets().read("orders", 1).rows());
    }

    @Test void allChunksOfALargeAssetAreRead() {
        save("large", Bundle.longs(LongStream.range(0, 150_000).toArray()));
        assertEquals(List.of("150000 0 149999 11249925000"), rows("SELECT COUNT(*), MIN(\"VALUE\"), MAX(\"VALUE\"), CAST(SUM(\"VALUE\") AS BIGINT) FROM asset('large')"));
        assertEquals(List.of("65535", "65536", "65537"), rows("SELECT \"value\" FROM asset('large') WHERE \"value\" BETWEEN 65535 AND 65537"));
    }

    @Test void columnsWhoseNamesDifferInCaseAloneGetNamesOfTheirOwn() {
        save("odd", TableBuilder.of(Schema.of(new Field("Id", ColumnType.TEXT), new Field("ID", ColumnType.TEXT)), TextCells.of("a"), TextCells.of("b")));
        assertEquals(List.of("a b"), rows("SELECT Id, ID_2 FROM asset('odd')"));
    }

    @Test void anUnknownAssetIsTold() {
        Problem problem = assertThrows(ProblemException.class, () -> project.query("SELECT * FROM asset('no')")).problem();
        assertEquals("store.sql", problem.key());
        assertEquals(true, problem.args().getFirst().toString().contains("no"), problem.toString());
        assertEquals("store.sql", assertThrows(ProblemException.class, () -> project.query("SELECT price FROM asset('no')")).problem().key());
    }
}
