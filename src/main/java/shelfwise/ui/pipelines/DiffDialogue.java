package shelfwise.ui.pipelines;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import shelfwise.app.Workspace;
import shelfwise.base.JobEvent;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.diff.DiffWords;
import shelfwise.pipeline.diff.PipelineDiff;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Failure;

/** What differs between another pipeline of the project and the open one, node by node, with the way to each step that is there. */
final class DiffDialogue extends VBox {
    private static final double WIDE = 640, HIGH = 440;
    private final Pipeline open;
    private final Workspace workspace;
    private final Consumer<String> go;
    private final UiContext ui;
    private final ChoiceBox<String> with = new ChoiceBox<>();
    private final VBox parts = new VBox();

    /** @param others names of the pipelines to choose from; @param go gets the id of a step that a person wants to see */
    DiffDialogue(Pipeline open, List<String> others, Workspace workspace, Consumer<String> go, UiContext ui) {
        this.open = open;
        this.workspace = workspace;
        this.go = go;
        this.ui = ui;
        getStyleClass().addAll("wide-dialogue", "diff-dialogue");
        setPrefSize(WIDE, HIGH);
        with.setId("diff-with");
        with.getItems().setAll(others);
        var label = new Label(ui.text("differences.with"));
        label.setLabelFor(with);
        var chosen = new HBox(label, with);
        chosen.getStyleClass().add("line");
        parts.setId("diff-parts");
        parts.getStyleClass().add("diff-parts");
        var scroll = new ScrollPane(parts);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var close = new Button(ui.text("differences.close"));
        close.setCancelButton(true);
        close.setOnAction(_ -> ui.closeDialogue());
        var buttons = new HBox(close);
        buttons.getStyleClass().add("buttons");
        getChildren().addAll(chosen, scroll, buttons);
        with.getSelectionModel().selectedItemProperty().subscribe(name -> {
            if (name != null) compare(name);
        });
        with.getSelectionModel().selectFirst();
    }

    private void compare(String name) {
        parts.getChildren().setAll(words(ui.text("differences.comparing"), "muted"));
        ui.jobs().<PipelineDiff>quietly(_ -> PipelineDiff.of(workspace.pipelines().read(name), open, workspace.operators()), event -> {
            if (!name.equals(with.getValue())) return;
            switch (event) {
                case JobEvent.Done<PipelineDiff> done -> show(name, done.result());
                case JobEvent.Failed<PipelineDiff> failed -> parts.getChildren().setAll(words(Failure.of(failed.cause(), ui.messages()).what(), "severity-error"));
                case JobEvent.Moved<PipelineDiff> _, JobEvent.Cancelled<PipelineDiff> _ -> { }
            }
        });
    }

    private void show(String name, PipelineDiff diff) {
        var words = new DiffWords(ui.messages());
        parts.getChildren().setAll(words(ui.text("differences.direction", name, open.name()), "muted"),
                words(diff.same() ? ui.text("differences.none") : ui.text("differences.count", diff.parts().size()), "section-title"));
        for (PipelineDiff.Part p : diff.parts()) parts.getChildren().add(part(p, words));
        if (diff.moved() > 0) parts.getChildren().add(words(ui.text("differences.moved", diff.moved()), "muted"));
    }

    private Node part(PipelineDiff.Part part, DiffWords words) {
        var box = new VBox(words(words.title(part), "diff-title"));
        box.getStyleClass().addAll("diff-part", part.kind().name().toLowerCase(Locale.ROOT));
        part.differences().forEach(d -> box.getChildren().add(words(words.line(part, d), "diff-line")));
        if (part.section() == PipelineDiff.Section.NODE && !part.after().isEmpty()) {
            var link = new Hyperlink(ui.text("differences.go"));
            link.setAccessibleText(ui.text("differences.go") + " " + part.after());
            link.setOnAction(_ -> go.accept(part.after()));
            box.getChildren().add(link);
        }
        return box;
    }

    private static Label words(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
