package shelfwise.ui.pipelines;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import shelfwise.pipeline.Edit;
import shelfwise.pipeline.Pipeline;
import shelfwise.ui.pipelines.canvas.CanvasEdits;
import shelfwise.ui.pipelines.canvas.OwnSteps;
import shelfwise.ui.pipelines.canvas.Selection;

/** The view model as the canvas sees it; of several chosen nodes the one chosen last is the view model's. */
final class ModelEdits implements CanvasEdits {
    private final PipelinesViewModel model;
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(Selection.NONE);
    private final Runnable following;
    private final OwnSteps own;
    private final Runnable templates;

    /** @param templates opens them */
    ModelEdits(PipelinesViewModel model, OwnSteps own, Runnable templates) {
        this.model = model;
        this.own = own;
        this.templates = templates;
        following = model.selected().subscribe(this::follow)::unsubscribe;
        selection.addListener((_, _, now) -> model.select(now.last().orElse("")));
    }

    private void follow(String node) {
        if (!selection.get().last().orElse("").equals(node)) selection.set(node.isEmpty() ? Selection.NONE : Selection.of(node));
    }

    /** No longer listens to the view model. */
    void end() {
        following.run();
    }

    @Override public ObservableValue<@Nullable Pipeline> pipeline() {
        return model.pipeline();
    }

    @Override public ObjectProperty<Selection> selection() {
        return selection;
    }

    @Override public void beginWithTemplate() {
        templates.run();
    }

    @Override public OwnSteps own() {
        return own;
    }

    @Override public void edit(Pipeline changed, Edit edit) {
        model.edit(changed, edit);
    }
}
