package shelfwise.ui.similarity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import shelfwise.ui.kit.HeatMap;

class SimilarityPlaceTest extends WindowTest {
    @TempDir static Path folder;
    private static Workspace shop;
    private Looks.Window window;

    @BeforeAll static void openShop() {
        shop = SmallShop.trained(folder.resolve("shop"));
    }

    @AfterAll static void closeShop() {
        shop.close();
    }

    private void open(Workspace workspace, Target target) {
        window = onUi(() -> Looks.window(new Looks.Look(Locale.ENGLISH, Theme.LIGHT), new NoChoosers()));
        onUi(() -> window.shell().open("Shop", List.of(new SimilarityPlace(workspace))));
        show(window.shell().scene(), 1280, 800);
        onUi(() -> window.model().go("similarity", target));
    }

    @Test void aLinkFromAProductChoosesItsCellAndTellsItsCustomers() {
        open(shop, new Target(Map.of("model", "item-knn", "user", "c00", "item", "k3")));
        waitFor("the pair", () -> sees("Egg cup"));
        HeatMap map = find("similarity-map", HeatMap.class);
        HeatMap.Cell cell = map.chosen().get().orElseThrow();
        assertEquals(cell.row(), cell.column());
        assertTrue(sees("c00"), "a customer who bought it");
    }

    @Test void arrowKeysGoFromCellToCell() {
        open(shop, new Target(Map.of("model", "item-knn", "user", "c00", "item", "k3")));
        waitFor("the pair", () -> sees("Egg cup"));
        HeatMap map = find("similarity-map", HeatMap.class);
        HeatMap.Cell before = map.chosen().get().orElseThrow();
        onUi(map::requestFocus);
        KeyCode key = before.column() == 0 ? KeyCode.RIGHT : KeyCode.LEFT;
        robot.push(key);
        assertEquals(before.column() + (key == KeyCode.RIGHT ? 1 : -1), map.chosen().get().orElseThrow().column());
        waitFor("two products", () -> robot.lookup(".similarity-card").queryAll().size() == 2);
    }

    @Test void aProjectWithoutModelsLeadsToPipelines() {
        try (var empty = Workspace.create(folder.resolve("empty"))) {
            open(empty, Target.NONE);
            waitFor("the empty state", () -> sees("No model yet"));
        }
    }
}
