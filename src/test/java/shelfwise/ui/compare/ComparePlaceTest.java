package shelfwise.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
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

class ComparePlaceTest extends WindowTest {
    @TempDir static Path folder;
    private static Workspace shop;
    private Looks.Window window;

    @BeforeAll static void openShop() {
        shop = SmallShop.trained(folder.resolve("shop"));
    }

    @AfterAll static void closeShop() {
        shop.close();
    }

    private void open(Locale language) {
        window = onUi(() -> Looks.window(new Looks.Look(language, Theme.LIGHT), new NoChoosers()));
        onUi(() -> window.shell().open("Shop", List.of(new ComparePlace(shop))));
        show(window.shell().scene(), 1280, 800);
        onUi(() -> window.model().go("compare", Target.NONE));
        waitFor("the metrics", () -> window.jobs().idle() && robot.lookup("#compare-segments").tryQuery().isPresent());
    }

    private boolean says(String text) {
        return robot.lookup(n -> n instanceof Labeled l && l.getText() != null && l.getText().contains(text)).tryQuery().isPresent();
    }

    @SuppressWarnings("unchecked") private ChoiceBox<String> box(String id) {
        return (ChoiceBox<String>) robot.lookup("#" + id).queryAs(ChoiceBox.class);
    }

    @Test void whatIsSureStandsFirst() {
        open(Locale.ENGLISH);
        assertTrue(says("What is sure") && says("has the best nDCG@10"));
        assertTrue(robot.lookup("#compare-tests").tryQuery().isPresent());
    }

    @Test void aSegmentIsChosenByItsNameAndStaysWithTheMetricsThatHaveIt() {
        open(Locale.ENGLISH);
        Hyperlink tail = robot.lookup("#compare-segments .hyperlink").<Hyperlink>queryAll().stream().filter(h -> h.getText().equals("Popular products")).findFirst().orElseThrow();
        onUi(tail::fire);
        assertEquals("item:head", box("segments").getValue());
        onUi(() -> box("metrics").setValue("novelty"));
        assertTrue(says("This metric is measured over everybody only"));
        onUi(() -> box("metrics").setValue("auc"));
        onUi(() -> box("segments").setValue(""));
        assertTrue(!says("This metric is measured over everybody only"), "a metric without a cut-off is shown at any");
    }

    @Test void theChineseWindowTellsItInChinese() {
        open(Locale.SIMPLIFIED_CHINESE);
        assertTrue(says("哪些结论可靠") && says("各分组的"));
    }
}
