package shelfwise.ui.pipelines.look;

import java.util.Optional;
import javafx.scene.layout.BorderPane;
import shelfwise.data.Table;
import shelfwise.profile.Profile;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.ColumnNotes;
import shelfwise.ui.kit.DataTable;

/** A table: its rows in pages; once they are counted, each column's distribution in its header. */
final class TablePreview extends BorderPane {
    TablePreview(Table table, LookViewModel model, UiContext ui) {
        DataTable view = ui.dataTable();
        view.show(table);
        setCenter(view);
        if (table.rows() == 0) return;
        model.<Profile>ask((service, _, progress) -> service.profile(table, progress), profile ->
                view.show(table, c -> DataTable.Header.of(ColumnNotes.of(Optional.of(profile), table.schema().field(c).name()))), _ -> { });
    }
}
