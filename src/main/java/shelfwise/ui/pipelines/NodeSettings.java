package shelfwise.ui.pipelines;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import shelfwise.app.Workspace;
import shelfwise.app.search.Space;
import shelfwise.pipeline.Edit;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.NodeText;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Parameters;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.SettingsForm;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Icons;

/** A node's settings: the form, the way back to all defaults, the search for better ones, and the same as JSON. */
final class NodeSettings extends VBox {
    private final String node;
    private final PipelinesViewModel model;
    private final Workspace workspace;
    private final UiContext ui;
    private final SettingsFormView form;
    private final NodeJsonPane json;
    private final Button reset = new Button();

    NodeSettings(Node node, PipelinesViewModel model, Workspace workspace, Offers offers, Runnable search, UiContext ui) {
        super(12);
        this.node = node.id();
        this.model = model;
        this.workspace = workspace;
        this.ui = ui;
        SettingsForm specs = workspace.operators().form(node);
        form = new SettingsFormView(specs, "op." + node.operator(), false, offers, new SettingsHost(this.node, model, workspace.operators(), ui), ui);
        json = new NodeJsonPane(node, new NodeText(workspace.operators()), ui, this::written);
        boolean searched = workspace.operators().operator(node) instanceof Operator.Fit<?> && specs.specs().stream().anyMatch(Space::canVary);
        if (!form.isEmpty()) getChildren().add(title());
        if (searched) getChildren().add(searchButton(search));
        if (!form.isEmpty()) getChildren().add(form);
        getChildren().add(json);
    }

    private HBox title() {
        var title = new Label(ui.text("setting.settings"));
        title.getStyleClass().add("section-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        reset.setId("reset-all");
        reset.setText(ui.text("pipelines.setting.reset-all"));
        reset.setGraphic(Icons.RESET.icon());
        reset.getStyleClass().addAll("flat", "small", "setting-reset");
        reset.setOnAction(_ -> form.reset());
        var line = new HBox(title, gap, reset);
        line.getStyleClass().add("line");
        return line;
    }

    private Button searchButton(Runnable search) {
        var button = new Button(ui.text("search.open"), Icons.SEARCH.icon());
        button.setId("search-settings");
        button.setTooltip(new Tooltip(ui.text("search.open.tip")));
        button.setOnAction(_ -> search.run());
        return button;
    }

    private void written(Node now) {
        Pipeline pipeline = model.pipeline().get();
        if (pipeline == null) return;
        Pipeline set = Parameters.set(pipeline, workspace.operators(), node, now.settings());
        model.edit(set.set(set.node(node).withLabel(now.label()).withEnabled(now.enabled()).at(now.x(), now.y())), Edit.of("edit.json", node));
    }

    void show(Node now) {
        form.show(now.settings());
        reset.setVisible(!form.standard());
        json.show(now);
    }

    /** Whether there is a field to put the keyboard into. */
    boolean focus() {
        if (form.isEmpty()) return false;
        form.focusFirst();
        return true;
    }
}
