package shelfwise.ui.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.ChoiceBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Workspace;
import shelfwise.store.Outcome;
import shelfwise.store.RunInfo;
import shelfwise.ui.JobRow;
import shelfwise.ui.Looks;
import shelfwise.ui.NoChoosers;
import shelfwise.ui.Remembered;
import shelfwise.ui.Target;
import shelfwise.ui.Theme;
import shelfwise.ui.WindowTest;
import shelfwise.ui.Workbench;

/** The whole window is closed while a run goes on that does not end by itself, and two wait behind it. */
class ClosingWithAQueueTest extends WindowTest {
    @TempDir Path folder;
    private final AtomicBoolean hidden = new AtomicBoolean(), ended = new AtomicBoolean();
    private Looks.Window window;
    private Workbench workbench;

    @BeforeEach void askForThreeRunsAndClose() {
        SlowShop.make(folder.resolve("shop")).close();
        window = onUi(() -> Looks.window(new Looks.Look(Locale.ENGLISH, Theme.LIGHT), new NoChoosers()));
        workbench = onUi(() -> {
            var made = new Workbench(window.shell(), window.jobs(), Remembered.inMemory());
            made.start();
            return made;
        });
        show(window.shell().scene(), 1280, 800);
        onUi(() -> workbench.open(folder.resolve("shop")));
        waitFor("the project", () -> window.model().project().get().equals("shop"));
        SlowShop.askAll(this::go, () -> robot.push(KeyCode.F5));
        waitFor("two that wait", () -> rows(JobRow.State.WAITING).size() == 2);
        waitFor("one that runs", () -> rows(JobRow.State.RUNNING).size() == 1);
        onUi(() -> workbench.close(() -> hidden.set(true), () -> ended.set(true)));
        waitFor("the question", () -> sees("Go on in the background"));
    }

    private void go(String pipeline) {
        onUi(() -> window.model().go("pipelines", Target.of("pipeline", pipeline)));
        waitFor(pipeline, () -> find("chooser", ChoiceBox.class).getValue() instanceof String s && s.equals(pipeline));
    }

    /** Of runs, by the pipeline's name. */
    private List<JobRow> rows(JobRow.State state) {
        return window.jobs().rows().stream().filter(r -> r.key().equals("pipelines.job.run") && r.state().get() == state).toList();
    }

    /** The latest first. */
    private List<RunInfo> kept() {
        try (Workspace shop = Workspace.open(folder.resolve("shop"))) { // no longer in use
            return shop.runs().list();
        }
    }

    @Test void theQueueGoesOnInTheBackgroundAndNothingIsLost() {
        onUi(() -> pressButton("Go on in the background"));
        waitFor("the window to be hidden", hidden::get);
        assertFalse(ended.get());
        onUi(() -> rows(JobRow.State.RUNNING).getFirst().cancel()); // at last it ends
        waitFor("the program to end", ended::get);
        assertFalse(onUi(() -> sees("Go on in the background")), "it asks once");
        List<RunInfo> runs = kept();
        assertEquals(List.of("spring", "autumn", ShopProject.NAME), runs.stream().map(RunInfo::pipeline).toList());
        assertEquals(List.of(Outcome.DONE, Outcome.DONE, Outcome.CANCELLED), runs.stream().map(RunInfo::outcome).toList());
    }

    @Test void stoppingEndsWhatRunsAndBeginsNothingThatWaits() {
        onUi(() -> pressButton("Stop the work"));
        waitFor("the program to end", ended::get);
        assertTrue(onUi(() -> rows(JobRow.State.WAITING).isEmpty()));
        List<RunInfo> runs = kept();
        assertEquals(List.of(Outcome.CANCELLED), runs.stream().map(RunInfo::outcome).toList());
        assertEquals(ShopProject.NAME, runs.getFirst().pipeline());
    }
}
