package shelfwise.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Operators;
import shelfwise.app.SmallShop;
import shelfwise.pipeline.PipelineJson;

/** What an analyst does, from an empty project to an exported page, through the whole window and by its keys. */
class JourneyTest extends WindowTest {
    @TempDir Path folder;
    private Looks.Window window;
    private Workbench workbench;

    @BeforeEach void newProject() {
        Path orders = SmallShop.writeOrders(folder.resolve("orders.csv"));
        window = onUi(() -> Looks.window(new Looks.Look(Locale.ENGLISH, Theme.LIGHT), new GivenChoosers(orders, folder.resolve("lists.html"), folder.resolve("shop"))));
        workbench = onUi(() -> {
            var made = new Workbench(window.shell(), window.jobs(), Remembered.inMemory());
            made.start();
            return made;
        });
        show(window.shell().scene(), 1280, 800);
        robot.push(KeyCode.CONTROL, KeyCode.N);
        waitFor("the project", () -> window.model().project().get().equals("shop"));
    }

    @AfterEach void close() {
        onUi(() -> workbench.close(() -> { }, () -> { }));
        waitFor("all work to end", window.jobs()::idle);
    }

    private void go(String place) {
        onUi(() -> window.model().go(place, Target.NONE));
        waitFor("the work of " + place, window.jobs()::idle);
    }

    private void importOrders() {
        go("assets");
        robot.push(KeyCode.CONTROL, KeyCode.I);
        waitFor("the preview", () -> robot.lookup("#import-start").tryQueryAs(Button.class).filter(b -> !b.isDisabled()).isPresent());
        onUi(() -> find("import-start", Button.class).fire());
        waitFor("the asset", () -> window.jobs().idle() && sees("orders"));
    }

    private void runPipeline() {
        new PipelineJson(Operators.catalogue()).write(folder.resolve("shop").resolve("pipelines").resolve("shop.json"), SmallShop.pipeline(Operators.catalogue()));
        go("pipelines");
        robot.push(KeyCode.F5);
        waitFor("the run", () -> robot.lookup("#node-lists-item-knn .node-state").tryQueryAs(Labeled.class).filter(l -> l.getText().startsWith("done")).isPresent()
                && window.jobs().idle());
    }

    @Test void fromAFileToAnExportedPage() throws IOException {
        importOrders();
        go("quality");
        waitFor("the alerts", () -> window.jobs().idle() && !find("alerts", ListView.class).getItems().isEmpty());
        runPipeline();
        go("compare");
        assertTrue(sees("item-knn") && sees("als") && sees("nDCG"));
        go("lists");
        TableView<?> list = robot.lookup("#lists-list").query();
        assertTrue(onUi(() -> !list.getItems().isEmpty()), "the list has rows");
        onUi(() -> list.getSelectionModel().selectFirst());
        waitFor("why", () -> window.jobs().idle() && robot.lookup("#lists-reasons").tryQuery().isPresent());
        go("snapshots");
        robot.push(KeyCode.CONTROL, KeyCode.E);
        waitFor("the page", () -> window.jobs().idle() && Files.exists(folder.resolve("lists.html")));
        String page = Files.readString(folder.resolve("lists.html"));
        assertTrue(page.contains("item-knn") && page.contains("Tea towel"), "the page shows models and titles");
    }

    @Test void whatWasDoneIsThereInTheNextSession() {
        importOrders();
        runPipeline();
        onUi(() -> workbench.close(() -> { }, () -> { }));
        waitFor("all work to end", window.jobs()::idle);
        onUi(() -> workbench.open(folder.resolve("shop")));
        waitFor("open again", window.jobs()::idle);
        go("pipelines");
        assertEquals("kept", robot.lookup("#node-als .node-state").queryAs(Labeled.class).getText().split(",")[0]);
        go("home");
        assertTrue(sees("orders"));
    }
}
