package shelfwise.ui.quality;

import java.util.function.Consumer;
import shelfwise.app.QualityService;
import shelfwise.base.Progress;
import shelfwise.data.Chunk;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.profile.Alert;
import shelfwise.store.AssetVersion;

/**
 * The rows behind an alert as a table, found again page by page.
 *
 * @param schema the asset's, with the row's number before it
 */
record AlertTable(QualityService service, AssetVersion version, Alert alert, Schema schema) implements Table {
    static AlertTable of(QualityService service, AssetVersion version, Alert alert, Progress progress) {
        Table first = service.rows(version.asset(), version.version(), alert, 0, 1, progress);
        return new AlertTable(service, version, alert, first.schema());
    }

    @Override public long rows() {
        return alert.count();
    }

    @Override public String hash() {
        return slice(0, rows()).hash();
    }

    @Override public void scan(int[] columns, Consumer<Chunk> visitor) {
        slice(0, rows()).scan(columns, visitor);
    }

    @Override public Table slice(long from, long to) {
        return service.rows(version.asset(), version.version(), alert, from, to, Progress.NONE);
    }
}
