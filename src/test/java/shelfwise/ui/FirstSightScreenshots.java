package shelfwise.ui;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.SmallShop;
import shelfwise.app.Workspace;
import shelfwise.base.Progress;
import shelfwise.ingest.ImportOptions;
import shelfwise.pipeline.Note;
import shelfwise.pipeline.Pipeline;
import shelfwise.ui.pipelines.PipelinesPlace;

/** An empty canvas, and one with steps that are done, failed, off and run no more, in every look. */
class FirstSightScreenshots extends WindowTest {
    @TempDir Path folder;

    @Test void emptyCanvas() {
        try (Workspace workspace = Workspace.create(folder.resolve("shop"))) {
            workspace.pipelines().write(Pipeline.empty("first"));
            Looks.each(look -> Looks.SIZES.forEach(size -> shown(workspace, look, size, "empty", () -> { })));
        }
    }

    @Test void states() {
        try (Workspace workspace = Workspace.create(folder.resolve("shop"))) {
            workspace.imports().importFile(SmallShop.writeOrders(folder.resolve("orders.csv")), ImportOptions.DETECT, Progress.NONE);
            Pipeline p = SmallShop.pipeline(workspace.operators());
            workspace.pipelines().write(p);
            workspace.runs().run(p, Progress.NONE, _ -> { });
            String last = p.nodes().getLast().id();
            p = p.add(new Note("note-1", Note.Kind.NOTE, "Look at this", 0, 260, 176, 88)).enable(java.util.Set.of(last), false);
            p = p.add(shelfwise.pipeline.Node.of("nowhere", workspace.operators().operator("source.asset")).at(0, 420));
            workspace.pipelines().write(p);
            String step = p.nodes().get(2).id();
            Looks.each(look -> shown(workspace, look, Looks.SIZES.getFirst(), "states", () -> {
                robot.push(KeyCode.CONTROL, KeyCode.F).write(step).push(KeyCode.ENTER).push(KeyCode.TAB);
            }));
        }
    }

    private void shown(Workspace workspace, Looks.Look look, Looks.Size size, String name, Runnable act) {
        Looks.Window window = onUi(() -> Looks.open(look, workspace.name(), List.of(new PipelinesPlace(workspace))));
        Stage stage = show(window.shell().scene(), size.width(), size.height());
        waitFor("the canvas", () -> robot.lookup("#graph").tryQuery().isPresent() && window.jobs().idle());
        act.run();
        waitFor("an end of work", window.jobs()::idle);
        snapshot(window.shell().scene(), "first-" + name + "-" + look.name() + "-" + size.width());
        onUi((Runnable) stage::hide);
    }
}
