package shelfwise.ui.pipelines.look;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import shelfwise.pipeline.NodeEvent;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.RunResult;

/** The pipeline on the canvas, as far as looking needs it. On the UI thread. */
public interface Shown {
    /** Null if there is none or it can't be read. */
    ReadOnlyObjectProperty<@Nullable Pipeline> pipeline();

    /** What holds the outputs of a step as it is set now; empty if it has none. */
    Optional<RunResult> result(String node);

    /** Where a step stands in the run under way, or stood when the last one ended. */
    NodeEvent state(String node);

    /** Whether a run under way goes through it. */
    boolean live(String node);

    /** Runs the pipeline as far as this step. */
    void runTo(String node);

    /** @param changed gets the step whose state has changed; empty text for all */
    Subscription watch(Consumer<String> changed);

    /** Changes whenever results came or went. */
    ReadOnlyLongProperty looks();
}
