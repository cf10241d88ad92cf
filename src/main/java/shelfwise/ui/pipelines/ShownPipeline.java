package shelfwise.ui.pipelines;

import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.RunResult;
import shelfwise.ui.pipelines.look.Shown;

/** The pipeline on the canvas, for those who look at what its steps made. */
record ShownPipeline(PipelinesViewModel model) implements Shown {
    @Override public ReadOnlyObjectProperty<@Nullable Pipeline> pipeline() {
        return model.pipeline();
    }

    @Override public Optional<RunResult> result(String node) {
        return model.states().stale(node) ? Optional.empty() : model.states().result(node);
    }

    @Override public ReadOnlyLongProperty looks() {
        return model.looks();
    }
}
