package shelfwise.ui.pipelines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Workspace;
import shelfwise.pipeline.OwnDraft;
import shelfwise.pipeline.OwnOperator;
import shelfwise.pipeline.OwnOperators;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.layout.Layout;
import shelfwise.ui.Looks;
import shelfwise.ui.WindowTest;

class OwnOperatorScreenshots extends WindowTest {
    @TempDir Path folder;

    /** The dialogue, the palette with a file that can't be read, the form of a folded group with a newer version, and search-to-add. */
    @Test void own() throws IOException {
        try (Workspace workspace = ShopProject.make(folder.resolve("shop"))) {
            Pipeline p = Layout.tidied(workspace.pipelines().only());
            OwnDraft draft = OwnDraft.of(p, workspace.operators(), new LinkedHashSet<>(List.of("purchases", "split")));
            OwnOperator own = workspace.own().keep(draft.own("Clean and split", "Makes purchases and keeps the last one apart.", List.of("split.fewestEvents", "purchases.useTime")));
            workspace.own().keep(OwnDraft.of(p, workspace.operators(), new LinkedHashSet<>(List.of("popular", "item-knn"))).own("Two simple models", "", List.of("item-knn.neighbours")));
            workspace.pipelines().write(OwnOperators.place(p, own, 200, 320).pipeline());
            workspace.own().keep(draft.own("Clean and split", "Makes purchases and keeps the last one apart.", List.of("split.fewestEvents")));
            Files.writeString(workspace.folder().resolve("operators/Torn.json"), "{");
            Looks.each(look -> Looks.SIZES.forEach(size -> {
                Looks.Window window = onUi(() -> Looks.open(look, workspace.name(), List.of(new PipelinesPlace(workspace))));
                Stage stage = show(window.shell().scene(), size.width(), size.height());
                String name = look.name() + "-" + size.width();
                waitFor("the group", () -> robot.lookup("#node-Clean-and-split").tryQuery().isPresent());
                robot.clickOn("#node-Clean-and-split");
                waitFor("its form", () -> robot.lookup("#group-pane").tryQuery().isPresent());
                waitFor("what is kept", () -> robot.lookup("#own-take").tryQuery().isPresent() && window.jobs().idle());
                snapshot(window.shell().scene(), "own-group-" + name);
                robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
                waitFor("the dialogue", () -> robot.lookup("#own-name").tryQuery().isPresent());
                snapshot(window.shell().scene(), "own-keep-" + name);
                robot.push(KeyCode.ESCAPE);
                waitFor("it to close", () -> robot.lookup("#own-name").tryQuery().isEmpty());
                robot.clickOn("#node-sales").push(KeyCode.A);
                waitFor("the finder", () -> robot.lookup("#finder-search").tryQuery().isPresent());
                snapshot(window.shell().scene(), "own-finder-" + name);
                robot.push(KeyCode.ESCAPE);
                waitFor("an end of work", window.jobs()::idle);
                onUi((Runnable) stage::hide);
            }));
        }
    }
}
