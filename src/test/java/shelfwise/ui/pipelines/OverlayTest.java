package shelfwise.ui.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Workspace;
import shelfwise.base.Progress;
import shelfwise.evaluate.EvaluateSweep;
import shelfwise.model.factor.FitAls;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Pipeline;
import shelfwise.ui.Looks;
import shelfwise.ui.NoChoosers;
import shelfwise.ui.Target;
import shelfwise.ui.Theme;
import shelfwise.ui.WindowTest;

/** Curves of other models laid over those of one, by keys. */
class OverlayTest extends WindowTest {
    @TempDir Path folder;

    /** A pipeline with two ALS models, and two copies of one of them that a sweep asks for. */
    static Workspace run(Path folder) {
        Workspace workspace = ShopProject.make(folder);
        Pipeline p = workspace.pipelines().read(ShopProject.NAME);
        for (String id : List.of("first", "second")) {
            p = p.add(Node.of(id, new FitAls())).link(new Link("split", "split", id, "split"));
        }
        p = p.set("second", workspace.operators().form(p.node("second")).with(p.node("second").settings(), "factors", 4));
        Node sweep = Node.of("sweep", new EvaluateSweep()).withSettings(new EvaluateSweep.Setup(List.of(new EvaluateSweep.Varied("second.iterations", "2,6"))));
        p = p.add(Node.of("check", workspace.operators().operator("evaluate.ranking"))).add(sweep);
        p = p.link(new Link("split", "split", "check", "split")).link(new Link("second", "model", "check", "model")).link(new Link("check", "metrics", "sweep", "metrics"));
        workspace.pipelines().write(p);
        assertEquals(List.of(), workspace.runs().run(p, Progress.NONE, _ -> { }).problems());
        return workspace;
    }

    /** Runs it with other settings of the first model, and again as it is. */
    static void runOtherwise(Workspace workspace) {
        Pipeline p = workspace.pipelines().read(ShopProject.NAME);
        var form = workspace.operators().form(p.node("first"));
        workspace.runs().run(p.set("first", form.with(form.with(p.node("first").settings(), "factors", 3), "iterations", 4)), Progress.NONE, _ -> { });
        workspace.runs().run(p, Progress.NONE, _ -> { });
    }

    /** A node's own view. */
    private Looks.Window open(Workspace workspace, String node) {
        Looks.Window window = onUi(() -> {
            Looks.Window made = Looks.window(new Looks.Look(Locale.ENGLISH, Theme.LIGHT), new NoChoosers());
            made.shell().open("Shop", List.of(new PipelinesPlace(workspace)));
            return made;
        });
        show(window.shell().scene(), 1600, 900);
        waitFor("the graph", () -> robot.lookup("#node-first").tryQuery().isPresent());
        onUi(() -> window.model().go("pipelines", Target.of("node", node)));
        waitFor("an end of work", window.jobs()::idle);
        robot.push(KeyCode.F4);
        waitFor("the view", () -> robot.lookup("#node-view .tab-pane").tryQuery().isPresent());
        return window;
    }

    @Test void theSpaceBarLaysAnotherModelOverAndBestAndLastAreTold() {
        try (Workspace workspace = run(folder.resolve("shop"))) {
            open(workspace, "first");
            onUi(() -> robot.lookup("#node-view .tab-pane").<TabPane>query().getSelectionModel().select(1));
            waitFor("the boxes", () -> boxes().size() == 3);
            assertEquals(List.of("Implicit ALS (second)", "Implicit ALS: Iterations 2", "Implicit ALS: Iterations 6"),
                    boxes().stream().map(CheckBox::getText).toList());
            onUi(() -> boxes().get(1).requestFocus());
            robot.push(KeyCode.SPACE);
            waitFor("the legend", () -> robot.lookup("#node-view .overlay-legend").tryQuery().isPresent());
            List<String> words = robot.lookup("#node-view .overlay-legend .label").<Label>queryAllAs(Label.class).stream().map(Label::getText).toList();
            assertTrue(words.stream().anyMatch(w -> w.endsWith(" after 2")), words.toString());
            assertTrue(words.containsAll(List.of("Best (ring)", "Last (square)")), words.toString());
            robot.push(KeyCode.SPACE);
            waitFor("the model's own curve alone", () -> robot.lookup("#node-view .overlay-legend").tryQuery().isEmpty());
        }
    }

    @Test void whatEarlierRunsMadeOfTheSameStepIsOfferedByWhatWasOtherwise() {
        try (Workspace workspace = run(folder.resolve("shop"))) {
            runOtherwise(workspace);
            open(workspace, "first");
            onUi(() -> robot.lookup("#node-view .tab-pane").<TabPane>query().getSelectionModel().select(1));
            waitFor("the boxes", () -> boxes().size() == 4);
            assertEquals("Run 2: Factors 3, Iterations 4", boxes().getLast().getText());
            onUi(() -> boxes().getLast().requestFocus());
            robot.push(KeyCode.SPACE);
            waitFor("the legend", () -> robot.lookup("#node-view .overlay-legend").tryQuery().isPresent());
            List<String> words = robot.lookup("#node-view .overlay-legend .label").<Label>queryAllAs(Label.class).stream().map(Label::getText).toList();
            assertTrue(words.stream().anyMatch(w -> w.endsWith(" after 4")), words.toString());
        }
    }

    @Test void aSweepsCombinationsAreGoneThroughByKeys() {
        try (Workspace workspace = run(folder.resolve("shop"))) {
            Looks.Window window = open(workspace, "sweep");
            onUi(() -> robot.lookup("#node-view .tab-pane").<TabPane>query().getSelectionModel().select(1));
            waitFor("the chart", () -> robot.lookup("#sweep-parallels").tryQuery().isPresent());
            onUi(() -> robot.lookup("#sweep-parallels").query().requestFocus());
            robot.push(KeyCode.END);
            String told = robot.lookup("#sweep-parallels-told").<Label>query().getText();
            assertTrue(told.matches("Model second, Iterations [26]\\. nDCG, first 10: [0-9.]+\\."), told);
            waitFor("an end of work", window.jobs()::idle);
        }
    }

    private List<CheckBox> boxes() {
        return List.copyOf(robot.lookup("#node-view .overlay-box").queryAllAs(CheckBox.class));
    }
}
