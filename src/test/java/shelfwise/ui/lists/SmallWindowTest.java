package shelfwise.ui.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.SmallShop;
import shelfwise.app.Workspace;
import shelfwise.base.Messages;
import shelfwise.ui.Looks;
import shelfwise.ui.NoChoosers;
import shelfwise.ui.Target;
import shelfwise.ui.Theme;
import shelfwise.ui.WindowTest;

class SmallWindowTest extends WindowTest {
    @TempDir Path folder;

    @Test void choicesAndReasonsOfANetworkAreWholeInASmallWindow() {
        try (Workspace shop = SmallShop.withSequences(folder.resolve("shop"))) {
            for (Locale language : Messages.LANGUAGES) {
                Looks.Window window = onUi(() -> Looks.window(new Looks.Look(language, Theme.LIGHT_CONTRAST), new NoChoosers()));
                onUi(() -> window.shell().open("Shop", List.of(new ListsPlace(shop))));
                Stage stage = show(window.shell().scene(), 1024, 700);
                onUi(() -> window.model().go("lists", Target.of("model", "order", "user", "c04")));
                waitFor("the reasons", () -> window.jobs().idle() && robot.lookup("#lists-attention").tryQuery().isPresent());
                assertEquals(List.of(), cutWords(".lists-choices"), language.toString());
                assertEquals(List.of(), cutWords(".lists-why"), language.toString());
                assertEquals(List.of(), cutWords(".lists-middle .table-view"), language.toString());
                ScrollPane scroll = robot.lookup(".lists-why .scroll-pane").query();
                double room = onUi(() -> scroll.getViewportBounds().getWidth()), wide = onUi(() -> ((Region) scroll.getContent()).getWidth());
                assertTrue(wide <= room + 1, wide + " does not go into " + room + ", " + language);
                onUi((Runnable) stage::hide);
            }
        }
    }
}
