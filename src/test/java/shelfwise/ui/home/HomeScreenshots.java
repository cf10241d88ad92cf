package shelfwise.ui.home;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.SmallShop;
import shelfwise.app.Workspace;
import shelfwise.base.Progress;
import shelfwise.pipeline.Pipeline;
import shelfwise.ui.Looks;
import shelfwise.ui.NoChoosers;
import shelfwise.ui.Target;
import shelfwise.ui.WindowTest;

/** Home of an open project in every look, and the question before clearing. */
class HomeScreenshots extends WindowTest {
    @TempDir Path folder;

    @Test void home() {
        try (Workspace shop = SmallShop.trained(folder.resolve("shop"))) {
            Pipeline pipeline = SmallShop.pipeline(shop.operators());
            shop.runs().run(pipeline.remove("als"), Progress.NONE, _ -> { });
            shop.cache().limit(200_000, Progress.NONE);
            Looks.each(look -> picture(shop, look));
        }
    }

    private void picture(Workspace shop, Looks.Look look) {
        Looks.Window window = onUi(() -> Looks.window(look, new NoChoosers()));
        onUi(() -> window.shell().open("Shop", List.of(new HomePlace(Optional.of(shop), new NoProjects()))));
        Stage stage = show(window.shell().scene(), 1280, 800);
        onUi(() -> window.model().go("home", Target.NONE));
        waitFor("the card", () -> robot.lookup("#cache-bar").tryQuery().isPresent());
        snapshot(window.shell().scene(), "home-" + look.name());
        onUi(() -> find("cache-clear-results", Button.class).fire());
        waitFor("the question", () -> robot.lookup(n -> n instanceof Button b && b.getStyleClass().contains("danger")).tryQuery().isPresent());
        snapshot(window.shell().scene(), "home-clear-" + look.name());
        onUi((Runnable) stage::hide);
    }
}
