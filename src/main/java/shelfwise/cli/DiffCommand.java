package shelfwise.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import shelfwise.app.Operators;
import shelfwise.app.PipelineService;
import shelfwise.base.Problem;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.PipelineJson;
import shelfwise.pipeline.diff.DiffWords;
import shelfwise.pipeline.diff.PipelineDiff;

/** Tells what differs between two pipelines of a project, or between two files. */
@Command(name = "diff")
final class DiffCommand extends CliCommand {
    /** One part in JSON. */
    record Part(String what, String kind, String before, String after, String operator, List<Change> differences) { }

    record Change(String what, String name, String before, String after) { }

    record Result(boolean same, int moved, List<Part> parts) { }

    @Parameters(arity = "2..3", paramLabel = "PROJECT A B", descriptionKey = "PIPELINES") List<String> names = List.of();

    DiffCommand(Session session) {
        super(session);
    }

    @Override public Integer call() {
        List<Pipeline> both = names.size() == 2 ? Stream.of(names.getFirst(), names.getLast()).map(DiffCommand::file).toList()
                : names.subList(1, 3).stream().map(PipelineService.of(Path.of(names.getFirst()))::read).toList();
        PipelineDiff diff = PipelineDiff.of(both.getFirst(), both.getLast(), Operators.catalogue());
        if (json) Json.print(session.out(), result(diff));
        else tell(diff);
        return WORKED;
    }

    private static Pipeline file(String name) {
        Path file = Path.of(name);
        if (!Files.isRegularFile(file)) throw Problem.of("cli.no-file", name).asException();
        return new PipelineJson(Operators.catalogue()).read(file);
    }

    private static Result result(PipelineDiff diff) {
        return new Result(diff.same(), diff.moved(), diff.parts().stream().map(p -> new Part(word(p.section()), word(p.kind()), p.before(), p.after(), p.operator(),
                p.differences().stream().map(d -> new Change(word(d.what()), d.name(), d.before(), d.after())).toList())).toList());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private void tell(PipelineDiff diff) {
        var words = new DiffWords(session.messages());
        say(diff.same() ? text("differences.none") : text("differences.count", diff.parts().size()));
        for (PipelineDiff.Part p : diff.parts()) {
            say("\n" + words.title(p));
            p.differences().forEach(d -> say("  " + words.line(p, d)));
        }
        if (diff.moved() > 0) say("\n" + text("differences.moved", diff.moved()));
    }
}
