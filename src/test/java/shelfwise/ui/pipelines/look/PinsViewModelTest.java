package shelfwise.ui.pipelines.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Workspace;
import shelfwise.base.Jobs;
import shelfwise.pipeline.NodeEvent;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.RunResult;
import shelfwise.ui.JobBoard;

/** Work is done at once, on the thread that asks. */
class PinsViewModelTest {
    private static final PortRef LISTS = new PortRef("top", "lists"), EVENTS = new PortRef("purchases", "interactions");
    @TempDir Path folder;
    private final ReadOnlyObjectWrapper<@Nullable Pipeline> pipeline = new ReadOnlyObjectWrapper<>();
    private final JobBoard jobs = new JobBoard(new Jobs(Runnable::run, Runnable::run), InstantSource.system());

    private final Shown shown = new Shown() {
        private final ReadOnlyLongWrapper looks = new ReadOnlyLongWrapper();

        @Override public ReadOnlyObjectProperty<@Nullable Pipeline> pipeline() {
            return pipeline.getReadOnlyProperty();
        }

        @Override public Optional<RunResult> result(String node) {
            return Optional.empty();
        }

        @Override public NodeEvent state(String node) {
            return new NodeEvent.Waiting(node);
        }

        @Override public boolean live(String node) {
            return false;
        }

        @Override public void runTo(String node) { }

        @Override public Subscription watch(Consumer<String> changed) {
            return Subscription.EMPTY;
        }

        @Override public ReadOnlyLongProperty looks() {
            return looks.getReadOnlyProperty();
        }
    };

    @Test void eachPipelineKeepsItsPinsTheirOrderAndTheDock() {
        try (Workspace workspace = Workspace.create(folder.resolve("shop"))) {
            var pins = new PinsViewModel(shown, workspace.settings(), jobs);
            pipeline.set(Pipeline.empty("weekly"));
            pins.toggle(LISTS);
            pins.toggle(EVENTS);
            pins.move(EVENTS, -5);
            pins.folded().set(true);
            pins.share().set(0.7);
            pipeline.set(Pipeline.empty("other"));
            assertEquals(List.of(), pins.pins());
            assertFalse(pins.folded().get());

            var later = new PinsViewModel(shown, workspace.settings(), jobs);
            pipeline.set(Pipeline.empty("weekly"));
            assertEquals(List.of(EVENTS, LISTS), later.pins());
            assertTrue(later.folded().get());
            assertEquals(0.7, later.share().get());
        }
    }

    @Test void aPinOpensTheDockAndTheSameAgainTakesItOff() {
        try (Workspace workspace = Workspace.create(folder.resolve("shop"))) {
            var pins = new PinsViewModel(shown, workspace.settings(), jobs);
            pipeline.set(Pipeline.empty("weekly"));
            pins.folded().set(true);
            pins.toggle(LISTS);
            assertTrue(pins.pinned(LISTS));
            assertFalse(pins.folded().get());
            pins.toggle(LISTS);
            assertEquals(List.of(), pins.pins());
        }
    }
}
