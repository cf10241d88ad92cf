package shelfwise.ui.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Workspace;
import shelfwise.ui.Looks;
import shelfwise.ui.NoChoosers;
import shelfwise.ui.Target;
import shelfwise.ui.Theme;
import shelfwise.ui.WindowTest;

/** A training ended from the pane beside the canvas, and by the keyboard while another step is looked at. */
class StopAndKeepJourneyTest extends WindowTest {
    @TempDir Path folder;

    @Test void aTrainingIsEndedFromThePaneAndByTheKeyboard() {
        try (Workspace workspace = SlowShop.training(folder.resolve("shop"))) {
            Looks.Window window = onUi(() -> {
                Looks.Window made = Looks.window(new Looks.Look(Locale.ENGLISH, Theme.LIGHT), new NoChoosers());
                made.shell().open(workspace.name(), List.of(new PipelinesPlace(workspace)));
                return made;
            });
            show(window.shell().scene(), 1280, 800);
            waitFor("the graph", () -> robot.lookup("#node-" + SlowShop.NETWORK).tryQuery().isPresent());
            go(window, SlowShop.NETWORK);
            assertFalse(offered(), "nothing is trained");
            assertFalse(find("seldom-settings", TitledPane.class).isExpanded());
            robot.push(KeyCode.F5);
            waitFor("an epoch", () -> offered() && !find("stop-and-keep", Button.class).isDisabled());
            robot.clickOn("#stop-and-keep");
            waitFor("the model", this::done);
            waitFor("an end of work", window.jobs()::idle);
            assertEquals(0, onUi(() -> robot.lookup(".node-pane").queryAs(ScrollPane.class).getVvalue()), "the model is in view");
            assertFalse(offered());
            assertTrue(find("seldom-settings", TitledPane.class).isExpanded(), "a setting that was changed is in view");
            robot.push(KeyCode.CONTROL, KeyCode.Z).push(KeyCode.F5);
            waitFor("more epochs", () -> offered() && !find("stop-and-keep", Button.class).isDisabled());
            go(window, "popular");
            robot.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.PERIOD);
            waitFor("an end of work", window.jobs()::idle);
            go(window, SlowShop.NETWORK);
            waitFor("the model", this::done);
            assertTrue(workspace.pipelines().read(ShopProject.NAME).node(SlowShop.NETWORK).settings().toString().matches(".*stopAt=[1-9].*"));
        }
    }

    private boolean offered() {
        return find("stop-and-keep", Button.class).getParent().isVisible();
    }

    private boolean done() {
        return robot.lookup(".node-standing-card.done").tryQuery().isPresent();
    }

    private void go(Looks.Window window, String node) {
        onUi(() -> window.model().go("pipelines", Target.of("node", node)));
        waitFor(node, () -> robot.lookup("#node-" + node).tryQuery().isPresent());
    }
}
