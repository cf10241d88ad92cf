package shelfwise.ui.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Samples;
import shelfwise.app.Workspace;
import shelfwise.base.Progress;
import shelfwise.ui.Looks;
import shelfwise.ui.NoChoosers;
import shelfwise.ui.Target;
import shelfwise.ui.WindowTest;

/** Quality of the sample: findings, their rows, columns and events, into {@code target/screenshots}. */
class QualityScreenshots extends WindowTest {
    @TempDir Path folder;

    @Test void qualityOfTheSample() throws IOException {
        Path project = folder.resolve("online-retail");
        copySample(project);
        try (var workspace = Workspace.open(project)) {
            Samples.importMissing(workspace, Progress.NONE);
            workspace.quality().profile("orders", 0, Progress.NONE);
            Looks.each(look -> {
                Looks.Window window = onUi(() -> Looks.window(look, new NoChoosers()));
                onUi(() -> window.shell().open(workspace.name(), List.of(new QualityPlace(workspace))));
                for (Looks.Size size : Looks.SIZES) {
                    String end = "-" + look.name() + "-" + size.width();
                    Stage stage = show(window.shell().scene(), size.width(), size.height());
                    go(window, Target.of("asset", "orders", "alert", "negative-quantity"));
                    snapshot(window.shell().scene(), "quality-1-finding" + end);
                    go(window, Target.of("asset", "orders", "column", "Quantity"));
                    snapshot(window.shell().scene(), "quality-2-number" + end);
                    go(window, Target.of("asset", "orders", "column", "StockCode"));
                    snapshot(window.shell().scene(), "quality-3-text" + end);
                    go(window, Target.of("asset", "orders", "alert", "long-tail"));
                    onUi(() -> ((TabPane) find("tabs", TabPane.class)).getSelectionModel().selectLast());
                    waitFor("the events", window.jobs()::idle);
                    snapshot(window.shell().scene(), "quality-4-events" + end);
                    onUi((Runnable) stage::hide);
                }
            });
        }
    }

    private void go(Looks.Window window, Target target) {
        onUi(() -> window.model().go("quality", target));
        waitFor("the work", window.jobs()::idle);
    }

    private static void copySample(Path to) throws IOException {
        Path from = Path.of("sample-projects", "online-retail");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path f : files.toList()) {
                Path target = to.resolve(from.relativize(f).toString());
                if (Files.isDirectory(f)) Files.createDirectories(target);
                else if (!f.getFileName().toString().startsWith("store")) Files.copy(f, target);
            }
        }
    }
}
