package shelfwise.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Workspace;

class WorkbenchTest extends WindowTest {
    @TempDir Path folder;
    private Looks.Window window;
    private Workbench workbench;

    @BeforeEach void openWindow() {
        window = onUi(() -> Looks.window(new Looks.Look(Locale.ENGLISH, Theme.LIGHT), new NoChoosers()));
        workbench = onUi(() -> {
            var made = new Workbench(window.shell(), window.jobs(), Remembered.inMemory());
            made.start();
            return made;
        });
        show(window.shell().scene(), 1280, 800);
    }

    @AfterEach void closeProject() {
        onUi(() -> workbench.close(() -> { }));
        waitFor("all work to end", window.jobs()::idle);
    }

    @Test void aNewProjectIsMadeAndShownInAllPlaces() {
        onUi(() -> workbench.create(folder.resolve("shop")));
        waitFor("the project", () -> window.model().project().get().equals("shop"));
        assertTrue(Files.isRegularFile(folder.resolve("shop").resolve("project.json")));
        for (String place : List.of("pipelines", "lists", "compare", "snapshots")) {
            onUi(() -> window.model().go(place, Target.NONE));
            waitFor("the work of " + place, window.jobs()::idle);
        }
        assertEquals(List.of(folder.resolve("shop")), onUi(workbench::recent));
    }

    @Test void theProjectBeforeIsClosedOnceTheNextIsOpen() {
        Workspace.create(folder.resolve("first")).close();
        Workspace.create(folder.resolve("second")).close();
        onUi(() -> workbench.open(folder.resolve("first")));
        waitFor("first", () -> window.model().project().get().equals("first"));
        onUi(() -> workbench.open(folder.resolve("second")));
        waitFor("second", () -> window.model().project().get().equals("second"));
        Workspace.open(folder.resolve("first")).close(); // no longer in use
        assertEquals(List.of(folder.resolve("second"), folder.resolve("first")), onUi(workbench::recent));
    }

    @Test void aFolderThatIsNoProjectIsToldAndTheOpenOneStays() {
        onUi(() -> workbench.create(folder.resolve("shop")));
        waitFor("the project", () -> window.model().project().get().equals("shop"));
        onUi(() -> workbench.open(folder));
        waitFor("the error", () -> sees("This did not work"));
        assertEquals("shop", onUi(() -> window.model().project().get()));
    }
}
