package shelfwise.ui.pipelines;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import shelfwise.app.Workspace;
import shelfwise.pipeline.Edit;
import shelfwise.pipeline.Group;
import shelfwise.pipeline.NodeEvent;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Unread;
import shelfwise.ui.UiContext;
import shelfwise.ui.pipelines.look.Peek;

/** The pane beside the canvas: what the chosen node is, where it stands, what it made, and its settings. */
final class NodePane extends ScrollPane {
    private final PipelinesViewModel model;
    private final SearchViewModel search;
    private final Workspace workspace;
    private final NodeWords words;
    private final Peek peek;
    private final OwnViewModel own;
    private final OwnActs acts;
    private final UiContext ui;
    private final VBox box = new VBox();
    private final VBox standing = new VBox();
    private final Offers offers = new Offers();
    private final ParametersPane parameters;
    private final StopAndKeep keep;
    private @Nullable NodeSettings form;
    private @Nullable KeepLine keepLine;
    private @Nullable PipelineHead head;
    private @Nullable GroupPane group;
    private String shown = "";
    private String stood = "";

    NodePane(PipelinesViewModel model, SearchViewModel search, Workspace workspace, NodeWords words, Peek peek, Owning owning, UiContext ui) {
        this.model = model;
        this.search = search;
        this.workspace = workspace;
        this.words = words;
        this.peek = peek;
        own = owning.model();
        acts = owning.acts();
        this.ui = ui;
        keep = new StopAndKeep(model, workspace.operators());
        parameters = new ParametersPane(model, workspace.operators(), words, ui);
        getStyleClass().add("node-pane");
        box.getStyleClass().add("node-pane-box");
        standing.getStyleClass().add("node-standing");
        setContent(box);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        ui.keep(model.selected().subscribe(_ -> show()));
        ui.keep(model.pipeline().subscribe(_ -> show()));
        InvalidationListener others = _ -> showGroup();
        own.all().addListener(others);
        ui.keep(() -> own.all().removeListener(others));
        InvalidationListener typed = _ -> showKeeping();
        model.drafts().addListener(typed);
        ui.keep(() -> model.drafts().removeListener(typed));
        ui.keep(model.running().subscribe(_ -> showStanding()));
        ui.keep(model.looks().subscribe(_ -> showStanding()));
        ui.keep(model.watch(id -> {
            if (head != null || id.isEmpty() || id.equals(model.selected().get())) showStanding();
        }));
    }

    private shelfwise.pipeline.@Nullable Node chosen() {
        Pipeline pipeline = model.pipeline().get();
        return pipeline == null ? null : pipeline.find(model.selected().get()).orElse(null);
    }

    /** The chosen node, from the top; nothing is made anew while the same one is shown. */
    private void show() {
        var node = chosen();
        Pipeline pipeline = model.pipeline().get();
        Optional<Group> chosenGroup = pipeline == null ? Optional.empty() : pipeline.group(model.selected().get());
        String now = model.name().get() + "/" + (chosenGroup.isPresent() ? "group " + model.selected().get() : node != null ? node.id() + "/" + node.operator() + "/" + Unread.of(node).isPresent()
                : pipeline == null ? "" : pipeline.nodes().stream().map(n -> n.operator()).toList());
        if (now.equals(shown) && !box.getChildren().isEmpty()) {
            showSettings();
            showStanding();
            showGroup();
            return;
        }
        shown = now;
        stood = "";
        form = null;
        keepLine = null;
        group = chosenGroup.isEmpty() ? null : new GroupPane(chosenGroup.get().id(), model, own, acts, workspace, words, ui);
        head = node != null || pipeline == null || group != null ? null : new PipelineHead(pipeline, model, workspace, words, ui);
        if (group != null) box.getChildren().setAll(group);
        else if (head != null) box.getChildren().setAll(head, parameters);
        else if (node == null) box.getChildren().clear();
        else settings(node);
        setVvalue(0);
        showSettings();
        showStanding();
        showGroup();
    }

    private void showGroup() {
        Pipeline pipeline = model.pipeline().get();
        if (group != null && pipeline != null) group.show(pipeline);
    }

    private void settings(shelfwise.pipeline.Node node) {
        offers.clear();
        Unread unread = Unread.of(node).orElse(null);
        if (unread != null) {
            box.getChildren().setAll(new UnreadPane(node, unread, workspace.operators(), ui, now -> put(now, "edit.repair"), now -> put(now, "edit.json")));
            return;
        }
        var made = new NodeSettings(node, model, workspace, offers, this::search, ui);
        form = made;
        var line = new KeepLine(node.id(), keep, this::requestFocus, ui);
        keepLine = line;
        box.getChildren().setAll(new NodeHead(node, workspace.operators().operator(node), words, ui), line, standing, made);
    }

    private void put(shelfwise.pipeline.Node node, String edit) {
        Pipeline pipeline = model.pipeline().get();
        if (pipeline != null) model.edit(pipeline.set(node), Edit.of(edit, node.id()));
    }

    /** Opens the search for the chosen node, or the one that still runs. */
    private void search() {
        var chosen = chosen();
        if (chosen == null) return;
        var searched = search.open(chosen);
        ui.showDialogue(ui.text("search.title", words.name(searched)), new SearchDialogue(search, searched, words, ui));
    }

    /** What the project offers to settings may be other than it was. */
    void offersChanged() {
        showSettings();
    }

    private void showSettings() {
        var node = chosen();
        if (node == null || form == null || model.pipeline().get() == null) return;
        form.show(node);
        offers.look(model.pipeline().get(), node.id(), workspace, model, ui);
    }

    private void showStanding() {
        Pipeline pipeline = model.pipeline().get();
        if (head != null && pipeline != null) {
            head.show(pipeline);
            parameters.show(pipeline);
        }
        var node = chosen();
        if (node == null || form == null) return;
        showKeeping();
        NodeEvent state = model.states().of(node.id());
        String now = state + " " + model.states().live(node.id()) + model.states().stale(node.id()) + model.states().findings().get(node.id()) + model.states().result(node.id()).isPresent();
        if (now.equals(stood)) return;
        stood = now;
        standing.getChildren().setAll(new NodeStanding(node, state, model, workspace, words, peek, ui));
    }

    private void showKeeping() {
        if (keepLine != null) keepLine.show(model.selected().get());
    }

    /** Puts the keyboard into the first field of the settings. */
    void focusSettings() {
        if (group != null && group.focus()) return;
        if (form == null || !form.focus()) requestFocus();
    }

    boolean hasFocus() {
        return isFocusWithin();
    }
}
