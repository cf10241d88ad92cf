package shelfwise.ui.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Workspace;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Pipeline;
import shelfwise.ui.Choosers;
import shelfwise.ui.Looks;
import shelfwise.ui.Theme;
import shelfwise.ui.WindowTest;

/** The analyst's own text encoder, brought in and chosen in the window. */
class EncoderJourneyTest extends WindowTest {
    @TempDir Path folder;

    private record Chosen(Path folder) implements Choosers {
        @Override public List<Path> open(String title, Kind... kinds) {
            return List.of();
        }

        @Override public Optional<Path> save(String title, String suggestedName, Kind... kinds) {
            return Optional.empty();
        }

        @Override public Optional<Path> folder(String title) {
            return Optional.of(folder);
        }
    }

    static Pipeline withEncoder(Workspace workspace) {
        return ShopProject.pipeline(workspace, "orders").add(Node.of("products", workspace.operators().operator("prepare.catalogue")).at(40, 400))
                .add(Node.of("texts", workspace.operators().operator("vectors.encoder")).at(260, 400))
                .link(new shelfwise.pipeline.Link("sales", "table", "products", "table")).link(new shelfwise.pipeline.Link("products", "catalogue", "texts", "catalogue"));
    }

    @Test void anOwnEncoderIsAddedByKeyAndOffered() throws IOException {
        Path from = Files.createDirectories(folder.resolve("mine"));
        try (InputStream network = getClass().getResourceAsStream("/all-minilm-l6-v2-q.onnx"); InputStream words = getClass().getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json")) {
            Files.copy(network, from.resolve("model.onnx"));
            Files.copy(words, from.resolve("tokenizer.json"));
        }
        try (Workspace workspace = ShopProject.make(folder.resolve("shop"))) {
            workspace.pipelines().write(withEncoder(workspace));
            Looks.Window window = onUi(() -> {
                Looks.Window made = Looks.window(new Looks.Look(Locale.ENGLISH, Theme.LIGHT), new Chosen(from));
                made.shell().open(workspace.name(), List.of(new PipelinesPlace(workspace)));
                return made;
            });
            show(window.shell().scene(), 1600, 900);
            waitFor("the graph", () -> robot.lookup("#node-texts").tryQuery().isPresent());
            robot.clickOn("#node-texts");
            waitFor("idle", window.jobs()::idle);
            robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
            waitFor("the check", () -> window.jobs().idle() && !workspace.encoders().names().isEmpty());
            assertEquals(List.of("mine"), workspace.encoders().names());
            waitFor("what is offered", () -> robot.lookup("#setting-own .combo-box").tryQuery().filter(c -> ((javafx.scene.control.ComboBox<?>) c).getItems().contains("mine")).isPresent());
            robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
            waitFor("the failure", () -> robot.lookup("The project already has an encoder called \"mine\".").tryQuery().isPresent());
        }
    }
}
