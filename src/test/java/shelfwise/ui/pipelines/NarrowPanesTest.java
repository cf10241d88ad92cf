package shelfwise.ui.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Workspace;
import shelfwise.base.Messages;
import shelfwise.base.Progress;
import shelfwise.ui.Looks;
import shelfwise.ui.NoChoosers;
import shelfwise.ui.Target;
import shelfwise.ui.Theme;
import shelfwise.ui.WindowTest;

class NarrowPanesTest extends WindowTest {
    private static final List<String> STEPS = List.of("purchases", "item-knn", "judge");
    @TempDir Path folder;

    @Test void namesOfPinnedPreviewsAndWhatStepsMadeAreWholeInASmallWindow() {
        try (Workspace workspace = ShopProject.make(folder.resolve("shop"))) {
            workspace.runs().run(workspace.pipelines().read(ShopProject.NAME), Progress.NONE, _ -> { });
            for (Locale language : Messages.LANGUAGES) {
                Looks.Window window = onUi(() -> {
                    Looks.Window made = Looks.window(new Looks.Look(language, Theme.LIGHT_CONTRAST), new NoChoosers());
                    made.shell().open(workspace.name(), List.of(new PipelinesPlace(workspace)));
                    return made;
                });
                Stage stage = show(window.shell().scene(), 1024, 700);
                waitFor("the graph", () -> robot.lookup("#node-judge").tryQuery().isPresent());
                for (String step : STEPS) {
                    onUi(() -> window.model().go("pipelines", Target.of("node", step)));
                    waitFor("an end of work", window.jobs()::idle);
                    assertEquals(List.of(), cutWords(".node-standing-card > .group > .line"), step + ", " + language);
                    robot.push(KeyCode.F8);
                    waitFor("an end of work", window.jobs()::idle);
                }
                assertEquals(List.of(), cutWords(".look-pane-title-line"), language.toString());
                for (String step : STEPS) {
                    onUi(() -> window.model().go("pipelines", Target.of("node", step)));
                    robot.push(KeyCode.F8);
                    waitFor("an end of work", window.jobs()::idle);
                }
                onUi((Runnable) stage::hide);
            }
        }
    }
}
