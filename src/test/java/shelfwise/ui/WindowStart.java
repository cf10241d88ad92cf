package shelfwise.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;

/** A process of its own that opens the window on a project, goes through all its places, says so and ends. */
final class WindowStart extends WindowTest {
    static final List<String> PLACES = List.of("home", "assets", "pipelines", "lists", "similarity", "compare", "snapshots");

    static void main(String[] arguments) throws Exception {
        startToolkit();
        Looks.Window window = onUi(() -> Looks.window(new Looks.Look(Locale.ENGLISH, Theme.LIGHT), new NoChoosers()));
        Workbench workbench = onUi(() -> {
            var made = new Workbench(window.shell(), window.jobs(), Remembered.inMemory());
            made.start();
            return made;
        });
        show(window.shell().scene(), 1280, 800);
        onUi(() -> workbench.open(Path.of(arguments[0])));
        waitFor("the project", () -> !window.model().project().get().isEmpty());
        for (String place : PLACES) {
            onUi(() -> window.model().go(place, Target.NONE));
            waitFor("the work of " + place, window.jobs()::idle);
        }
        System.out.println("shown");
        Platform.exit();
        System.exit(0);
    }
}
