package shelfwise.ui.assets;

import java.util.List;
import java.util.function.Consumer;
import shelfwise.base.Messages;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.LongCells;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TableBuilder;
import shelfwise.data.TextCells;
import shelfwise.store.AssetVersion;
import shelfwise.store.Assets;
import shelfwise.store.Reject;

/** The rejected rows of a version as a table, so that they page like any other: line, reason in words, the row as it stood in the file. */
record RejectTable(Assets assets, AssetVersion version, Messages messages) implements Table {
    @Override public Schema schema() {
        return Schema.of(new Field(messages.text("assets.reject.line"), ColumnType.INTEGER), new Field(messages.text("assets.reject.reason"), ColumnType.TEXT),
                new Field(messages.text("assets.reject.row"), ColumnType.TEXT));
    }

    @Override public long rows() {
        return version.rejected();
    }

    @Override public String hash() {
        return slice(0, rows()).hash();
    }

    @Override public void scan(int[] columns, Consumer<shelfwise.data.Chunk> visitor) {
        slice(0, rows()).scan(columns, visitor);
    }

    @Override public Table slice(long from, long to) {
        List<Reject> rows = assets.rejects(version.id(), from, (int) (to - from));
        return TableBuilder.of(schema(), new LongCells(rows.stream().mapToLong(Reject::line).toArray()),
                TextCells.of(rows.stream().map(this::reason).toArray(String[]::new)), TextCells.of(rows.stream().map(Reject::rawText).toArray(String[]::new)));
    }

    private String reason(Reject reject) {
        return messages.text(reject.reasonKey(), reject.args().toArray());
    }
}
