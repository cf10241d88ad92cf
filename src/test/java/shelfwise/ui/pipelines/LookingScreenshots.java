package shelfwise.ui.pipelines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Samples;
import shelfwise.app.Workspace;
import shelfwise.base.Progress;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Pipeline;
import shelfwise.ui.Looks;
import shelfwise.ui.Target;
import shelfwise.ui.WindowTest;

/** Cards, pins and the views of steps of the sample in every look; run by {@code mvn -Pscreenshots verify}. */
class LookingScreenshots extends WindowTest {
    private static final List<String> VIEWS = List.of("orders", "no-repeats", "catalogue", "purchases", "split", "item-knn", "compare", "lists-item-knn", "words");
    private static final Set<String> LEFT_OUT = Set.of("model.user-knn", "model.als", "model.content", "model.ease", "model.bpr", "vectors.items", "model.interests",
            "hybrid.rank-fusion", "rerank.diversity");
    @TempDir Path folder;

    @Test void ofTheSample() throws IOException {
        Path sample = Samples.all().stream().filter(p -> p.endsWith("online-retail")).findFirst().orElseThrow(), copy = folder.resolve("online-retail");
        try (var files = Files.walk(sample)) {
            for (Path from : files.toList()) {
                Path to = copy.resolve(sample.relativize(from).toString());
                if (Files.isDirectory(from)) Files.createDirectories(to);
                else Files.copy(from, to);
            }
        }
        try (Workspace workspace = Workspace.open(copy)) {
            Samples.importMissing(workspace, Progress.NONE);
            Pipeline pipeline = withVectors(workspace);
            workspace.pipelines().write(pipeline);
            workspace.runs().run(pipeline, Progress.NONE, _ -> { });
            Looks.each(look -> Looks.SIZES.forEach(size -> shoot(workspace, look, size)));
        }
    }

    /** As little of the sample's pipeline as shows every type of port. */
    private static Pipeline withVectors(Workspace workspace) {
        Pipeline all = workspace.pipelines().read("clean-and-compare");
        List<Node> nodes = all.nodes().stream().filter(n -> !LEFT_OUT.contains(n.operator()) && (!n.operator().equals("lists.top-n") || n.id().equals("lists-item-knn"))).toList();
        List<String> ids = nodes.stream().map(Node::id).toList();
        var p = new Pipeline(all.name(), nodes, all.links().stream().filter(l -> ids.contains(l.fromNode()) && ids.contains(l.toNode())).toList());
        return p.add(Node.of("words", workspace.operators().operator("vectors.text"))).link(new Link("catalogue", "catalogue", "words", "catalogue"));
    }

    private void shoot(Workspace workspace, Looks.Look look, Looks.Size size) {
        Looks.Window window = onUi(() -> Looks.open(look, workspace.name(), List.of(new PipelinesPlace(workspace))));
        Stage stage = show(window.shell().scene(), size.width(), size.height());
        String name = look.name() + "-" + size.width();
        waitFor("the graph", () -> robot.lookup("#node-compare").tryQuery().isPresent());
        rest(window);
        choose(window, "real-sales");
        robot.push(KeyCode.F3);
        waitFor("the card", () -> robot.lookup("#look-card").tryQuery().isPresent());
        snapshot(window.shell().scene(), "looking-card-" + name);
        for (String view : VIEWS) {
            choose(window, view);
            robot.push(KeyCode.F4);
            rest(window);
            snapshot(window.shell().scene(), "looking-" + view + "-" + name);
        }
        robot.push(KeyCode.SHIFT, KeyCode.F4);
        for (String pin : List.of("purchases", "item-knn", "compare")) {
            choose(window, pin);
            robot.push(KeyCode.F8);
            rest(window);
        }
        snapshot(window.shell().scene(), "looking-pins-" + name);
        for (String pin : List.of("purchases", "item-knn", "compare")) {
            choose(window, pin);
            robot.push(KeyCode.F8);
        }
        rest(window);
        onUi((Runnable) stage::hide);
    }

    private static void choose(Looks.Window window, String node) {
        onUi(() -> window.model().go("pipelines", Target.of("node", node)));
        rest(window);
    }

    private static void rest(Looks.Window window) {
        waitFor("an end of work", window.jobs()::idle);
    }
}
