package shelfwise.ui.pipelines;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import shelfwise.app.Workspace;
import shelfwise.base.ProblemException;
import shelfwise.pipeline.Edit;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Renames;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Command;
import shelfwise.ui.kit.Icons;

/** What can be done with whole pipelines: copied as a variant, named, taken out. */
final class PipelineActs {
    private final PipelinesViewModel model;
    private final PipelineFiles files;
    private final Workspace workspace;
    private final UiContext ui;

    PipelineActs(PipelinesViewModel model, PipelineFiles files, Workspace workspace, UiContext ui) {
        this.model = model;
        this.files = files;
        this.workspace = workspace;
        this.ui = ui;
    }

    /** Tells what a run would do, without running. */
    void check() {
        Pipeline pipeline = model.pipeline().get();
        if (pipeline == null) return;
        ui.showDialogue(ui.text("pipelines.check.title", pipeline.name()), new CheckDialogue(pipeline, workspace, new NodeWords(workspace.operators(), ui), model::select, ui));
    }

    void duplicate() {
        ask("pipelines.duplicate", free(model.name().get()), files::duplicate);
    }

    void rename() {
        ask("pipelines.rename", model.name().get(), files::rename);
    }

    void remove() {
        Pipeline now = model.pipeline().get();
        ui.confirm(ui.text("pipelines.remove.ask", model.name().get(), now == null ? 0 : now.nodes().size()), ui.text("pipelines.remove.verb"), files::remove);
    }

    /** Gives the chosen step another id everywhere; a model it trains is called that from the next run on. */
    private void changeId() {
        String id = model.selected().get();
        ask("pipelines.change-id", id, newId -> {
            Pipeline now = model.pipeline().get();
            if (now == null) return;
            try {
                model.edit(Renames.node(now, workspace.operators(), id, newId), Edit.of("edit.rename", id, newId));
                model.select(newId);
            } catch (ProblemException e) {
                ui.tell(e);
            }
        });
    }

    /** {@code shop} becomes {@code shop-2}. */
    private String free(String stem) {
        return TemplateViewModel.free(stem.replaceFirst("-\\d{1,3}$", ""), model.names());
    }

    /** Those on a pipeline only where one is shown; one that runs or waits to keeps its name and its file. */
    List<Command> commands() {
        if (model.name().get().isEmpty()) return List.of();
        boolean shown = model.pipeline().get() != null, free = !model.inLine().get();
        var all = new ArrayList<Command>();
        if (shown) all.add(Command.of(ui.text("pipelines.check"), Icons.QUALITY, "Shortcut+F5", this::check));
        if (shown) all.add(Command.of(ui.text("pipelines.duplicate"), Icons.PIPELINES, this::duplicate));
        if (shown && free) all.add(Command.of(ui.text("pipelines.rename"), Icons.EDIT, this::rename));
        if (free) all.add(Command.of(ui.text("pipelines.remove"), Icons.REMOVE, this::remove));
        Pipeline now = model.pipeline().get();
        if (now != null && now.find(model.selected().get()).isPresent()) all.add(Command.of(ui.text("pipelines.change-id"), Icons.EDIT, this::changeId));
        return all;
    }

    private void ask(String key, String proposed, Consumer<String> act) {
        var field = new TextField(proposed);
        field.setId("pipeline-name");
        var label = new Label(ui.text("pipelines.name"));
        label.setLabelFor(field);
        var go = new Button(ui.text(key + ".verb"));
        go.getStyleClass().add("accent");
        go.setDefaultButton(true);
        go.disableProperty().bind(Bindings.createBooleanBinding(() -> field.getText().isBlank() || model.names().contains(field.getText().strip()), field.textProperty()));
        go.setOnAction(_ -> {
            ui.closeDialogue();
            act.accept(field.getText().strip());
        });
        var no = new Button(ui.text("ui.cancel"));
        no.setOnAction(_ -> ui.closeDialogue());
        var buttons = new HBox(8, no, go);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        var box = new VBox(8, label, field, buttons);
        box.setMinWidth(360);
        ui.showDialogue(ui.text(key), box);
        field.requestFocus();
        field.selectAll();
    }
}
