package shelfwise.ui.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Workspace;
import shelfwise.ui.Looks;
import shelfwise.ui.NoChoosers;
import shelfwise.ui.Target;
import shelfwise.ui.Theme;
import shelfwise.ui.WindowTest;

/** What steps made, looked at from the canvas by keys. */
class LookingTest extends WindowTest {
    @TempDir Path folder;
    private Workspace workspace;
    private Looks.Window window;

    @BeforeEach void open() {
        workspace = ShopProject.make(folder.resolve("shop"));
        window = onUi(() -> {
            Looks.Window made = Looks.window(new Looks.Look(Locale.ENGLISH, Theme.LIGHT), new NoChoosers());
            made.shell().open("Shop", List.of(new PipelinesPlace(workspace)));
            return made;
        });
        show(window.shell().scene(), 1600, 900);
        waitFor("the graph", () -> there("#node-judge"));
        rest();
    }

    @AfterEach void close() {
        rest();
        workspace.close();
    }

    private void rest() {
        waitFor("an end of work", window.jobs()::idle);
    }

    private boolean there(String selector) {
        return robot.lookup(selector).tryQuery().isPresent();
    }

    private void run() {
        robot.push(KeyCode.F5);
        waitFor("the run", () -> there(".ending .metrics-grid"));
        rest();
    }

    private void choose(String node) {
        onUi(() -> window.model().go("pipelines", Target.of("node", node)));
        rest();
    }

    private boolean says(String within, String text) {
        return robot.lookup(within + " .label").queryAll().stream().anyMatch(n -> n instanceof Labeled l && text.equals(l.getText()));
    }

    @Test void aCardTellsTheColumnsBeforeARunAndTheRowsAfterIt() {
        choose("sales");
        robot.push(KeyCode.F3);
        waitFor("the card", () -> there("#look-card"));
        assertTrue(says("#look-card", "not run yet"));
        assertTrue(says("#look-card", "customer"), "the columns are known");
        robot.push(KeyCode.ESCAPE);
        assertFalse(there("#look-card"));
        run();
        robot.push(KeyCode.F3);
        waitFor("the card", () -> there("#look-card"));
        assertTrue(says("#look-card", "180 rows, 4 columns"));
        assertTrue(says("#look-card", "of the present settings"));
    }

    @Test void aPinnedPreviewStaysIsStaleAfterAChangeAndFreshAfterTheNextRun() {
        run();
        choose("purchases");
        robot.push(KeyCode.F8);
        waitFor("the pin", () -> there("#look-purchases-interactions .histogram"));
        rest();
        assertTrue(there("#look-purchases-interactions .histogram"));
        choose("top");
        robot.push(KeyCode.F8);
        waitFor("another beside it", () -> there("#look-top-lists .table-view"));
        onUi(() -> window.shell().scene().lookup("#node-sales"));
        choose("item-knn");
        robot.clickOn("#setting-neighbours .text-field").push(KeyCode.CONTROL, KeyCode.A).write("7").push(KeyCode.ENTER);
        waitFor("lists of earlier settings", () -> says("#look-top-lists", "of earlier settings"));
        assertTrue(says("#look-purchases-interactions", "of the present settings"), "nothing changed before the model");
        assertTrue(there("#look-top-lists .table-view"), "what was made before stays to be seen");
        run();
        waitFor("fresh lists", () -> says("#look-top-lists", "of the present settings"));
        robot.push(KeyCode.SHIFT, KeyCode.F8);
        waitFor("folded", () -> !there("#look-top-lists"));
        assertEquals("share\t0.62\npurchases\tinteractions\ntop\tlists", workspace.settings().get("pipelines.pins." + ShopProject.NAME).orElse("").replace("folded\n", ""));
    }

    @Test void everyStepHasItsOwnViewBesideTheCanvas() {
        run();
        for (String node : List.of("orders .quality-detail", "purchases .curve-chart", "split .table-view", "item-knn .table-view", "judge .interval-chart", "top #look-why .value-bars")) {
            String id = node.substring(0, node.indexOf(' ')), part = node.substring(node.indexOf(' ') + 1);
            choose(id);
            robot.push(KeyCode.F4);
            waitFor("the view of " + id, () -> there("#node-view " + part));
            rest();
            Node view = robot.lookup("#node-view").query();
            assertTrue(view.getBoundsInParent().getWidth() > 200, id);
        }
        robot.push(KeyCode.SHIFT, KeyCode.F4);
        waitFor("closed", () -> !there("#node-view"));
    }
}
