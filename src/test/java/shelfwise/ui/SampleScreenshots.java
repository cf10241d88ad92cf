package shelfwise.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Samples;
import shelfwise.app.Workspace;

/** Every place on the sample shop after a run, and on an empty project, into {@code target/screenshots}. */
class SampleScreenshots extends WindowTest {
    @TempDir Path folder;

    private final Projects nowhere = new Projects() {
        @Override public List<Path> recent() {
            return List.of();
        }

        @Override public void open(Path project) { }

        @Override public void create(Path project) { }
    };

    @Test void placesOfTheSample() throws IOException {
        Path project = folder.resolve("online-retail");
        copy(Path.of("sample-projects", "online-retail"), project);
        try (var workspace = Workspace.open(project)) {
            Samples.importMissing(workspace, (_, _) -> { });
            workspace.runs().run(workspace.pipelines().read("clean-and-compare"), (_, _) -> { }, _ -> { });
            pictures("sample", workspace);
        }
    }

    @Test void placesOfAnEmptyProject() {
        try (var workspace = Workspace.create(folder.resolve("empty"))) {
            pictures("empty", workspace);
        }
    }

    private void pictures(String name, Workspace workspace) {
        Looks.each(look -> {
            Looks.Window window = onUi(() -> Looks.window(look, new NoChoosers()));
            List<Place> places = Places.of(workspace, nowhere);
            onUi(() -> window.shell().open(workspace.name(), places));
            for (Looks.Size size : Looks.SIZES) {
                Stage stage = show(window.shell().scene(), size.width(), size.height());
                for (int i = 0; i < places.size(); i++) {
                    String id = places.get(i).id();
                    onUi(() -> window.model().go(id, Target.NONE));
                    waitFor("the work of " + id, window.jobs()::idle);
                    snapshot(window.shell().scene(), name + "-" + (i + 1) + "-" + id + "-" + look.name() + "-" + size.width());
                }
                onUi((Runnable) stage::hide);
            }
        });
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path f : files.toList()) {
                Path target = to.resolve(from.relativize(f).toString());
                if (Files.isDirectory(f)) Files.createDirectories(target);
                else if (!f.getFileName().toString().startsWith("store")) Files.copy(f, target);
            }
        }
    }
}
