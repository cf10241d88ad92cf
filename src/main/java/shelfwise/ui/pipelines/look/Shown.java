package shelfwise.ui.pipelines.look;

import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.RunResult;

/** The pipeline on the canvas, as far as looking needs it. On the UI thread. */
public interface Shown {
    /** Null if there is none or it can't be read. */
    ReadOnlyObjectProperty<@Nullable Pipeline> pipeline();

    /** What holds the outputs of a step as it is set now; empty if it has none. */
    Optional<RunResult> result(String node);

    /** Changes whenever results came or went. */
    ReadOnlyLongProperty looks();
}
