package shelfwise.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import shelfwise.data.AssetKind;
import shelfwise.data.Bundle;
import shelfwise.data.Table;

/** Another process that opens a project, saves an asset and a run, begins another of each, and holds the store until it is killed. */
final class Holder {
    private Holder() { }

    public static void main(String[] args) throws IOException {
        Project project = Project.open(Path.of(args[0]));
        Table table = Bundle.longs(new long[] {1, 2, 3});
        try (var writer = project.assets().begin(new NewVersion("kept", AssetKind.OTHER, "f", "{}", table.schema()))) {
            table.scan(writer::add);
            writer.commit();
        }
        project.runs().finish(project.runs().start("p", "{}", 1, "cpu"), new RunEnd(Outcome.DONE, 1, List.of(), List.of(), List.of(), List.of()));
        project.runs().start("p", "{}", 1, "cpu");
        try (var writer = project.assets().begin(new NewVersion("lost", AssetKind.OTHER, "f", "{}", table.schema()))) {
            Table values = Bundle.longs(LongStream.range(0, 200_000).map(i -> i * i % 1_000_003).toArray());
            values.scan(writer::add);
            for (int i = 0; i < 2_000; i++) writer.reject(i, "reject.x", List.of(), "raw");
            System.out.println("saved");
            System.in.read();
        }
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
