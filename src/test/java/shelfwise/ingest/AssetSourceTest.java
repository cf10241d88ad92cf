package shelfwise.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TableBuilder;
import shelfwise.data.TableValue;
import shelfwise.data.TextCells;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Values;

class AssetSourceTest {
    private final Table first = table("a"), second = table("b");
    private final Context context = new Context(Progress.NONE, (asset, version) -> version == 1 ? first : second, "orders");

    @Test void givesTheVersionAskedFor() {
        var source = new AssetSource();
        assertEquals(first.hash(), source.run(new AssetSource.Setup("orders", 1), Values.NONE, context).one("table", TableValue.class).hash());
        assertEquals(second.hash(), source.fingerprint(new AssetSource.Setup("orders", 0), context));
    }

    @Test void saysWhereNoAssetIsChosen() {
        var source = new AssetSource();
        var problem = assertThrows(ProblemException.class, () -> source.run(source.defaults(), Values.NONE, context)).problem();
        assertEquals("ingest.no-asset-chosen", problem.key());
        assertEquals("orders", problem.where());
        assertThrows(IllegalArgumentException.class, () -> new AssetSource.Setup("orders", -1));
    }

    private static Table table(String value) {
        return TableBuilder.of(Schema.of(new Field("x", ColumnType.TEXT)), TextCells.of(value));
    }
}
