package shelfwise.ui.pipelines.look;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import shelfwise.data.LearningCurve;
import shelfwise.pipeline.NodeEvent;
import shelfwise.pipeline.PortType;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.EmptyState;
import shelfwise.ui.kit.Failure;
import shelfwise.ui.kit.Severity;
import shelfwise.ui.kit.StatePane;

/** What stands in place of an output that is not there: why it is not, and the way to it; of a training under way its curves so far. */
final class Unmade {
    private final PortRef ref;
    private final Shown shown;
    private final UiContext ui;
    private final ScrollPane training = new ScrollPane();

    Unmade(PortRef ref, Shown shown, UiContext ui) {
        this.ref = ref;
        this.shown = shown;
        this.ui = ui;
        training.setFitToWidth(true);
        training.setFitToHeight(true);
        training.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        training.setAccessibleText(ui.text("look.learning"));
        training.getStyleClass().addAll("plain-scroll", "look-training");
    }

    /** Where the step stands, in a word. */
    Label badge() {
        return switch (shown.state(ref.node())) {
            case NodeEvent.Failed _ -> Severity.ERROR.badge(ui.text("pipelines.state.failed"));
            case NodeEvent.Cancelled _ -> Severity.WARNING.badge(ui.text("pipelines.state.cancelled"));
            case NodeEvent.Skipped _ -> Severity.WARNING.badge(ui.text("pipelines.state.skipped"));
            case NodeEvent.Running _ -> Severity.INFO.badge(ui.text("pipelines.state.running"));
            case NodeEvent.Waiting _, NodeEvent.Done _, NodeEvent.Cached _ -> Severity.INFO.badge(ui.text(shown.live(ref.node()) ? "pipelines.state.waiting" : PortLook.Standing.NONE.key()));
        };
    }

    void show(PortType type, StatePane state) {
        switch (shown.state(ref.node())) {
            case NodeEvent.Running r when !r.curve().isEmpty() -> {
                training.setContent(new LearningView(new LearningCurve(r.curve(), 0, false), true, ui));
                if (!state.getChildren().contains(training)) state.showContent(training);
            }
            case NodeEvent.Failed f -> state.showEmpty(new EmptyState(LookWords.icon(type), ui.text("look.failed"), Failure.of(f.problem().asException(), ui.messages()).what()));
            case NodeEvent.Cancelled _ -> state.showEmpty(empty(type, "look.cancelled").besideFields(ui.text("look.run-to"), () -> shown.runTo(ref.node())));
            case NodeEvent.Running _ -> state.showEmpty(empty(type, "look.awaited"));
            case NodeEvent.Waiting _, NodeEvent.Done _, NodeEvent.Cached _, NodeEvent.Skipped _ -> {
                if (shown.live(ref.node())) state.showEmpty(empty(type, "look.awaited"));
                else state.showEmpty(empty(type, "look.none").besideFields(ui.text("look.run-to"), () -> shown.runTo(ref.node())));
            }
        }
    }

    private EmptyState empty(PortType type, String key) {
        return new EmptyState(LookWords.icon(type), ui.text(key), ui.text(key + ".help"));
    }
}
