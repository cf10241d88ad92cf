package shelfwise.ui.pipelines;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import shelfwise.app.Workspace;
import shelfwise.base.JobEvent;
import shelfwise.base.ProblemException;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TableValue;
import shelfwise.ingest.AssetSource;
import shelfwise.model.encoder.OwnEncoder;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Parameter;
import shelfwise.pipeline.Picks;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Preflight;
import shelfwise.pipeline.RunResult;
import shelfwise.pipeline.SettingKind;
import shelfwise.store.AssetInfo;
import shelfwise.ui.UiContext;

/**
 * What the project has that a setting can name: assets, and the columns that come in at the node's inputs, with the first rows where they are
 * kept. Filled as it gets known.
 */
final class Offers {
    private static final int ROWS = 20;

    private record Found(List<String> assets, List<String> encoders, List<String> imageEncoders, Map<String, Schema> columns, Map<String, Table> rows) { }

    private final ObservableList<String> assets = FXCollections.observableArrayList(), encoders = FXCollections.observableArrayList(), imageEncoders = FXCollections.observableArrayList(),
            models = FXCollections.observableArrayList(), settings = FXCollections.observableArrayList();
    private final Map<String, ObservableList<String>> columns = new HashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private Map<String, Schema> schemas = Map.of();
    private Map<String, Table> rows = Map.of();
    private int turn;

    ObservableList<String> of(Picks picks) {
        return switch (picks.value()) {
            case ASSET -> assets;
            case ENCODER -> encoders;
            case IMAGE_ENCODER -> imageEncoders;
            case MODEL -> models;
            case SETTING -> settings;
            case COLUMN, EXPRESSION, CONDITION -> columns(picks.port());
        };
    }

    private ObservableList<String> columns(String port) {
        return columns.computeIfAbsent(port, _ -> FXCollections.observableArrayList());
    }

    /** The columns that come in at {@code port}; empty while they are not known. */
    Optional<Schema> schema(String port) {
        return Optional.ofNullable(schemas.get(port));
    }

    Schema schemaOrEmpty(String port) {
        return schemas.getOrDefault(port, new Schema(List.of()));
    }

    /** The first rows that come in at {@code port}, in memory; empty where none are kept. */
    Optional<Table> firstRows(String port) {
        return Optional.ofNullable(rows.get(port));
    }

    /** Calls {@code listener} whenever other columns or rows are known. */
    void changed(Runnable listener) {
        listeners.add(listener);
    }

    /** Another node is shown: nothing is known of it, and nobody listens. */
    void clear() {
        turn++;
        listeners.clear();
        schemas = Map.of();
        rows = Map.of();
        columns.values().forEach(List::clear);
    }

    /** Looks what there is for {@code node}; what a newer look finds is not overwritten by an older one. */
    void look(Pipeline pipeline, String node, Workspace workspace, PipelinesViewModel model, UiContext ui) {
        int now = ++turn;
        named(models, models(pipeline, node, workspace.operators()));
        named(settings, settings(pipeline, node, workspace.operators()));
        boolean sampled = !listeners.isEmpty();
        Map<String, RunResult> results = new HashMap<>();
        for (Link l : pipeline.into(node)) model.states().result(l.fromNode()).ifPresent(r -> results.put(l.fromNode(), r));
        ui.jobs().<Found>quietly(_ -> find(pipeline, node, workspace, results, sampled), event -> {
            if (now == turn && event instanceof JobEvent.Done<Found> done) show(done.result());
        });
    }

    private static void named(ObservableList<String> shown, List<String> now) {
        if (!shown.equals(now)) shown.setAll(now);
    }

    /** Those that are linked to the node, by the steps that train them. */
    private static List<String> models(Pipeline pipeline, String node, OperatorCatalogue operators) {
        return pipeline.into(node).stream().filter(l -> operators.find(pipeline.node(l.fromNode()).operator()).stream().flatMap(o -> o.outputs().stream())
                .anyMatch(p -> p.name().equals(l.fromPort()) && p.type() == PortType.MODEL)).map(Link::fromNode).distinct().toList();
    }

    /** Parameters, and the settings of all steps before the node that one line can hold. */
    private static List<String> settings(Pipeline pipeline, String node, OperatorCatalogue operators) {
        var all = new ArrayList<String>(pipeline.parameters().stream().map(Parameter::name).toList());
        for (Node n : pipeline.upTo(List.of(node))) {
            if (n.id().equals(node) || operators.readable(n).isEmpty()) continue;
            operators.form(n).specs().stream().filter(s -> s.kind() != SettingKind.TABLE).forEach(s -> all.add(n.id() + "." + s.name()));
        }
        return all;
    }

    private static Found find(Pipeline pipeline, String node, Workspace workspace, Map<String, RunResult> results, boolean sampled) {
        List<String> assets = workspace.assets().list().stream().map(AssetInfo::name).toList();
        Map<String, Schema> columns = new Preflight(workspace.operators(), workspace.assets()::read).columns(pipeline, node);
        Map<String, Table> rows = new HashMap<>();
        for (Link l : sampled ? pipeline.into(node) : List.<Link>of()) {
            Table table = table(pipeline.node(l.fromNode()), l.fromPort(), workspace, results.get(l.fromNode()));
            if (table != null) rows.put(l.toPort(), table.slice(0, ROWS));
        }
        return new Found(assets, workspace.encoders().names(OwnEncoder.Reads.TEXTS), workspace.encoders().names(OwnEncoder.Reads.IMAGES), columns, rows);
    }

    private static @Nullable Table table(Node from, String port, Workspace workspace, @Nullable RunResult result) {
        if (from.settings() instanceof AssetSource.Setup asset) {
            try {
                return workspace.assets().read(asset.asset(), asset.version());
            } catch (ProblemException _) {
                return null; // told at the node itself
            }
        }
        return result == null ? null : result.value(from.id(), port, TableValue.class).map(TableValue::table).orElse(null);
    }

    private void show(Found found) {
        if (!assets.equals(found.assets())) assets.setAll(found.assets());
        if (!encoders.equals(found.encoders())) encoders.setAll(found.encoders());
        if (!imageEncoders.equals(found.imageEncoders())) imageEncoders.setAll(found.imageEncoders());
        found.columns().forEach((port, schema) -> {
            if (!columns(port).equals(schema.names())) columns(port).setAll(schema.names());
        });
        schemas = found.columns();
        rows = found.rows();
        listeners.forEach(Runnable::run);
    }
}
