package shelfwise.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Table;

/** Another process that fills a store, sweeps it and gives its room back, again and again until it is killed. */
final class Sweeper {
    /** It keeps these to the end. */
    static final Set<String> NEEDED = Set.of("k0", "k1", "k2");
    private static final int ALL = 24;

    private Sweeper() { }

    static Table table(String key) {
        return Bundle.longs(new Random(key.hashCode()).longs(80_000).toArray());
    }

    public static void main(String[] args) {
        Project project = Project.open(Path.of(args[0]));
        fill(project);
        System.out.println("filled");
        while (true) {
            project.cache().sweep(0, () -> NEEDED, Progress.NONE);
            project.cache().giveBack(Progress.NONE);
            fill(project);
        }
    }

    private static void fill(Project project) {
        for (int i = 0; i < ALL; i++) project.artefacts().put("k" + i, new Bundle(Map.of(), Map.of("t", table("k" + i))));
    }

    /** Starts it and waits until it has filled the store. */
    static Process start(Path folder) throws IOException {
        Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx200m", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), Sweeper.class.getName(), folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = process.inputReader().readLine();
        if (!"filled".equals(said)) throw new IllegalStateException("said " + said);
        return process;
    }
}
