package shelfwise.ui.lists;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.SmallShop;
import shelfwise.app.Workspace;
import shelfwise.ui.Looks;
import shelfwise.ui.NoChoosers;
import shelfwise.ui.Target;
import shelfwise.ui.Theme;
import shelfwise.ui.WindowTest;
import shelfwise.ui.kit.ValueBars;

class InterestsOfCustomersTest extends WindowTest {
    @TempDir static Path folder;
    private static Workspace shop;

    @BeforeAll static void openShop() {
        shop = SmallShop.withInterests(folder.resolve("shop"));
    }

    @AfterAll static void closeShop() {
        shop.close();
    }

    private void open(String model) {
        Looks.Window window = onUi(() -> Looks.window(new Looks.Look(Locale.ENGLISH, Theme.LIGHT), new NoChoosers()));
        onUi(() -> window.shell().open("Shop", List.of(new ListsPlace(shop))));
        show(window.shell().scene(), 1280, 800);
        onUi(() -> window.model().go("lists", Target.of("model", model, "user", "c00")));
        waitFor("the reasons", () -> robot.lookup("#lists-reasons").tryQuery().isPresent());
    }

    private boolean speaks() {
        return robot.lookup(n -> n instanceof TableRow<?> && n.getPseudoClassStates().contains(PseudoClass.getPseudoClass("speaks"))).tryQuery().isPresent();
    }

    @Test void aCustomersInterestsStandAboveTheHistoryAndPointIntoIt() {
        open("interests");
        waitFor("the interests", () -> sees("Interests"));
        waitFor("the products behind the first reason", this::speaks);
        onUi(() -> find("lists-interests", ValueBars.class).requestFocus());
        robot.push(KeyCode.DOWN);
        waitFor("the products behind an interest", this::speaks);
    }

    @Test void modelsWithoutInterestsShowNone() {
        open("near");
        assertFalse(find("lists-interests", ValueBars.class).getParent().isVisible());
    }
}
