package shelfwise.ui.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Workspace;
import shelfwise.ui.JobRow;
import shelfwise.ui.Looks;
import shelfwise.ui.NoChoosers;
import shelfwise.ui.Target;
import shelfwise.ui.Theme;
import shelfwise.ui.WindowTest;

/** Runs of several pipelines, by keyboard: asked for, moved, taken out and stopped. */
class QueueTest extends WindowTest {
    @TempDir Path folder;
    private Workspace workspace;
    private Looks.Window window;

    @BeforeEach void open() {
        workspace = SlowShop.make(folder.resolve("shop"));
        window = onUi(() -> {
            Looks.Window made = Looks.window(new Looks.Look(Locale.ENGLISH, Theme.LIGHT), new NoChoosers());
            made.shell().open("Shop", List.of(new PipelinesPlace(workspace)));
            return made;
        });
        show(window.shell().scene(), 1280, 800);
    }

    @AfterEach void close() {
        onUi(() -> window.jobs().stopAll(() -> { }));
        waitFor("work to end", window.jobs()::idle);
        workspace.close();
    }

    @Test void runsWaitAreMovedTakenOutAndStoppedByKeyboard() {
        SlowShop.askAll(this::go, () -> robot.push(KeyCode.F5));
        waitFor("two that wait", () -> waiting().equals(List.of("autumn", "spring")));
        assertTrue(sees("Stop the whole queue"));
        robot.push(KeyCode.CONTROL, KeyCode.J);
        robot.push(KeyCode.ALT, KeyCode.DOWN);
        waitFor("moved back", () -> waiting().equals(List.of("spring", "autumn")));
        robot.push(KeyCode.ALT, KeyCode.UP);
        waitFor("moved forward, for the line kept the keyboard", () -> waiting().equals(List.of("autumn", "spring")));
        robot.push(KeyCode.DELETE);
        waitFor("taken out", () -> waiting().equals(List.of("spring")));
        assertTrue(onUi(() -> robot.lookup("#node-top").tryQuery().isPresent() && robot.lookup("#node-orders").tryQuery().isPresent()), "the canvas keeps its steps");
        assertTrue(onUi(() -> robot.lookup("#in-line").query().isVisible()), "the pipeline shown says that it waits");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.PERIOD);
        waitFor("all stopped", window.jobs()::idle);
        assertEquals(List.of(), onUi(this::waiting));
        assertFalse(onUi(() -> robot.lookup("#in-line").query().isVisible()));
        assertEquals(1, workspace.runs().list().size(), "what waited was not run");
    }

    private void go(String pipeline) {
        onUi(() -> window.model().go("pipelines", Target.of("pipeline", pipeline)));
        waitFor(pipeline, () -> find("chooser", javafx.scene.control.ChoiceBox.class).getValue().equals(pipeline));
    }

    /** On the UI thread. */
    private List<String> waiting() {
        return window.jobs().rows().stream().filter(r -> r.state().get() == JobRow.State.WAITING)
                .sorted(Comparator.comparing(r -> r.place().get())).map(r -> r.args()[0].toString()).toList();
    }
}
