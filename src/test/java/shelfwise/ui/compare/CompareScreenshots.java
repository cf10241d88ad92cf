package shelfwise.ui.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Samples;
import shelfwise.app.Workspace;
import shelfwise.ui.Looks;
import shelfwise.ui.NoChoosers;
import shelfwise.ui.Target;
import shelfwise.ui.WindowTest;

/** Compare on the sample shop: top and end of the page, a segment, and a metric of which neither side is better. */
class CompareScreenshots extends WindowTest {
    @TempDir Path folder;

    @Test void states() throws IOException {
        Path project = folder.resolve("online-retail"), sample = Path.of("sample-projects", "online-retail");
        try (var files = Files.walk(sample)) {
            for (Path f : files.filter(f -> !f.getFileName().toString().startsWith("store")).toList()) {
                if (Files.isDirectory(f)) Files.createDirectories(project.resolve(sample.relativize(f)));
                else Files.copy(f, project.resolve(sample.relativize(f)));
            }
        }
        try (var shop = Workspace.open(project)) {
            Samples.importMissing(shop, (_, _) -> { });
            shop.runs().run(shop.pipelines().read("clean-and-compare"), (_, _) -> { }, _ -> { });
            Looks.each(look -> pictures(look, shop));
        }
    }

    private void pictures(Looks.Look look, Workspace shop) {
        for (Looks.Size size : Looks.SIZES) {
            Looks.Window window = onUi(() -> Looks.window(look, new NoChoosers()));
            onUi(() -> window.shell().open("Shop", List.of(new ComparePlace(shop))));
            Scene scene = window.shell().scene();
            var stage = show(scene, size.width(), size.height());
            onUi(() -> window.model().go("compare", Target.NONE));
            waitFor("the metrics", window.jobs()::idle);
            String name = "-" + size.width() + "-" + look.name();
            snapshot(scene, "compare-top" + name);
            scroll(scene, 0.5);
            snapshot(scene, "compare-middle" + name);
            scroll(scene, 1);
            snapshot(scene, "compare-end" + name);
            scroll(scene, 0);
            onUi(() -> ((TitledPane) scene.lookup("#compare-tests")).setExpanded(true));
            choose(scene, "#segments", "user:new");
            snapshot(scene, "compare-segment" + name);
            choose(scene, "#segments", "");
            choose(scene, "#metrics", "novelty");
            snapshot(scene, "compare-novelty" + name);
            onUi((Runnable) stage::hide);
        }
    }

    @SuppressWarnings("unchecked")
    private void choose(Scene scene, String box, String value) {
        onUi(() -> ((ChoiceBox<String>) scene.lookup(box)).setValue(value));
    }

    private void scroll(Scene scene, double to) {
        onUi(() -> ((ScrollPane) scene.lookup("#compare-scroll")).setVvalue(to));
    }
}
