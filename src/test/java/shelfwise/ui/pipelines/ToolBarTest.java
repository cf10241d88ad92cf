package shelfwise.ui.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Workspace;
import shelfwise.base.Messages;
import shelfwise.ui.Looks;
import shelfwise.ui.NoChoosers;
import shelfwise.ui.Target;
import shelfwise.ui.Theme;
import shelfwise.ui.WindowTest;

class ToolBarTest extends WindowTest {
    @TempDir Path folder;

    @Test void noWordOfTheBarIsCutInASmallWindowAndWhatLeavesItsWordsAwayHasATooltip() {
        for (Locale language : Messages.LANGUAGES) {
            for (int width : new int[] {1024, 1280}) {
                try (Workspace workspace = ShopProject.make(folder.resolve(language.getLanguage() + width))) {
                    Looks.Window window = onUi(() -> {
                        Looks.Window made = Looks.window(new Looks.Look(language, Theme.LIGHT_CONTRAST), new NoChoosers());
                        made.shell().open(workspace.name(), List.of(new PipelinesPlace(workspace)));
                        return made;
                    });
                    Stage stage = show(window.shell().scene(), width, 700);
                    waitFor("the graph", () -> robot.lookup("#node-item-knn").tryQuery().isPresent());
                    check(width);
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

    private void check(int width) {
        assertEquals(List.of(), cutWords(".pipelines-bar"), "in a window of " + width);
        assertFalse(robot.lookup(".pipelines-bar > .button").queryAll().isEmpty());
        for (Node n : robot.lookup(".pipelines-bar > *").queryAll()) {
            if (n instanceof ButtonBase b && b.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY) assertNotNull(b.getTooltip(), b.getText());
        }
    }
}
