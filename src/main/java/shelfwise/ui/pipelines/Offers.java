package shelfwise.ui.pipelines;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import shelfwise.app.Workspace;
import shelfwise.base.JobEvent;
import shelfwise.data.Schema;
import shelfwise.pipeline.Picks;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Preflight;
import shelfwise.store.AssetInfo;

/** What the project has that a setting can name: assets, and the columns that come in at the node's inputs. Filled as it gets known. */
final class Offers {
    private record Found(List<String> assets, Map<String, Schema> columns) { }

    private final ObservableList<String> assets = FXCollections.observableArrayList();
    private final Map<String, ObservableList<String>> columns = new HashMap<>();
    private int turn;

    ObservableList<String> of(Picks picks) {
        return switch (picks.value()) {
            case ASSET -> assets;
            case COLUMN, EXPRESSION, CONDITION -> columns(picks.port());
        };
    }

    private ObservableList<String> columns(String port) {
        return columns.computeIfAbsent(port, _ -> FXCollections.observableArrayList());
    }

    /** Looks what there is for {@code node}; what a newer look finds is not overwritten by an older one. */
    void look(Pipeline pipeline, String node, Workspace workspace, PipelinesViewModel model) {
        int now = ++turn;
        model.<Found>quietly(_ -> find(pipeline, node, workspace), event -> {
            if (now == turn && event instanceof JobEvent.Done<Found> done) show(done.result());
        });
    }

    private static Found find(Pipeline pipeline, String node, Workspace workspace) {
        List<String> assets = workspace.assets().list().stream().map(AssetInfo::name).toList();
        return new Found(assets, new Preflight(workspace.operators(), workspace.assets()::read).columns(pipeline, node));
    }

    private void show(Found found) {
        if (!assets.equals(found.assets())) assets.setAll(found.assets());
        found.columns().forEach((port, schema) -> {
            if (!columns(port).equals(schema.names())) columns(port).setAll(schema.names());
        });
    }
}
