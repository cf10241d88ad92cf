package shelfwise.ui.pipelines;

import java.util.Optional;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import shelfwise.app.Workspace;
import shelfwise.app.search.Space;
import shelfwise.base.Problem;
import shelfwise.pipeline.NodeEvent;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Pipeline;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Icons;
import shelfwise.ui.pipelines.look.Peek;

/** The pane beside the canvas: what the chosen node is, where it stands, what it made, and its settings. */
final class NodePane extends ScrollPane {
    private final PipelinesViewModel model;
    private final SearchViewModel search;
    private final Workspace workspace;
    private final NodeWords words;
    private final Peek peek;
    private final UiContext ui;
    private final VBox box = new VBox();
    private final VBox standing = new VBox();
    private final Offers offers = new Offers();
    private @Nullable SettingsFormView form;
    private @Nullable PipelineHead head;
    private String shown = "";
    private String stood = "";

    NodePane(PipelinesViewModel model, SearchViewModel search, Workspace workspace, NodeWords words, Peek peek, UiContext ui) {
        this.model = model;
        this.search = search;
        this.workspace = workspace;
        this.words = words;
        this.peek = peek;
        this.ui = ui;
        getStyleClass().add("node-pane");
        box.getStyleClass().add("node-pane-box");
        standing.getStyleClass().add("node-standing");
        setContent(box);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        ui.keep(model.selected().subscribe(_ -> show()));
        ui.keep(model.pipeline().subscribe(_ -> show()));
        ui.keep(model.running().subscribe(_ -> showStanding()));
        ui.keep(model.states().looks().subscribe(_ -> showStanding()));
        MapChangeListener<String, NodeEvent> change = c -> {
            if (head != null || c.getKey().equals(model.selected().get())) showStanding();
        };
        model.states().all().addListener(change);
        ui.keep(() -> model.states().all().removeListener(change));
        MapChangeListener<String, Problem> found = c -> {
            if (c.getKey().equals(model.selected().get())) showStanding();
        };
        model.states().findings().addListener(found);
        ui.keep(() -> model.states().findings().removeListener(found));
    }

    private shelfwise.pipeline.@Nullable Node chosen() {
        Pipeline pipeline = model.pipeline().get();
        return pipeline == null ? null : pipeline.find(model.selected().get()).orElse(null);
    }

    /** The chosen node, from the top; nothing is made anew while the same one is shown. */
    private void show() {
        var node = chosen();
        Pipeline pipeline = model.pipeline().get();
        String now = node == null ? String.valueOf(pipeline) : model.name().get() + "/" + node.id() + "/" + node.operator();
        if (now.equals(shown) && !box.getChildren().isEmpty()) {
            showSettings();
            showStanding();
            return;
        }
        shown = now;
        stood = "";
        form = null;
        head = node != null || pipeline == null ? null : new PipelineHead(pipeline, model, workspace, words, ui);
        if (head != null) box.getChildren().setAll(head);
        else if (node == null) box.getChildren().clear();
        else box.getChildren().setAll(new NodeHead(node, workspace.operators().operator(node), words, ui), standing, settings(node));
        setVvalue(0);
        showSettings();
        showStanding();
    }

    private Node settings(shelfwise.pipeline.Node node) {
        var title = new Label(ui.text("setting.settings"));
        title.getStyleClass().add("section-title");
        var made = new SettingsFormView(workspace.operators().form(node), "op." + node.operator(), false, offers, new Host(node.id()), ui);
        form = made;
        made.disableProperty().bind(model.running());
        if (made.isEmpty()) return new VBox();
        boolean searched = workspace.operators().operator(node) instanceof Operator.Fit<?> && workspace.operators().form(node).specs().stream().anyMatch(Space::canVary);
        return searched ? new VBox(12, title, searchButton(), made) : new VBox(12, title, made);
    }

    private Node searchButton() {
        var button = new Button(ui.text("search.open"), Icons.SEARCH.icon());
        button.setId("search-settings");
        button.setTooltip(new Tooltip(ui.text("search.open.tip")));
        button.disableProperty().bind(model.running());
        button.setOnAction(_ -> search());
        return button;
    }

    /** Opens the search for the chosen node, or the one that still runs. */
    private void search() {
        var chosen = chosen();
        if (chosen == null) return;
        var searched = search.open(chosen);
        ui.showDialogue(ui.text("search.title", words.name(searched)), new SearchDialogue(search, searched, words, ui));
    }

    private void showSettings() {
        var node = chosen();
        if (node == null || form == null || model.pipeline().get() == null) return;
        form.show(node.settings());
        offers.look(model.pipeline().get(), node.id(), workspace, model);
    }

    /** Puts what the form is told into the view model. */
    private final class Host implements SettingsFormView.Host {
        private final String node;

        Host(String node) {
            this.node = node;
        }

        @Override public void changed(Record settings, String setting, boolean typing) {
            model.set(node, settings, typing ? node + "." + setting : "");
        }

        @Override public void typing(String setting, Object value, String what) {
            Pipeline pipeline = model.pipeline().get();
            if (pipeline == null) return;
            var edited = pipeline.node(node);
            model.set(node, workspace.operators().form(edited).with(edited.settings(), setting, value), node + "." + what);
        }

        @Override public void draft(String setting, Optional<String> text) {
            model.draft(new PipelinesViewModel.Setting(node, setting), text);
        }

        @Override public Optional<String> draftOf(String setting) {
            return Optional.ofNullable(model.drafts().get(new PipelinesViewModel.Setting(node, setting)));
        }
    }

    private void showStanding() {
        Pipeline pipeline = model.pipeline().get();
        if (head != null && pipeline != null) head.show(pipeline);
        var node = chosen();
        if (node == null) return;
        NodeEvent state = model.states().of(node.id());
        String now = state + " " + model.running().get() + model.states().findings().get(node.id()) + model.states().result(node.id()).isPresent();
        if (now.equals(stood)) return;
        stood = now;
        standing.getChildren().setAll(new NodeStanding(node, state, model, workspace, words, peek, ui));
    }

    /** Puts the keyboard into the first field of the settings. */
    void focusSettings() {
        if (form != null && !form.isEmpty()) form.focusFirst();
        else requestFocus();
    }

    boolean hasFocus() {
        return isFocusWithin();
    }
}
