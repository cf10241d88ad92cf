package shelfwise.ui.pipelines;

import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.util.Subscription;
import shelfwise.app.PipelineService;
import shelfwise.base.JobEvent;
import shelfwise.pipeline.Pipeline;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Command;
import shelfwise.ui.kit.Icons;

/** Making a new pipeline, empty or of a template, and showing it in the place. */
final class NewPipelines {
    private static final String TEMPLATE_KEY = "Shortcut+T", EMPTY_KEY = "Shortcut+Shift+N";
    private final PipelinesViewModel model;
    private final TemplateViewModel templates;
    private final PipelineService pipelines;
    private final NodeWords words;
    private final UiContext ui;
    private Subscription waiting = () -> { };

    NewPipelines(PipelinesViewModel model, TemplateViewModel templates, PipelineService pipelines, NodeWords words, UiContext ui) {
        this.model = model;
        this.templates = templates;
        this.pipelines = pipelines;
        this.words = words;
        this.ui = ui;
        ui.keep(() -> waiting.unsubscribe());
    }

    /** The button of the bar with both ways. */
    void offerIn(MenuButton button) {
        button.setId("new-pipeline");
        button.setText(ui.text("templates.new"));
        button.setGraphic(Icons.ADD.icon());
        button.setTooltip(new Tooltip(ui.text("templates.new.tip")));
        button.getItems().setAll(item("templates.open", Icons.PIPELINES, "new-of-template", TEMPLATE_KEY, () -> ofTemplate("", "")),
                item("templates.empty", Icons.ADD, "new-empty", EMPTY_KEY, this::empty));
    }

    private MenuItem item(String text, Icons icon, String id, String key, Runnable act) {
        var item = new MenuItem(ui.text(text), icon.icon());
        item.setId(id);
        item.setAccelerator(KeyCombination.valueOf(key));
        item.setOnAction(_ -> act.run());
        return item;
    }

    List<Command> commands() {
        return List.of(Command.of(ui.text("templates.open"), Icons.PIPELINES, TEMPLATE_KEY, () -> ofTemplate("", "")),
                Command.of(ui.text("templates.empty"), Icons.ADD, EMPTY_KEY, this::empty));
    }

    /**
     * Opens the wizard.
     *
     * @param asset    to begin with; empty for the best there is
     * @param template to begin with; empty for the first that the data suffice for
     */
    void ofTemplate(String asset, String template) {
        templates.load(asset, template);
        ui.showDialogue(ui.text("templates.title"), new TemplateDialogue(templates, words, ui, made -> show(made, false), made -> show(made, true)));
    }

    /** Starts with an empty canvas. */
    void empty() {
        ui.jobs().<Pipeline>quietly(_ -> {
            Pipeline made = Pipeline.empty(TemplateViewModel.free(ui.text("templates.empty.name"), pipelines.names()));
            pipelines.write(made);
            return made;
        }, event -> {
            if (event instanceof JobEvent.Done<Pipeline> done) show(done.result(), false);
            if (event instanceof JobEvent.Failed<Pipeline> failed) ui.tell(failed.cause());
        });
    }

    private void show(Pipeline made, boolean run) {
        ui.closeDialogue();
        waiting.unsubscribe();
        model.refresh(made.name());
        if (run) waiting = model.pipeline().subscribe(now -> {
            if (now == null || !now.name().equals(made.name())) return;
            waiting.unsubscribe();
            model.run();
        });
    }
}
