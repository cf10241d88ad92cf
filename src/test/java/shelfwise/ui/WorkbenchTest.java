package shelfwise.ui;

import java.util.concurrent.CountDownLatch;
import shelfwise.base.JobEvent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
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
        onUi(() -> workbench.close(() -> { }, () -> { }));
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

    @Test void closingRightAfterOpeningClosesTheProjectThatArrivesLate() {
        Workspace.create(folder.resolve("first")).close();
        var closed = new AtomicBoolean();
        onUi(() -> {
            workbench.open(folder.resolve("first"));
            workbench.close(() -> { }, () -> closed.set(true));
            pressButton("Stop the work"); // before the answer to the opening can be heard
        });
        waitFor("the window to close", closed::get);
        Workspace.open(folder.resolve("first")).close(); // no longer in use
    }

    @Test void workBegunWhileTheNextProjectOpensEndsBeforeItsOwnIsClosed() {
        Workspace.create(folder.resolve("first")).close();
        Workspace.create(folder.resolve("second")).close();
        onUi(() -> workbench.open(folder.resolve("first")));
        waitFor("first", () -> window.model().project().get().equals("first"));
        waitFor("all work to end", window.jobs()::idle);
        var lastProject = new AtomicReference<String>();
        onUi(() -> {
            workbench.open(folder.resolve("second"));
            window.jobs().quietly(progress -> {
                while (true) {
                    progress.check();
                    Thread.onSpinWait();
                }
            }, _ -> lastProject.set(window.model().project().get()));
        });
        waitFor("second", () -> window.model().project().get().equals("second"));
        assertEquals("first", lastProject.get());
        waitFor("all work to end", window.jobs()::idle);
        Workspace.open(folder.resolve("first")).close();
    }

    /** Work that the strip shows and that ends when it is told to, or when it is cancelled. */
    private CountDownLatch work(AtomicReference<JobEvent<Boolean>> ending) {
        var goOn = new CountDownLatch(1);
        window.jobs().<Boolean>start("home.job.open", List.of("work"), progress -> {
            while (goOn.getCount() > 0) {
                progress.check();
                Thread.onSpinWait();
            }
            return true;
        }, event -> {
            if (!(event instanceof JobEvent.Moved<Boolean>)) ending.set(event);
        });
        return goOn;
    }

    @Test void workMayGoOnWhileTheWindowIsHiddenAndTheProgramEndsAfterIt() {
        Workspace.create(folder.resolve("first")).close();
        onUi(() -> workbench.open(folder.resolve("first")));
        waitFor("first", () -> window.model().project().get().equals("first"));
        waitFor("all work to end", window.jobs()::idle);
        var hidden = new AtomicBoolean();
        var ended = new AtomicBoolean();
        var ending = new AtomicReference<JobEvent<Boolean>>();
        CountDownLatch goOn = onUi(() -> work(ending));
        onUi(() -> workbench.close(() -> hidden.set(true), () -> ended.set(true)));
        waitFor("the question", () -> sees("Go on in the background"));
        onUi(() -> pressButton("Go on in the background"));
        waitFor("the window to be hidden", hidden::get);
        assertFalse(ended.get());
        goOn.countDown();
        waitFor("the program to end", ended::get);
        assertInstanceOf(JobEvent.Done.class, ending.get());
        Workspace.open(folder.resolve("first")).close(); // no longer in use
    }

    @Test void workMayGoOnWhileAnotherProjectIsShown() {
        Workspace.create(folder.resolve("first")).close();
        Workspace.create(folder.resolve("second")).close();
        onUi(() -> workbench.open(folder.resolve("first")));
        waitFor("first", () -> window.model().project().get().equals("first"));
        waitFor("all work to end", window.jobs()::idle);
        var ending = new AtomicReference<JobEvent<Boolean>>();
        CountDownLatch goOn = onUi(() -> work(ending));
        onUi(() -> workbench.open(folder.resolve("second")));
        waitFor("the question", () -> sees("Go on in the background"));
        onUi(() -> pressButton("Go on in the background"));
        waitFor("second", () -> window.model().project().get().equals("second"));
        assertNull(ending.get());
        goOn.countDown();
        waitFor("all work to end", window.jobs()::idle);
        assertInstanceOf(JobEvent.Done.class, ending.get());
        Workspace.open(folder.resolve("first")).close(); // no longer in use
    }

    @Test void aFolderThatIsNoProjectIsToldAndTheOpenOneStays() {
        onUi(() -> workbench.create(folder.resolve("shop")));
        waitFor("the project", () -> window.model().project().get().equals("shop"));
        onUi(() -> workbench.open(folder));
        waitFor("the error", () -> sees("This did not work"));
        assertEquals("shop", onUi(() -> window.model().project().get()));
    }
}
