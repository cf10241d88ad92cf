package shelfwise.ui.pipelines;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import shelfwise.app.Workspace;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Overrides;
import shelfwise.pipeline.Pipeline;
import shelfwise.ui.Looks;
import shelfwise.ui.Target;
import shelfwise.ui.WindowTest;

/** The place in every look after a run, with rows and a wrong entry in a form, and with a node that failed; run by {@code mvn -Pscreenshots verify}. */
class PipelinesScreenshots extends WindowTest {
    @TempDir Path folder;

    @Test void done() {
        try (Workspace workspace = ShopProject.make(folder.resolve("shop"))) {
            inEachLook(workspace, (name, window) -> {
                robot.push(KeyCode.F5);
                waitFor("the run", () -> robot.lookup(".ending .metrics-grid").tryQuery().isPresent());
                robot.clickOn("#node-judge");
                waitFor("its metrics", window.jobs()::idle);
                snapshot(window.shell().scene(), "pipelines-done-" + name);
            });
        }
    }

    @Test void settings() {
        try (Workspace workspace = ShopProject.make(folder.resolve("shop"))) {
            inEachLook(workspace, (name, window) -> {
                robot.clickOn("#node-item-knn").clickOn("#setting-neighbours .text-field").push(KeyCode.CONTROL, KeyCode.A).write("0");
                waitFor("what is offered", window.jobs()::idle);
                snapshot(window.shell().scene(), "pipelines-settings-" + name);
            });
        }
    }

    @Test void failed() {
        try (Workspace workspace = ShopProject.make(folder.resolve("shop"))) {
            workspace.pipelines().write(ShopProject.pipeline(workspace, "sales-2012"));
            inEachLook(workspace, (name, window) -> {
                robot.clickOn("#node-orders");
                waitFor("what is offered", window.jobs()::idle);
                snapshot(window.shell().scene(), "pipelines-failed-" + name);
            });
        }
    }

    @Test void search() {
        try (Workspace workspace = ShopProject.make(folder.resolve("shop"))) {
            workspace.pipelines().write(Overrides.apply(workspace.pipelines().only(), List.of("split.validation=true"), workspace.operators()));
            inEachLook(workspace, (name, window) -> {
                robot.clickOn("#node-item-knn").clickOn("#search-settings");
                waitFor("the dialogue", () -> robot.lookup("#search-start").tryQuery().isPresent());
                robot.clickOn("#vary-measure").clickOn("#search-start");
                waitFor("the end", () -> !find("search-use", Button.class).isDisabled());
                waitFor("an end of work", window.jobs()::idle);
                snapshot(window.shell().scene(), "pipelines-search-" + name);
                onUi(() -> find("search-charts", TabPane.class).getSelectionModel().select(1));
                onUi(() -> find("search-trials", TableView.class).getSelectionModel().select(4));
                WaitForAsyncUtils.waitForFxEvents();
                snapshot(window.shell().scene(), "pipelines-search-settings-" + name);
            });
        }
    }

    @Test void differencesAndRecovered() {
        try (Workspace workspace = ShopProject.make(folder.resolve("shop"))) {
            workspace.pipelines().create(Overrides.apply(workspace.pipelines().only(), List.of("item-knn.neighbours=7", "top.n=5"), workspace.operators()).withName("variant"));
            var resumed = workspace.pipelines().resume(ShopProject.NAME);
            var edited = resumed.edits().present().move("judge", 900, 300);
            resumed.journal().edit(edited, shelfwise.pipeline.Edit.of("edit.move", 1));
            inEachLook(workspace, (name, window) -> {
                waitFor("what came back", () -> robot.lookup("#recovered").query().isVisible());
                snapshot(window.shell().scene(), "pipelines-recovered-" + name);
                robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
                waitFor("the differences", () -> robot.lookup(".diff-parts").tryQuery().isPresent() && window.jobs().idle());
                snapshot(window.shell().scene(), "pipelines-differences-" + name);
                robot.push(KeyCode.ESCAPE);
            });
        }
    }

    @Test void learning() {
        learning("bpr", "model.bpr");
    }

    @Test void network() {
        learning("order", "model.transformer");
    }

    private void learning(String id, String operator) {
        try (Workspace workspace = ShopProject.make(folder.resolve("shop"))) {
            Pipeline p = ShopProject.pipeline(workspace, "orders");
            Node split = p.node("split");
            p = p.set("split", workspace.operators().form(split).with(split.settings(), "validation", true));
            workspace.pipelines().write(p.add(Node.of(id, workspace.operators().operator(operator)).at(900, 60)).link(new Link("split", "split", id, "split")));
            inEachLook(workspace, (name, window) -> {
                robot.push(KeyCode.F5);
                waitFor("the run", () -> robot.lookup(".ending .metrics-grid").tryQuery().isPresent());
                onUi(() -> window.model().go("pipelines", Target.of("node", id)));
                robot.push(KeyCode.F4);
                waitFor("its view", () -> robot.lookup("#node-view .tab-pane").tryQuery().isPresent() && window.jobs().idle());
                onUi(() -> ((TabPane) robot.lookup("#node-view .tab-pane").query()).getSelectionModel().select(1));
                snapshot(window.shell().scene(), "pipelines-learning-" + id + "-" + name);
                onUi((Runnable) () -> robot.lookup("#node-view .plain-scroll").queryAs(ScrollPane.class).setVvalue(1));
                snapshot(window.shell().scene(), "pipelines-learning-" + id + "-below-" + name);
            });
        }
    }

    private interface Shot {
        void take(String name, Looks.Window window);
    }

    private void inEachLook(Workspace workspace, Shot shot) {
        Looks.each(look -> Looks.SIZES.forEach(size -> {
            Looks.Window window = onUi(() -> Looks.open(look, workspace.name(), List.of(new PipelinesPlace(workspace))));
            Stage stage = show(window.shell().scene(), size.width(), size.height());
            waitFor("the graph", () -> robot.lookup("#node-judge").tryQuery().isPresent());
            shot.take(look.name() + "-" + size.width(), window);
            waitFor("an end of work", window.jobs()::idle);
            onUi((Runnable) stage::hide);
        }));
    }
}
