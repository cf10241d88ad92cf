package shelfwise.ui.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Workspace;
import shelfwise.pipeline.Pipeline;
import shelfwise.ui.Looks;
import shelfwise.ui.Target;
import shelfwise.ui.Theme;
import shelfwise.ui.WindowTest;

class ToolBarTest extends WindowTest {
    @TempDir Path folder;

    @Test void noWordOfTheBarIsCutInASmallWindowAndWhatLeavesItsWordsAwayHasATooltip() {
        for (Looks.Look look : looks()) {
            for (int width : new int[] {1024, 1280}) {
                try (Workspace workspace = ShopProject.make(folder.resolve(look.name() + width))) {
                    Pipeline first = workspace.pipelines().read(ShopProject.NAME);
                    workspace.pipelines().write(first.withName("z-a-pipeline-with-a-name-that-would-widen-the-box"));
                    Looks.Window window = onUi(() -> Looks.open(look, workspace.name(), List.of(new PipelinesPlace(workspace))));
                    Stage stage = show(window.shell().scene(), width, 700);
                    waitFor("the graph", () -> robot.lookup("#node-item-knn").tryQuery().isPresent());
                    check(width);
                    assertEquals(ContentDisplay.LEFT, run().getContentDisplay(), "there is room for the most used words");
                    onUi(() -> window.model().go("pipelines", Target.of("node", "item-knn")));
                    onUi(() -> robot.lookup("#setting-neighbours .step").queryButton().fire());
                    waitFor("something unsaved", () -> robot.lookup(".pipelines-bar .badge-warning").tryQuery().filter(Node::isVisible).isPresent());
                    check(width);
                    waitFor("an end of work", window.jobs()::idle);
                    onUi((Runnable) stage::hide);
                }
            }
        }
    }

    private static List<Looks.Look> looks() {
        return List.of(new Looks.Look(Locale.ENGLISH, Theme.LIGHT_CONTRAST), new Looks.Look(Locale.SIMPLIFIED_CHINESE, Theme.LIGHT_CONTRAST), new Looks.Look(Locale.SIMPLIFIED_CHINESE, Theme.DARK));
    }

    private Button run() {
        return robot.lookup(".pipelines-bar > .accent").queryButton();
    }

    private void check(int width) {
        assertEquals(List.of(), cutWords(".pipelines-bar"), "in a window of " + width);
        Node bar = robot.lookup(".pipelines-bar").query(), last = robot.lookup(".pipelines-bar > .button").queryAll().stream().filter(Node::isVisible).reduce((_, b) -> b).orElseThrow();
        assertTrue(bar.localToScene(bar.getLayoutBounds()).getMinX() >= 0 && last.localToScene(last.getLayoutBounds()).getMaxX() <= width, "the bar is within a window of " + width);
        assertFalse(robot.lookup(".pipelines-bar > .button").queryAll().isEmpty());
        for (Node n : robot.lookup(".pipelines-bar > *").queryAll()) {
            if (n instanceof ButtonBase b && b.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY) assertNotNull(b.getTooltip(), b.getText());
        }
    }
}
