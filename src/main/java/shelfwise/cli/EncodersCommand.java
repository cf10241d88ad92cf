package shelfwise.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shelfwise.app.Workspace;
import shelfwise.base.Problem;
import shelfwise.model.encoder.OwnEncoder;
import shelfwise.model.encoder.Pooling;

/** Tells which encoders of texts and images were added to a project, adds one and takes one out. */
@Command(name = "encoders")
final class EncodersCommand extends CliCommand {
    /** One encoder of the list. */
    record Line(String name, String network, String pooling, int dimensions, String reads) { }

    @Parameters(paramLabel = "PROJECT", descriptionKey = "PROJECT") Path project = Path.of("");
    @Option(names = "--add", paramLabel = "FOLDER") Optional<Path> add = Optional.empty();
    @Option(names = "--name", paramLabel = "NAME") Optional<String> name = Optional.empty();
    @Option(names = "--pooling", paramLabel = "mean|first") Optional<String> pooling = Optional.empty();
    @Option(names = "--remove", paramLabel = "NAME") Optional<String> remove = Optional.empty();

    EncodersCommand(Session session) {
        super(session);
    }

    @Override public Integer call() {
        Optional<Pooling> chosen = WrongCall.unless(this::checked);
        try (Workspace workspace = Workspace.open(project)) {
            remove.ifPresent(n -> workspace.encoders().remove(n));
            add.ifPresent(folder -> add(workspace, folder, chosen));
            List<Line> all = workspace.encoders().list().stream().map(EncodersCommand::line).toList();
            if (json) Json.print(session.out(), all);
            else print(all);
        }
        return WORKED;
    }

    private Optional<Pooling> checked() {
        if (add.isEmpty() && (name.isPresent() || pooling.isPresent())) throw Problem.of("cli.encoder-add", name.isPresent() ? "--name" : "--pooling").asException();
        return pooling.map(word -> switch (word) {
            case "mean" -> Pooling.MEAN;
            case "first" -> Pooling.FIRST;
            default -> throw Problem.of("cli.encoder-pooling", word).asException();
        });
    }

    private void add(Workspace workspace, Path folder, Optional<Pooling> chosen) {
        Path last = folder.toAbsolutePath().normalize().getFileName();
        try (ProgressLine progress = session.progress(text("cli.encoders.checking"))) {
            workspace.encoders().add(folder, name.orElse(last == null ? "" : last.toString()), chosen, progress);
        }
    }

    private static Line line(OwnEncoder e) {
        return new Line(e.name(), e.network(), e.pooling().name().toLowerCase(Locale.ROOT), e.dimensions(), e.reads().name().toLowerCase(Locale.ROOT));
    }

    private void print(List<Line> all) {
        if (all.isEmpty()) say(text("cli.encoders.none"));
        for (Line l : all) say(text("cli.encoders.line", l.name(), l.network(), l.dimensions(), l.pooling(), text("cli.encoders.reads." + l.reads())));
    }
}
