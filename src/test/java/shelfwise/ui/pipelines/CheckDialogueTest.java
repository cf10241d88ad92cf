package shelfwise.ui.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.RunPlan;
import shelfwise.app.Workspace;
import shelfwise.ui.Looks;
import shelfwise.ui.NoChoosers;
import shelfwise.ui.Theme;
import shelfwise.ui.WindowTest;

/** What the window tells of a run before it. */
class CheckDialogueTest extends WindowTest {
    @TempDir Path folder;
    private Workspace workspace;
    private Looks.Window window;

    private void open(String asset) {
        workspace = ShopProject.make(folder.resolve("shop"));
        workspace.pipelines().write(ShopProject.pipeline(workspace, asset));
        window = onUi(() -> {
            Looks.Window made = Looks.window(new Looks.Look(Locale.ENGLISH, Theme.LIGHT), new NoChoosers());
            made.shell().open("Shop", List.of(new PipelinesPlace(workspace)));
            return made;
        });
        show(window.shell().scene(), 1280, 800);
        waitFor("the graph", () -> robot.lookup("#node-judge").tryQuery().isPresent() && window.jobs().idle());
        robot.push(KeyCode.CONTROL, KeyCode.F5);
        waitFor("the steps", () -> robot.lookup("#check-steps").tryQuery().isPresent() && !steps().getItems().isEmpty());
    }

    @AfterEach void close() {
        waitFor("an end of work", window.jobs()::idle);
        workspace.close();
    }

    @SuppressWarnings("unchecked") // it holds nothing else
    private TableView<RunPlan.Planned> steps() {
        return find("check-steps", TableView.class);
    }

    @Test void tellsEveryStepsMemoryAndLeadsToTheStep() {
        open("orders");
        assertEquals(8, steps().getItems().size());
        assertTrue(steps().getItems().stream().allMatch(s -> s.memory().isPresent() && !s.kept()), steps().getItems().toString());
        assertTrue(sees("Nothing speaks against a run."));
        snapshot(window.shell().scene(), "check-ready");
        onUi(() -> steps().getSelectionModel().select(2));
        robot.push(KeyCode.ENTER);
        waitFor("the dialogue to close", () -> robot.lookup("#check-steps").tryQuery().isEmpty());
        assertTrue(robot.lookup(".node-pane .section-title").tryQuery().isPresent());
        assertTrue(workspace.runs().list().isEmpty(), "nothing ran");
    }

    @Test void tellsWhatWouldFail() {
        open("sales-2012");
        assertTrue(sees("A run would fail:"));
        snapshot(window.shell().scene(), "check-fails");
        robot.push(KeyCode.ESCAPE);
        waitFor("the dialogue to close", () -> robot.lookup("#check-steps").tryQuery().isEmpty());
    }
}
