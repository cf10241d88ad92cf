package shelfwise.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Workspace;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Pipeline;

/** The window starts on a project with networks in its pipeline, and all its places are looked at, without anything that trains or encodes being loaded. */
class LightStartTest {
    @TempDir Path folder;

    @Test void neitherPyTorchNorEncodersAreLoadedBeforeTheyAreNeeded() throws Exception {
        try (Workspace shop = Workspace.create(folder.resolve("shop"))) {
            Pipeline empty = Pipeline.empty("learned");
            shop.pipelines().write(empty.add(Node.of("texts", shop.operators().operator("vectors.encoder"))).add(Node.of("order", shop.operators().operator("model.transformer"))));
        }
        Path log = folder.resolve("classes.log");
        var command = new ArrayList<String>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx500m", "--add-modules", "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED", "-Dglass.platform=Headless", "-Dprism.order=sw", "-Xlog:class+load:file=" + log, "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), WindowStart.class.getName(), folder.resolve("shop").toString()));
        Process window = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(window.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(0, window.waitFor(), said);
        assertTrue(said.contains("shown"), said);
        List<String> loaded = Files.readAllLines(log);
        for (String known : List.of("shelfwise.model.torch.FitTransformer ", "shelfwise.model.encoder.EncodeTexts ")) assertTrue(loaded.stream().anyMatch(l -> l.contains(known)), known);
        assertEquals(List.of(), loaded.stream().filter(line -> line.contains(" ai.djl.") || line.contains(" ai.onnxruntime.")).toList());
    }
}
