package shelfwise.ui.pipelines;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Workspace;
import shelfwise.ui.JobRow;
import shelfwise.ui.Looks;
import shelfwise.ui.Target;
import shelfwise.ui.WindowTest;

/** What runs and what waits, and edits while it runs, in every look; run by {@code mvn -Pscreenshots verify}. */
class QueueScreenshots extends WindowTest {
    @TempDir Path folder;

    @Test void queue() {
        try (Workspace workspace = SlowShop.make(folder.resolve("shop"))) {
            Looks.each(look -> {
                Looks.Window window = onUi(() -> Looks.open(look, workspace.name(), List.of(new PipelinesPlace(workspace))));
                Stage stage = show(window.shell().scene(), 1280, 800);
                SlowShop.askAll(name -> go(window, name), () -> robot.push(KeyCode.F5));
                waitFor("two that wait", () -> window.jobs().rows().stream().filter(r -> r.state().get() == JobRow.State.WAITING).count() == 2);
                robot.push(KeyCode.CONTROL, KeyCode.J);
                snapshot(window.shell().scene(), "queue-waiting-" + look.name());
                go(window, ShopProject.NAME);
                waitFor("the step that takes long", () -> robot.lookup("#node-item-knn .node-state").tryQueryAs(javafx.scene.control.Labeled.class).filter(l -> l.getText().contains("%") || l.getText().startsWith(look.language().getLanguage().equals("zh") ? "运行中" : "running")).isPresent());
                robot.clickOn("#node-popular").push(KeyCode.DELETE);
                robot.clickOn("#node-top");
                snapshot(window.shell().scene(), "queue-edited-" + look.name());
                robot.push(KeyCode.CONTROL, KeyCode.Z);
                onUi(() -> window.jobs().stopAll(() -> { }));
                waitFor("an end of work", window.jobs()::idle);
                onUi((Runnable) stage::hide);
            });
        }
    }

    private void go(Looks.Window window, String pipeline) {
        onUi(() -> window.model().go("pipelines", Target.of("pipeline", pipeline)));
        waitFor(pipeline, () -> find("chooser", javafx.scene.control.ChoiceBox.class).getValue().equals(pipeline));
    }
}
