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

/** The window starts, and all its places are looked at, without anything that trains or encodes being loaded. */
class LightStartTest {
    @TempDir Path folder;

    @Test void neitherPyTorchNorEncodersAreLoadedBeforeTheyAreNeeded() throws Exception {
        Workspace.create(folder.resolve("shop")).close();
        Path log = folder.resolve("classes.log");
        var command = new ArrayList<String>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx500m", "--add-modules", "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED", "-Dglass.platform=Headless", "-Dprism.order=sw", "-Xlog:class+load:file=" + log, "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), WindowStart.class.getName(), folder.resolve("shop").toString()));
        Process window = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(window.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(0, window.waitFor(), said);
        assertTrue(said.contains("shown"), said);
        List<String> loaded = Files.readAllLines(log);
        assertTrue(loaded.stream().anyMatch(line -> line.contains("shelfwise.model.torch.FitTransformer ")), "the operators are there");
        assertEquals(List.of(), loaded.stream().filter(line -> line.contains(" ai.djl.") || line.contains(" ai.onnxruntime.")).toList());
    }
}
