package shelfwise.ui.assets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Samples;
import shelfwise.app.Workspace;
import shelfwise.base.Progress;
import shelfwise.ingest.ImportOptions;
import shelfwise.ui.Looks;
import shelfwise.ui.NoChoosers;
import shelfwise.ui.Target;
import shelfwise.ui.WindowTest;

/** Assets with the sample, its import dialogue and its rejected rows, into {@code target/screenshots}. */
class AssetsScreenshots extends WindowTest {
    @TempDir Path folder;

    @SuppressWarnings("unchecked") @Test void assetsAndTheirImport() throws IOException {
        Path project = folder.resolve("online-retail"), messy = folder.resolve("clicks.csv");
        copySample(project);
        Files.writeString(messy, "user;item;when;rating\nana;0012;01.02.2024 10:30;4,5\nben;0013;02.02.2024 11:00;3,0\nben;0014;yesterday;2,5\ncai;0012;05.02.2024 09:15;5,0\n"
                + "cai;0015;06.02.2024 09:15;5,0;more than there should be\n");
        try (var workspace = Workspace.open(project)) {
            Samples.importMissing(workspace, Progress.NONE);
            workspace.imports().importFile(messy, ImportOptions.DETECT, Progress.NONE);
            workspace.imports().importFile(messy, ImportOptions.DETECT, Progress.NONE);
            workspace.assets().describe("clicks", "Ana", List.of("web", "2024"), "Ratings from the shop's pages");
            workspace.quality().profile("orders", 0, Progress.NONE);
            Looks.each(look -> {
                Looks.Window window = onUi(() -> Looks.window(look, new NoChoosers()));
                onUi(() -> window.shell().open(workspace.name(), List.of(new AssetsPlace(workspace))));
                for (Looks.Size size : Looks.SIZES) {
                    String end = "-" + look.name() + "-" + size.width();
                    Stage stage = show(window.shell().scene(), size.width(), size.height());
                    go(window, Target.of("asset", "orders"));
                    snapshot(window.shell().scene(), "assets-1-rows" + end);
                    go(window, Target.of("asset", "clicks"));
                    onUi(() -> ((TabPane) find("tabs", TabPane.class)).getSelectionModel().selectLast());
                    waitFor("the rows", window.jobs()::idle);
                    snapshot(window.shell().scene(), "assets-2-rejects" + end);
                    go(window, Target.of("file", project.resolve("data").resolve("orders.csv.gz").toString()));
                    snapshot(window.shell().scene(), "assets-7-import-large" + end);
                    robot.push(KeyCode.ESCAPE);
                    robot.push(KeyCode.CONTROL, KeyCode.D);
                    snapshot(window.shell().scene(), "assets-8-describe" + end);
                    robot.push(KeyCode.ESCAPE);
                    go(window, Target.of("file", messy.toString()));
                    snapshot(window.shell().scene(), "assets-3-import" + end);
                    onUi(() -> ((ComboBox<String>) find("import-encoding", ComboBox.class)).setValue("klingon"));
                    waitFor("the failure", window.jobs()::idle);
                    snapshot(window.shell().scene(), "assets-4-import-failure" + end);
                    onUi(() -> ((ComboBox<String>) find("import-encoding", ComboBox.class)).setValue("UTF-8"));
                    waitFor("the cure", window.jobs()::idle);
                    onUi(() -> find("import-start", Button.class).fire());
                    waitFor("the import", window.jobs()::idle);
                    snapshot(window.shell().scene(), "assets-5-imported" + end);
                    robot.push(KeyCode.CONTROL, KeyCode.DELETE);
                    waitFor("the question", window.jobs()::idle);
                    snapshot(window.shell().scene(), "assets-6-delete" + end);
                    robot.push(KeyCode.ESCAPE);
                    onUi((Runnable) stage::hide);
                }
            });
        }
    }

    private void go(Looks.Window window, Target target) {
        onUi(() -> window.model().go("assets", target));
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
