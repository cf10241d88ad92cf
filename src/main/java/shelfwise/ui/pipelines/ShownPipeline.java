package shelfwise.ui.pipelines;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import shelfwise.pipeline.NodeEvent;
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

    @Override public NodeEvent state(String node) {
        return model.states().of(node);
    }

    @Override public boolean live(String node) {
        return model.states().live(node);
    }

    @Override public void runTo(String node) {
        model.runTo(List.of(node));
    }

    @Override public Subscription watch(Consumer<String> changed) {
        return model.watch(changed);
    }

    @Override public ReadOnlyLongProperty looks() {
        return model.looks();
    }
}
