package shelfwise.ui.pipelines;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Workspace;
import shelfwise.model.torch.FitTwoTower;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Pipeline;
import shelfwise.ui.Looks;
import shelfwise.ui.NoChoosers;
import shelfwise.ui.Target;
import shelfwise.ui.Theme;
import shelfwise.ui.WindowTest;

/** What the view of a step says before there is anything to look at. */
class UnmadeTest extends WindowTest {
    @TempDir Path folder;

    @Test void theViewOffersTheRunShowsTheTrainingAndSaysThatItWasCancelledOrFailed() {
        try (Workspace workspace = SlowShop.training(folder.resolve("shop"))) {
            Pipeline p = workspace.pipelines().read(ShopProject.NAME).add(shelfwise.pipeline.Node.of("towers", new FitTwoTower()));
            for (Link l : List.of(new Link("split", "split", "towers", "split"), new Link("orders", "table", "towers", "users"))) p = p.link(l); // a table of events without a country tells nothing of customers
            workspace.pipelines().write(p);
            Looks.Window window = onUi(() -> {
                Looks.Window made = Looks.window(new Looks.Look(Locale.ENGLISH, Theme.LIGHT), new NoChoosers());
                made.shell().open(workspace.name(), List.of(new PipelinesPlace(workspace)));
                return made;
            });
            show(window.shell().scene(), 1600, 900);
            waitFor("the graph", () -> robot.lookup("#node-towers").tryQuery().isPresent());
            look(window, SlowShop.NETWORK);
            assertTrue(says("Nothing to see yet") && says("not run yet"));
            assertFalse(robot.lookup("#node-view .look-links").query().isVisible(), "there is nothing to open elsewhere");
            press("Run to this step");
            waitFor("the curves of the training", () -> robot.lookup("#node-view .look-training .learning-chart").tryQuery().isPresent());
            assertTrue(says("running"));
            robot.push(KeyCode.CONTROL, KeyCode.PERIOD);
            waitFor("the end", () -> says("Cancelled before it was done") && says("cancelled"));
            waitFor("an end of work", window.jobs()::idle);
            look(window, "towers");
            press("Run to this step");
            waitFor("the failure", () -> says("This step failed") && says("failed"));
            waitFor("an end of work", window.jobs()::idle);
            look(window, "popular");
            press("Run to this step");
            waitFor("the ways on", () -> robot.lookup("#node-view .look-links").tryQuery().filter(Node::isVisible).isPresent());
            waitFor("an end of work", window.jobs()::idle);
        }
    }

    private void look(Looks.Window window, String node) {
        onUi(() -> window.model().go("pipelines", Target.of("node", node)));
        waitFor("an end of work", window.jobs()::idle);
        robot.push(KeyCode.F4);
        waitFor("the view", () -> robot.lookup("#look-" + node + "-model").tryQuery().isPresent());
        waitFor("an end of work", window.jobs()::idle);
    }

    private void press(String words) {
        waitFor(words, () -> robot.lookup("#node-view .button").queryAllAs(Button.class).stream().anyMatch(b -> words.equals(b.getText())));
        onUi(() -> robot.lookup("#node-view .button").queryAllAs(Button.class).stream().filter(b -> words.equals(b.getText())).forEach(Button::fire));
    }

    private boolean says(String text) {
        return robot.lookup("#node-view .label").queryAll().stream().anyMatch(n -> n instanceof Labeled l && text.equals(l.getText()));
    }
}
