package shelfwise.ui.pipelines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Samples;
import shelfwise.app.Workspace;
import shelfwise.base.Progress;
import shelfwise.ui.Looks;
import shelfwise.ui.NoChoosers;
import shelfwise.ui.WindowTest;

/** The place in every look: before, during and after a run, with a failed node, and empty; run by {@code mvn -Pscreenshots verify}. */
class PipelinesScreenshots extends WindowTest {
    private static final Path SAMPLE = Path.of("sample-projects", "online-retail");

    @Test void sample(@TempDir Path folder) {
        Path copy = folder.resolve("online-retail");
        copy(SAMPLE, copy);
        try (Workspace workspace = Workspace.open(copy)) {
            Samples.importMissing(workspace, Progress.NONE);
            shots(workspace, "waiting", "orders");
            workspace.runs().run(workspace.pipelines().only(), Progress.NONE, _ -> { });
            shots(workspace, "kept", "item-knn");
        }
    }

    @Test void failed(@TempDir Path folder) {
        try (Workspace workspace = ShopProject.make(folder.resolve("shop"))) {
            workspace.pipelines().write(ShopProject.pipeline(workspace, "sales-2012"));
            shots(workspace, "failed", "orders");
        }
    }

    @Test void done(@TempDir Path folder) {
        try (Workspace workspace = ShopProject.make(folder.resolve("shop"))) {
            Looks.each(look -> Looks.SIZES.forEach(size -> inWindow(workspace, look, size, window -> {
                robot.push(KeyCode.F5);
                waitFor("run", () -> window.jobs().rows().stream().anyMatch(r -> r.state().get() == shelfwise.ui.JobRow.State.DONE));
                robot.clickOn("#node-judge");
                snapshot(window.shell().scene(), "pipelines-done-" + size.width() + "-" + look.name());
            })));
        }
    }

    @Test void empty(@TempDir Path folder) {
        try (Workspace workspace = Workspace.create(folder.resolve("empty"))) {
            Looks.each(look -> Looks.SIZES.forEach(size -> inWindow(workspace, look, size,
                    window -> snapshot(window.shell().scene(), "pipelines-empty-" + size.width() + "-" + look.name()))));
        }
    }

    private void shots(Workspace workspace, String what, String node) {
        Looks.each(look -> Looks.SIZES.forEach(size -> inWindow(workspace, look, size, window -> {
            waitFor("drawn", () -> robot.lookup("#node-" + node).tryQuery().isPresent());
            robot.clickOn("#node-" + node);
            snapshot(window.shell().scene(), "pipelines-" + what + "-" + size.width() + "-" + look.name());
        })));
    }

    private void inWindow(Workspace workspace, Looks.Look look, Looks.Size size, java.util.function.Consumer<Looks.Window> shot) {
        Looks.Window window = onUi(() -> {
            Looks.Window made = Looks.window(look, new NoChoosers());
            made.shell().open(workspace.name(), List.of(new PipelinesPlace(workspace)));
            return made;
        });
        Stage stage = show(window.shell().scene(), size.width(), size.height());
        shot.accept(window);
        onUi((Runnable) stage::hide);
    }

    private static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) Files.copy(file, to.resolve(from.relativize(file).toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
