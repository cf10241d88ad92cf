package shelfwise.ui.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.ListService.Looked;
import shelfwise.app.ListService.UserList;
import shelfwise.app.SmallShop;
import shelfwise.app.Workspace;
import shelfwise.ui.Looks;
import shelfwise.ui.NoChoosers;
import shelfwise.ui.Target;
import shelfwise.ui.Theme;
import shelfwise.ui.WindowTest;
import shelfwise.ui.kit.ValueBars;

/** Where a sequential network looked, from the list to the window. It reads the latest three events of each customer. */
class AttentionOfListsTest extends WindowTest {
    @TempDir static Path folder;
    private static Workspace shop;

    @BeforeAll static void openShop() {
        shop = SmallShop.withSequences(folder.resolve("shop"));
    }

    @AfterAll static void closeShop() {
        shop.close();
    }

    @Test void aListTellsTheAttentionToTheLatestEventsThatAreRead() {
        UserList list = shop.lists().forUser("order", "c00", 5, true, true);
        int read = Math.min(3, list.history().size());
        assertEquals(IntStream.rangeClosed(1, read).boxed().toList(), list.attention().stream().map(Looked::ago).toList());
        assertEquals(list.history().stream().limit(read).map(e -> e.item().id()).toList(), list.attention().stream().map(l -> l.item().id()).toList());
        assertEquals(1, list.attention().stream().mapToDouble(Looked::weight).sum(), 1e-6);
        assertTrue(list.attention().stream().allMatch(l -> l.weight() >= 0));
        assertEquals(List.of(), shop.lists().forUser("item-knn", "c00", 5, true, true).attention());
        assertEquals(List.of(), shop.lists().forUser("order", "nobody", 5, true, true).attention());
    }

    @Test void theReasonsOfARowShowItBesideWhatEachEventBringsAndPointIntoTheHistory() {
        open("order");
        assertTrue(robot.lookup("#lists-reasons").tryQuery().isPresent());
        waitFor("the word that it proves nothing", () -> sees("−1 is the latest event. The same for every row of this list, and no proof of a cause: what a row loses without an event stands above."));
        onUi(() -> find("lists-attention", ValueBars.class).requestFocus());
        robot.push(KeyCode.DOWN);
        waitFor("the event in the history", () -> robot.lookup(n -> n instanceof TableRow<?> && n.getPseudoClassStates().contains(PseudoClass.getPseudoClass("pointed"))).tryQuery().isPresent());
    }

    @Test void modelsThatReadNoOrderShowNone() {
        open("item-knn");
        assertFalse(robot.lookup("#lists-attention").tryQuery().isPresent());
    }

    private void open(String model) {
        Looks.Window window = onUi(() -> Looks.window(new Looks.Look(Locale.ENGLISH, Theme.LIGHT), new NoChoosers()));
        onUi(() -> window.shell().open("Shop", List.of(new ListsPlace(shop))));
        show(window.shell().scene(), 1280, 800);
        onUi(() -> window.model().go("lists", Target.of("model", model, "user", "c00")));
        waitFor("the reasons", () -> robot.lookup("#lists-reasons").tryQuery().isPresent());
    }
}
