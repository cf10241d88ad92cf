package shelfwise.ui.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start must not pay for what may never be used. */
class StartTest {
    @TempDir Path folder;

    @Test void openingAProjectLoadsNoEngineOfNetworks() throws IOException, InterruptedException {
        Path log = folder.resolve("classes.txt"), said = folder.resolve("said.txt");
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xlog:class+load:file=" + log, "--add-modules", "jdk.incubator.vector",
                "-Dglass.platform=Headless", "-Dprism.order=sw", "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(OpenedWindow.class.getName(), folder.resolve("shop").toString()));
        int code = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start().waitFor();
        assertEquals(0, code, Files.readString(said));
        assertTrue(Files.readString(said).contains("shown"), Files.readString(said));
        List<String> loaded = Files.readAllLines(log);
        assertTrue(loaded.stream().anyMatch(l -> l.contains("shelfwise.model.encoder.EncodeTexts")), "the log tells classes");
        assertEquals(List.of(), loaded.stream().filter(l -> l.contains(" ai.djl.") || l.contains(" ai.onnxruntime.")).limit(5).toList());
    }
}
