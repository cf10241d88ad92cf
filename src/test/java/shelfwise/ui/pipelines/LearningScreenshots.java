package shelfwise.ui.pipelines;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import shelfwise.app.Workspace;
import shelfwise.base.Progress;
import shelfwise.model.torch.FitTransformer;
import shelfwise.model.torch.FitTwoTower;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Pipeline;
import shelfwise.ui.Looks;
import shelfwise.ui.Target;
import shelfwise.ui.WindowTest;

/** The curves of a network beside the canvas, with what stands behind them folded out. */
class LearningScreenshots extends WindowTest {
    @TempDir Path folder;

    @Test void ofANetwork() {
        try (Workspace workspace = ShopProject.make(folder.resolve("shop"))) {
            Pipeline p = workspace.pipelines().read(ShopProject.NAME);
            FitTransformer.Setup s = new FitTransformer().defaults();
            var small = new FitTransformer.Setup(16, 2, 2, 20, false, 12, 8, 0.01, 0.1, 0, 5, s.objective(), 16, 0, false, 0, 0, s.processor(), 1);
            Node network = Node.of("network", new FitTransformer()).withSettings(small);
            p = p.add(network).link(new Link("split", "split", "network", "split"));
            workspace.pipelines().write(p);
            workspace.runs().run(p, Progress.NONE, _ -> { });
            Looks.each(look -> Looks.SIZES.forEach(size -> shoot(workspace, look, size)));
        }
    }

    @Test void whileItTrains() {
        Looks.each(look -> {
            try (Workspace workspace = SlowShop.training(folder.resolve(look.name()))) {
                Looks.Window window = onUi(() -> Looks.open(look, workspace.name(), List.of(new PipelinesPlace(workspace))));
                Stage stage = show(window.shell().scene(), 1280, 800);
                waitFor("the graph", () -> robot.lookup("#node-" + SlowShop.NETWORK).tryQuery().isPresent());
                onUi(() -> window.model().go("pipelines", Target.of("node", SlowShop.NETWORK)));
                robot.push(KeyCode.F5);
                waitFor("an epoch", () -> robot.lookup("#stop-and-keep").tryQueryAs(Button.class).filter(b -> b.getParent().isVisible() && !b.isDisabled()).isPresent());
                snapshot(window.shell().scene(), "training-" + look.name());
                robot.clickOn("#stop-and-keep");
                waitFor("the end", () -> robot.lookup(".node-standing-card.done").tryQuery().isPresent());
                snapshot(window.shell().scene(), "training-kept-" + look.name());
                waitFor("an end of work", window.jobs()::idle);
                onUi((Runnable) stage::hide);
            }
        });
    }

    /** Nothing trained yet, one epoch, a training that fails, one that is cancelled. */
    @Test void statesWithoutACurve() {
        Looks.each(look -> Looks.SIZES.forEach(size -> {
            try (Workspace workspace = SlowShop.training(folder.resolve(look.name() + size.width()))) {
                Pipeline p = workspace.pipelines().read(ShopProject.NAME);
                var form = workspace.operators().form(p.node(SlowShop.NETWORK));
                p = p.add(Node.of("once", new FitTransformer()).withSettings(form.with(p.node(SlowShop.NETWORK).settings(), "epochs", 1))).link(new Link("split", "split", "once", "split"))
                        .add(Node.of("towers", new FitTwoTower())).link(new Link("split", "split", "towers", "split")).link(new Link("orders", "table", "towers", "users"));
                workspace.pipelines().write(p);
                Looks.Window window = onUi(() -> Looks.open(look, workspace.name(), List.of(new PipelinesPlace(workspace))));
                Stage stage = show(window.shell().scene(), size.width(), size.height());
                String name = look.name() + "-" + size.width();
                waitFor("the graph", () -> robot.lookup("#node-once").tryQuery().isPresent());
                go(window, SlowShop.NETWORK);
                robot.push(KeyCode.F4);
                waitFor("an end of work", window.jobs()::idle);
                snapshot(window.shell().scene(), "state-none-" + name);
                robot.push(KeyCode.F5);
                waitFor("an epoch", () -> robot.lookup("#stop-and-keep").tryQueryAs(Button.class).filter(b -> b.getParent().isVisible() && !b.isDisabled()).isPresent());
                robot.push(KeyCode.CONTROL, KeyCode.PERIOD);
                waitFor("an end of work", window.jobs()::idle);
                snapshot(window.shell().scene(), "state-cancelled-" + name);
                for (String node : List.of("towers", "once")) {
                    go(window, node);
                    robot.push(KeyCode.SHIFT, KeyCode.F5);
                    waitFor("an end of work", window.jobs()::idle);
                    robot.push(KeyCode.F4);
                    waitFor("an end of work", window.jobs()::idle);
                    onUi(() -> robot.lookup("#node-view .tab-pane").<TabPane>tryQuery().filter(t -> t.getTabs().size() > 1).ifPresent(t -> t.getSelectionModel().select(1)));
                    waitFor("an end of work", window.jobs()::idle);
                    snapshot(window.shell().scene(), "state-" + node + "-" + name);
                }
                onUi((Runnable) stage::hide);
            }
        }));
    }

    private static void go(Looks.Window window, String node) {
        onUi(() -> window.model().go("pipelines", Target.of("node", node)));
        waitFor("an end of work", window.jobs()::idle);
    }

    @Test void ofFiveTrainingsOnOneAxis() {
        try (Workspace workspace = OverlayTest.run(folder.resolve("shop"))) {
            OverlayTest.runOtherwise(workspace);
            Looks.each(look -> Looks.SIZES.forEach(size -> {
                Stage stage = learning(workspace, "first", look, size);
                waitFor("the boxes", () -> robot.lookup("#node-view .overlay-box").queryAll().size() == 4);
                onUi(() -> robot.lookup("#node-view .overlay-box").queryAllAs(CheckBox.class).forEach(b -> b.setSelected(true)));
                waitFor("the legend", () -> robot.lookup("#node-view .overlay-legend").tryQuery().isPresent());
                snapshot(stage.getScene(), "overlay-" + look.name() + "-" + size.width());
                onUi((Runnable) stage::hide);
            }));
        }
    }

    @Test void ofASweep() {
        try (Workspace workspace = OverlayTest.run(folder.resolve("shop"))) {
            Looks.each(look -> {
                Stage stage = learning(workspace, "sweep", look, Looks.SIZES.getFirst());
                waitFor("the chart", () -> robot.lookup("#sweep-parallels").tryQuery().isPresent());
                snapshot(stage.getScene(), "sweep-" + look.name());
                onUi((Runnable) stage::hide);
            });
        }
    }

    private void shoot(Workspace workspace, Looks.Look look, Looks.Size size) {
        Stage stage = learning(workspace, "network", look, size);
        snapshot(stage.getScene(), "learning-" + look.name() + "-" + size.width());
        onUi(() -> robot.lookup("#node-view .titled-pane").<TitledPane>query().setExpanded(true));
        WaitForAsyncUtils.waitForFxEvents();
        snapshot(stage.getScene(), "learning-more-" + look.name() + "-" + size.width());
        onUi((Runnable) stage::hide);
    }

    /** The curves of a node in its own view. */
    private Stage learning(Workspace workspace, String node, Looks.Look look, Looks.Size size) {
        Looks.Window window = onUi(() -> Looks.open(look, workspace.name(), List.of(new PipelinesPlace(workspace))));
        var stage = show(window.shell().scene(), size.width(), size.height());
        waitFor("the graph", () -> robot.lookup("#node-" + node).tryQuery().isPresent());
        onUi(() -> window.model().go("pipelines", Target.of("node", node)));
        waitFor("an end of work", window.jobs()::idle);
        robot.push(KeyCode.F4);
        waitFor("the view", () -> robot.lookup("#node-view .tab-pane").tryQuery().isPresent());
        onUi(() -> {
            TabPane tabs = robot.lookup("#node-view .tab-pane").query();
            Tab learning = tabs.getTabs().get(1);
            tabs.getSelectionModel().select(learning);
        });
        waitFor("an end of work", window.jobs()::idle);
        return stage;
    }
}
