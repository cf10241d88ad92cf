package shelfwise.ui.choice;

import java.util.List;
import shelfwise.app.Workspace;
import shelfwise.base.JobEvent;
import shelfwise.ui.Target;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.EmptyState;

/** Leads from a place that has no results to where they are made: to the templates while the project has no pipeline, else to its pipelines. */
public final class WayToResults {
    private final Workspace workspace;
    private final UiContext ui;

    public WayToResults(Workspace workspace, UiContext ui) {
        this.workspace = workspace;
        this.ui = ui;
    }

    /** Adds the button to {@code empty} as soon as it is known what is there, each time it is shown, and the link to the samples. */
    public EmptyState from(EmptyState empty) {
        empty.sceneProperty().addListener((_, _, scene) -> {
            if (scene != null) ask(empty);
        });
        return empty;
    }

    private void ask(EmptyState empty) {
        ui.jobs().<List<String>>quietly(_ -> workspace.pipelines().names(), event -> {
            if (event instanceof JobEvent.Done<List<String>> done) lead(empty, done.result().isEmpty());
        });
    }

    private void lead(EmptyState empty, boolean none) {
        empty.clear();
        if (none) empty.button(ui.text("templates.open"), () -> ui.go("pipelines", Target.of("template", "")));
        else empty.button(ui.text("ui.open-pipelines"), () -> ui.go("pipelines"));
        empty.link(ui.text("ui.try-sample"), () -> ui.go("home"));
    }
}
