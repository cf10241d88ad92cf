package shelfwise.ui.pipelines;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Workspace;
import shelfwise.pipeline.Overrides;
import shelfwise.ui.JobRow;
import shelfwise.ui.Looks;
import shelfwise.ui.NoChoosers;
import shelfwise.ui.Theme;
import shelfwise.ui.WindowTest;

class DiffDialogueTest extends WindowTest {
    @TempDir Path folder;

    @Test void differencesAreListedStepByStepAndLeadToTheStep() {
        try (Workspace workspace = ShopProject.make(folder.resolve("shop"))) {
            var changed = Overrides.apply(workspace.pipelines().read(ShopProject.NAME), List.of("item-knn.neighbours=7"), workspace.operators());
            workspace.pipelines().write("variant", changed.withName("variant"));
            Looks.Window window = onUi(() -> {
                Looks.Window made = Looks.window(new Looks.Look(Locale.ENGLISH, Theme.LIGHT), new NoChoosers());
                made.shell().open("Shop", List.of(new PipelinesPlace(workspace)));
                return made;
            });
            show(window.shell().scene(), 1280, 800);
            waitFor("drawn", () -> robot.lookup("#node-item-knn").tryQuery().isPresent());
            robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.D);
            waitFor("compared", () -> sees("Item-kNN (item-knn): changed"));
            assertTrue(sees("One part differs."));
            robot.clickOn("Go to this step");
            waitFor("chosen", () -> robot.lookup("#node-item-knn").query().getPseudoClassStates().stream().anyMatch(p -> p.getPseudoClassName().equals("chosen")));
            waitFor("work to end", () -> window.jobs().rows().stream().noneMatch(r -> r.state().get() == JobRow.State.RUNNING));
        }
    }
}
