package shelfwise.ui.pipelines;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import shelfwise.app.Workspace;
import shelfwise.pipeline.Group;
import shelfwise.pipeline.Groups;
import shelfwise.pipeline.Origin;
import shelfwise.pipeline.OwnOperator;
import shelfwise.pipeline.OwnOperators;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.SettingSpec;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Icons;

/** What a group is: the own operator it was made of, its ports, and the settings that its steps offer. */
final class GroupPane extends VBox {
    /** A step's part of the form. */
    private record Part(String node, SettingsFormView form, Offers offers) { }

    private final String group;
    private final PipelinesViewModel model;
    private final OwnViewModel own;
    private final OwnActs acts;
    private final Workspace workspace;
    private final NodeWords words;
    private final UiContext ui;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private String shown = "";

    GroupPane(String group, PipelinesViewModel model, OwnViewModel own, OwnActs acts, Workspace workspace, NodeWords words, UiContext ui) {
        super(16);
        this.group = group;
        this.model = model;
        this.own = own;
        this.acts = acts;
        this.workspace = workspace;
        this.words = words;
        this.ui = ui;
        setId("group-pane");
    }

    /** Shows it as it is in this pipeline; fields stay where they offer the same. */
    void show(Pipeline pipeline) {
        Group now = pipeline.group(group).orElse(null);
        if (now == null) return;
        List<OwnOperators.Offered> offered = OwnOperators.offered(pipeline, workspace.operators(), group);
        List<Groups.GroupPort> ports = Groups.ports(pipeline, group, workspace.operators());
        Optional<OwnOperator> kept = now.origin().map(Origin::operator).flatMap(own::find);
        String key = now.label() + now.origin() + kept.map(OwnOperator::version) + ports + Groups.nodes(pipeline, group).stream().map(n -> n.id() + words.name(n)).toList()
                + offered.stream().map(o -> o.node().id() + "." + o.spec().name()).toList();
        if (!key.equals(shown)) {
            shown = key;
            parts.clear();
            getChildren().setAll(head(pipeline, now, kept, ports));
            now.origin().ifPresent(o -> kept.filter(k -> k.version() != o.version()).ifPresent(k -> getChildren().add(newer(o, k))));
            form(pipeline, offered);
            getChildren().add(keep());
        }
        parts.values().forEach(p -> {
            p.form().show(pipeline.node(p.node()).settings());
            p.offers().look(pipeline, p.node(), workspace, model, ui);
        });
    }

    private Node head(Pipeline pipeline, Group now, Optional<OwnOperator> kept, List<Groups.GroupPort> ports) {
        var name = new Label(now.label());
        name.setWrapText(true);
        name.getStyleClass().add("section-title");
        var heading = new HBox(Icons.GROUP.icon(20), name);
        heading.getStyleClass().add("line");
        String steps = ui.text("canvas.group.steps", Groups.nodes(pipeline, group).size());
        var box = new VBox(heading, text(now.origin().map(o -> ui.text("own.of", o.operator(), o.version(), steps)).orElse(ui.text("own.by-hand", steps)), "caption"));
        box.getStyleClass().add("group");
        kept.map(OwnOperator::description).filter(d -> !d.isEmpty()).ifPresent(d -> box.getChildren().add(text(d, "")));
        var grid = new GridPane();
        grid.getStyleClass().add("node-ports");
        ports(grid, "setting.inputs", pipeline, ports.stream().filter(Groups.GroupPort::input).toList());
        ports(grid, "setting.outputs", pipeline, ports.stream().filter(p -> !p.input()).toList());
        box.getChildren().add(grid);
        return box;
    }

    private void ports(GridPane grid, String title, Pipeline pipeline, List<Groups.GroupPort> ports) {
        if (ports.isEmpty()) return;
        var name = new Label(ui.text(title));
        name.getStyleClass().add("caption");
        name.setMinWidth(USE_PREF_SIZE);
        grid.addRow(grid.getRowCount(), name, text(ui.list(ports.stream().map(p -> ui.text("own.port", words.name(pipeline.node(p.node())), ui.text(p.port().type().nameKey())))), ""));
    }

    private static Label text(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        if (!style.isEmpty()) label.getStyleClass().add(style);
        return label;
    }

    private Node newer(Origin origin, OwnOperator kept) {
        boolean isNewer = kept.version() > origin.version();
        var icon = Icons.INFO.icon();
        icon.getStyleClass().add("severity-info");
        var word = new Label(ui.text(isNewer ? "own.newer" : "own.other", kept.version()), icon);
        word.getStyleClass().add("node-state-word");
        var take = new Button(isNewer ? ui.text("own.take-newer") : ui.text("own.take", kept.version()), Icons.REDO.icon());
        take.setId("own-take");
        take.setOnAction(_ -> acts.renew(group, kept));
        var card = new VBox(8, word, text(ui.text("own.newer.help"), "muted"), new HBox(take));
        card.getStyleClass().addAll("card", "node-standing-card");
        card.setId("own-newer");
        return card;
    }

    /** The offered settings, step by step. */
    private void form(Pipeline pipeline, List<OwnOperators.Offered> offered) {
        if (offered.isEmpty()) return;
        var all = new VBox(12, text(ui.text("setting.settings"), "section-title"));
        for (String id : offered.stream().map(o -> o.node().id()).collect(Collectors.toCollection(LinkedHashSet::new))) {
            var node = pipeline.node(id);
            List<SettingSpec> specs = offered.stream().filter(o -> o.node().id().equals(id)).map(OwnOperators.Offered::spec).toList();
            var offers = new Offers();
            var form = SettingsFormView.part(workspace.operators().form(node), specs, "op." + node.operator(), offers, new SettingsHost(id, model, workspace.operators(), ui), ui);
            form.setId("offered-" + id);
            parts.put(id, new Part(id, form, offers));
            all.getChildren().addAll(text(ui.text("own.step", words.name(node), id), "caption"), form);
        }
        getChildren().add(all);
    }

    private Node keep() {
        var button = new Button(ui.text("own.keep"), Icons.SAVE.icon());
        button.setId("group-keep");
        button.setOnAction(_ -> acts.keep(new LinkedHashSet<>(List.of(group))));
        return new HBox(button);
    }

    /** Puts the keyboard into the first offered setting; whether there is one. */
    boolean focus() {
        parts.values().stream().findFirst().ifPresent(p -> p.form().focusFirst());
        return !parts.isEmpty();
    }
}
