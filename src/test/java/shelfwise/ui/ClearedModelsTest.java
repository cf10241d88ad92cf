package shelfwise.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.CacheService.Extent;
import shelfwise.app.SmallShop;
import shelfwise.app.Workspace;
import shelfwise.base.Progress;
import shelfwise.ui.lists.ListsPlace;
import shelfwise.ui.similarity.SimilarityPlace;

/** What places say of models that were cleared. */
class ClearedModelsTest extends WindowTest {
    @TempDir Path folder;
    private Workspace shop;
    private Looks.Window window;

    @BeforeEach void train() {
        shop = SmallShop.trained(folder.resolve("shop"));
    }

    @AfterEach void close() {
        shop.close();
    }

    private void open() {
        window = onUi(() -> Looks.window(new Looks.Look(Locale.ENGLISH, Theme.LIGHT), new NoChoosers()));
        onUi(() -> window.shell().open("Shop", List.of(new ListsPlace(shop), new SimilarityPlace(shop))));
        show(window.shell().scene(), 1280, 900);
    }

    private void tells(String part) {
        waitFor(part, () -> robot.lookup((Node n) -> n instanceof Labeled l && l.getText() != null && l.getText().contains(part)).tryQuery().isPresent());
    }

    @Test void afterAllWasClearedPlacesSaySoAndWhatBringsItBack() {
        shop.cache().clear(Extent.RESULTS, Progress.NONE);
        open();
        for (String place : List.of("lists", "similarity")) {
            onUi(() -> window.model().go(place, Target.NONE));
            tells("was cleared to free space. Run their pipeline again");
        }
    }

    @Test void aLinkToAModelThatWasClearedSaysSo() {
        shop.runs().run(SmallShop.pipeline(shop.operators()).remove("als"), Progress.NONE, _ -> { });
        shop.cache().clear(Extent.UNNEEDED, Progress.NONE);
        open();
        for (String place : List.of("lists", "similarity")) {
            onUi(() -> window.model().go(place, Target.of("model", "als")));
            tells("run 1 of shop learnt is no longer kept");
        }
    }
}
