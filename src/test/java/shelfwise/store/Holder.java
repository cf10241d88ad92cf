package shelfwise.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import shelfwise.data.AssetKind;
import shelfwise.data.Bundle;
import shelfwise.data.Table;

/** Another process that opens a project, saves an asset and holds the store until it is killed. */
final class Holder {
    private Holder() { }

    public static void main(String[] args) throws IOException {
        Project project = Project.open(Path.of(args[0]));
        Table table = Bundle.longs(new long[] {1, 2, 3});
        try (var writer = project.assets().begin(new NewVersion("kept", AssetKind.OTHER, "f", "{}", table.schema()))) {
            table.scan(writer::add);
            writer.commit();
        }
        System.out.println("saved");
        System.in.read();
    }

    /** Starts it and waits until it has saved. */
    static Process start(Path folder) throws IOException {
        Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx200m", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), Holder.class.getName(), folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = process.inputReader().readLine();
        if (!"saved".equals(said)) throw new IllegalStateException("said " + said);
        return process;
    }
}
