package shelfwise.ui.pipelines;

import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.SmallShop;
import shelfwise.app.Workspace;
import shelfwise.base.Progress;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Pipeline;
import shelfwise.ui.Looks;
import shelfwise.ui.WindowTest;

/** A text encoder and word vectors on the canvas, with their forms and what they made. */
class EncoderScreenshots extends WindowTest {
    @TempDir Path folder;

    @Test void forms() {
        Looks.each(look -> {
            try (Workspace workspace = SmallShop.trained(folder.resolve(look.name()))) {
                Pipeline p = workspace.pipelines().read(workspace.pipelines().names().getFirst());
                p = p.add(Node.of("encoded", workspace.operators().operator("vectors.encoder")).at(240, 520)).add(Node.of("meaning", workspace.operators().operator("model.vectors")).at(460, 520))
                        .add(Node.of("visits", workspace.operators().operator("vectors.sessions")).at(460, 640))
                        .link(new Link("catalogue", "catalogue", "encoded", "catalogue")).link(new Link("encoded", "vectors", "meaning", "vectors"))
                        .link(new Link("split", "split", "meaning", "split")).link(new Link("split", "split", "visits", "split"));
                workspace.pipelines().write(p);
                workspace.runs().run(p, Progress.NONE, _ -> { });
                Looks.Window window = onUi(() -> Looks.open(look, workspace.name(), List.of(new PipelinesPlace(workspace))));
                Stage stage = show(window.shell().scene(), 1600, 1000);
                waitFor("the graph", () -> robot.lookup("#node-encoded").tryQuery().isPresent());
                robot.clickOn("#node-encoded");
                waitFor("idle", window.jobs()::idle);
                snapshot(window.shell().scene(), "encoder-form-" + look.name());
                robot.clickOn("#node-visits");
                waitFor("idle", window.jobs()::idle);
                snapshot(window.shell().scene(), "visits-form-" + look.name());
                onUi((Runnable) stage::hide);
            }
        });
    }
}
