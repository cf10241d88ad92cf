package shelfwise.ui.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.SmallShop;
import shelfwise.app.Workspace;
import shelfwise.base.Progress;
import shelfwise.pipeline.Pipeline;
import shelfwise.ui.Looks;
import shelfwise.ui.NoChoosers;
import shelfwise.ui.Target;
import shelfwise.ui.Theme;
import shelfwise.ui.WindowTest;

class CacheCardTest extends WindowTest {
    @TempDir Path folder;
    private Workspace shop;
    private Looks.Window window;

    @BeforeEach void runTwice() {
        shop = SmallShop.trained(folder.resolve("shop"));
        Pipeline pipeline = SmallShop.pipeline(shop.operators());
        var node = pipeline.node("item-knn");
        shop.runs().run(pipeline.set("item-knn", shop.operators().form(node).with(node.settings(), "neighbours", 3)), Progress.NONE, _ -> { });
        window = onUi(() -> Looks.window(new Looks.Look(Locale.ENGLISH, Theme.LIGHT), new NoChoosers()));
        onUi(() -> window.shell().open("Shop", List.of(new HomePlace(Optional.of(shop), new NoProjects()))));
        show(window.shell().scene(), 1280, 900);
        onUi(() -> window.model().go("home", Target.NONE));
        waitFor("the card", () -> robot.lookup("#cache-bar").tryQuery().isPresent());
    }

    @AfterEach void close() {
        shop.close();
    }

    private void press(String id) {
        onUi(() -> find(id, Button.class).fire());
    }

    private void say(String verb) {
        waitFor(verb, () -> danger().isPresent());
        assertEquals(verb, onUi(() -> danger().orElseThrow().getText()));
        onUi(() -> danger().orElseThrow().fire());
        waitFor("the end of it", window.jobs()::idle);
    }

    private Optional<Button> danger() {
        return robot.lookup(n -> n instanceof Button b && b.getStyleClass().contains("danger")).tryQueryAs(Button.class);
    }

    private boolean tells(String part) {
        return robot.lookup((Node n) -> n instanceof Labeled l && l.getText() != null && l.getText().contains(part)).tryQuery().isPresent();
    }

    @Test void clearingAsksWithTheAmountAndLeavesTheLatestResults() {
        press("cache-clear");
        waitFor("the question", () -> tells("(3 results of steps)"));
        say("Clear");
        assertEquals(0, shop.cache().state().usage().clearable());
        waitFor("the card anew", () -> find("cache-clear", Button.class).isDisabled());
        assertEquals(4, shop.models().list().size());
    }

    @Test void clearingTheLatestResultsNamesTheModelsThatAreLost() {
        press("cache-clear-results");
        waitFor("the models", () -> tells("these 4 models") && tells("item-knn"));
        say("Clear all");
        assertEquals(0, shop.cache().state().usage().entries());
        waitFor("the card anew", () -> find("cache-clear-results", Button.class).isDisabled());
    }

    @Test void theLimitIsChosenHere() {
        onUi(() -> find("cache-limit", ComboBox.class).getSelectionModel().select(Long.valueOf(2_000_000_000L)));
        waitFor("the limit", () -> shop.cache().limit() == 2_000_000_000L);
        waitFor("the card anew", () -> tells("of 2 GB used"));
    }

    @Test void theKeyboardClearsAsWell() {
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.DELETE);
        waitFor("the question", () -> danger().isPresent());
        assertTrue(tells("The latest results stay"));
    }
}
