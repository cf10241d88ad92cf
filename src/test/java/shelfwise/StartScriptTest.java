package shelfwise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The start script with a Java that only tells what it was called with, one argument a line. */
@DisabledOnOs(OS.WINDOWS)
class StartScriptTest {
    @TempDir Path folder;
    private Path script;

    private record Outcome(int code, List<String> lines) { }

    @BeforeEach void installIntoAFolderWithSpaces() throws IOException {
        script = Files.createDirectories(folder.resolve("shelf wise/bin")).resolve("shelfwise");
        Files.copy(Path.of("installer/shelfwise"), script);
        assertTrue(script.toFile().setExecutable(true));
    }

    @Test void argumentsArriveAsTheyWereWritten() throws Exception {
        Outcome told = start(script, jdk("25.0.3"), Map.of(), "run", "my project", "*", "");
        assertEquals(0, told.code);
        assertEquals(List.of("shelfwise.Launcher", "run", "my project", "*", ""), told.lines.subList(told.lines.indexOf("shelfwise.Launcher"), told.lines.size()));
    }

    @Test void theFolderIsFoundThroughSymbolicLinksAndWithSpaces() throws Exception {
        Files.createSymbolicLink(folder.resolve("one"), script);
        Path linkToLink = Files.createSymbolicLink(Files.createDirectories(folder.resolve("else where")).resolve("two"), Path.of("../one"));
        assertEquals(folder.toRealPath().resolve("shelf wise/lib") + "/*", after("-cp", start(linkToLink, jdk("25"), Map.of(), "--help")));
    }

    @Test void aJavaThatIsTooOldIsToldWithTheCure() throws Exception {
        Outcome told = start(script, Path.of("/nowhere"), Map.of("SHELFWISE_JAVA", jdk("17.0.2").toString()), "--help");
        assertEquals(1, told.code);
        assertTrue(told.lines.getFirst().contains("no Java 25 or newer"), told.lines::toString);
    }

    @Test void moreOptionsForJavaCanBeGiven() throws Exception {
        assertTrue(start(script, jdk("25"), Map.of("SHELFWISE_OPTS", "-Xmx4g -Dx=y"), "--help").lines.containsAll(List.of("-Xmx4g", "-Dx=y")));
    }

    private static String after(String argument, Outcome told) {
        return told.lines.get(told.lines.indexOf(argument) + 1);
    }

    private Path jdk(String version) throws IOException {
        Path home = folder.resolve("jdk " + version);
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nfor a in \"$@\"; do echo \"$a\"; done\n");
        assertTrue(java.toFile().setExecutable(true));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private Outcome start(Path program, Path javaHome, Map<String, String> environment, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("/bin/sh", program.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("SHELFWISE_JAVA", "SHELFWISE_OPTS", "DISPLAY", "WAYLAND_DISPLAY"));
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        List<String> lines = process.inputReader().readAllLines();
        return new Outcome(process.waitFor(), lines);
    }
}
