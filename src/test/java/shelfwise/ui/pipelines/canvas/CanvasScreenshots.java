package shelfwise.ui.pipelines.canvas;

import java.util.Set;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import shelfwise.pipeline.Groups;
import shelfwise.pipeline.Note;
import shelfwise.pipeline.Pipeline;
import shelfwise.ui.Looks;
import shelfwise.ui.WindowTest;

/** The canvas with few, some and many steps in every look; run by {@code mvn -Pscreenshots verify}. */
class CanvasScreenshots extends WindowTest {
    private static Pipeline small() {
        Pipeline p = Groups.make(ToyCanvas.shop(), Set.of("popular", "knn"), "models", "Models");
        p = p.add(new Note("frame", Note.Kind.FRAME, "Prepare", -16, -40, 412, 132)).add(new Note("note", Note.Kind.NOTE, "Orders of the last year\n去年的订单", 0, 130, 200, 72));
        return p.enable(Set.of("knn"), false);
    }

    @Test void ofSizes() {
        Looks.each(look -> Looks.SIZES.forEach(size -> {
            shot(small(), "canvas-5-" + look.name(), look, size.width(), size.height());
            shot(Groups.fold(small(), "models", true), "canvas-folded-" + look.name(), look, size.width(), size.height());
            shot(ToyCanvas.large(50), "canvas-50-" + look.name(), look, size.width(), size.height());
            shot(ToyCanvas.large(300), "canvas-300-" + look.name(), look, size.width(), size.height());
            shot(Pipeline.empty("new"), "canvas-0-" + look.name(), look, size.width(), size.height());
        }));
    }

    private void shot(Pipeline pipeline, String name, Looks.Look look, double width, double height) {
        var toy = new ToyCanvas(pipeline);
        Looks.Window window = onUi(() -> toy.open(look.language(), look.theme()));
        Stage stage = show(window.shell().scene(), width, height);
        waitFor("drawn", () -> pipeline.nodes().isEmpty() || robot.lookup(".node-box").queryAll().stream().anyMatch(Node::isVisible));
        snapshot(window.shell().scene(), name + "-" + Math.round(width));
        onUi((Runnable) stage::hide);
    }
}
