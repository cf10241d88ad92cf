package shelfwise.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shelfwise.app.PipelineService;
import shelfwise.app.Workspace;
import shelfwise.app.search.Dimension;
import shelfwise.app.search.SearchMethod;
import shelfwise.app.search.SearchPlan;
import shelfwise.app.search.SearchResult;
import shelfwise.app.search.Trial;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Overrides;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Preflight;

/** Searches for the settings of a model that do best on the validation part. */
@Command(name = "search")
final class SearchCommand extends CliCommand {
    record Line(int number, Map<String, String> settings, double share, @Nullable Double score, double seconds, @Nullable Long run, boolean kept, @Nullable String problem) { }

    record Result(String search, String pipeline, String node, String metric, String method, String end, List<Line> trials, @Nullable Line best, boolean applied) { }

    private static final int ROWS_SHOWN = 20, WIDEST_NOTE = 40;

    @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "PROJECT") Path project = Path.of("");
    @Parameters(index = "1", arity = "0..1", paramLabel = "PIPELINE", descriptionKey = "PIPELINE") Optional<String> pipeline = Optional.empty();
    @Option(names = "--node", paramLabel = "NODE") Optional<String> node = Optional.empty();
    @Option(names = "--vary", paramLabel = "SETTING=RANGE") List<String> vary = List.of();
    @Option(names = "--metric", paramLabel = "METRIC@N") String metric = "ndcg@10";
    @Option(names = "--method", paramLabel = "random|tpe|halving") String method = "tpe";
    @Option(names = "--trials", paramLabel = "TRIALS") int trials = SearchPlan.DEFAULT_TRIALS;
    @Option(names = "--minutes", paramLabel = "MINUTES") double minutes;
    @Option(names = "--seed", paramLabel = "SEED") long seed = 1;
    @Option(names = "--parallel", paramLabel = "TRIALS") int parallel;
    @Option(names = "--folds") boolean folds;
    @Option(names = "--set", paramLabel = "NODE.SETTING=VALUE") List<String> changes = List.of();
    @Option(names = "--resume") boolean resume;
    @Option(names = "--apply") boolean apply;

    SearchCommand(Session session) {
        super(session);
    }

    @Override public Integer call() {
        SearchPlan.Measure measure = WrongCall.unless(() -> SearchPlan.measure(metric));
        SearchMethod way = WrongCall.unless(() -> SearchMethod.of(method));
        RunCommand.check(changes);
        Workspace.check(project);
        PipelineService files = PipelineService.of(project);
        Pipeline written = pipeline.map(files::read).orElseGet(files::only);
        try (Workspace workspace = Workspace.open(project)) {
            Pipeline chosen = Overrides.apply(written, changes, workspace.operators());
            SearchPlan plan = WrongCall.unless(() -> {
                String fit = node.orElseGet(() -> onlyFit(workspace, chosen));
                return new SearchPlan(chosen, fit, workspace.search().space(chosen, fit, vary), measure.metric(), measure.k(), way, trials, minutes, seed, folds, parallel);
            });
            PipelineRun.importMissing(session, workspace);
            List<Preflight.Finding> findings = new Preflight(workspace.operators(), workspace.assets()::read).check(chosen, Progress.NONE);
            if (!findings.isEmpty()) {
                findings.forEach(f -> session.tell(f.problem().in(chosen.name())));
                return FAILED;
            }
            SearchResult result = search(workspace, plan);
            boolean applied = apply && result.best().map(best -> apply(workspace, files, written, plan, best)).orElse(false);
            if (json) Json.print(session.out(), json(plan, result, applied));
            else report(plan, result, applied);
            if (result.best().isEmpty()) session.tell(Problem.of("search.none-done", plan.node()));
            return result.best().isEmpty() ? FAILED : WORKED;
        }
    }

    private static String onlyFit(Workspace workspace, Pipeline pipeline) {
        List<String> fits = pipeline.nodes().stream().filter(n -> workspace.operators().readable(n).filter(o -> o instanceof Operator.Fit<?>).isPresent()).map(Node::id).toList();
        if (fits.size() != 1) throw Problem.of("search.no-node", "--node", fits).asException();
        return fits.getFirst();
    }

    private SearchResult search(Workspace workspace, SearchPlan plan) {
        double[] best = {Double.NaN}; // one trial is told at a time
        try (ProgressLine progress = session.progress(text("cli.search.searching", plan.node()))) {
            return workspace.search().search(plan, resume, progress, trial -> {
                if (!trial.kept()) progress.line(line(plan, trial));
                if (!Double.isNaN(trial.score()) && !(best[0] >= trial.score())) best[0] = trial.score();
                if (!Double.isNaN(best[0])) progress.now(text("cli.search.at", plan.node(), plan.measure(), session.figures().decimal(best[0], 4)));
            });
        }
    }

    private String line(SearchPlan plan, Trial trial) {
        String settings = trial.settings().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining("  "));
        String what = trial.problem().map(p -> text("cli.search.failed")).orElseGet(() -> plan.measure() + " " + session.figures().decimal(trial.score(), 4));
        return "  " + text("cli.search.trial", trial.number(), what, settings, session.figures().seconds(trial.seconds()));
    }

    /** Into the pipeline as it stands in its file: what --set says counts for the search alone. */
    private boolean apply(Workspace workspace, PipelineService files, Pipeline written, SearchPlan plan, Trial best) {
        workspace.pipelines().write(pipeline.orElseGet(() -> files.names().getFirst()), workspace.search().with(written, plan.node(), best));
        return true;
    }

    private Result json(SearchPlan plan, SearchResult result, boolean applied) {
        return new Result(result.id(), plan.pipeline().name(), plan.node(), plan.measure(), plan.method().word(), result.end().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                result.trials().stream().map(this::json).toList(), result.best().map(this::json).orElse(null), applied);
    }

    private Line json(Trial t) {
        return new Line(t.number(), t.settings(), t.share(), Json.number(t.score()), t.seconds(), t.run() > 0 ? t.run() : null, t.kept(),
                t.problem().map(session.messages()::tell).orElse(null));
    }

    private void report(SearchPlan plan, SearchResult result, boolean applied) {
        Figures figures = session.figures();
        boolean shares = result.trials().stream().anyMatch(t -> t.share() < 1);
        var table = new TextTable().right("#").right(plan.measure());
        for (Dimension d : plan.space().dimensions()) table.right(d.setting());
        if (shares) table.right(text("cli.search.share"));
        table.right(text("cli.search.seconds")).left(text("cli.note"), WIDEST_NOTE);
        List<Trial> ranked = result.trials().stream().sorted(Comparator.comparingDouble((Trial t) -> -t.share())
                .thenComparingDouble(t -> Double.isNaN(t.score()) ? Double.POSITIVE_INFINITY : -t.score()).thenComparingInt(Trial::number)).toList();
        for (Trial t : ranked.subList(0, Math.min(ROWS_SHOWN, ranked.size()))) {
            var row = new ArrayList<String>(List.of(String.valueOf(t.number()), figures.decimal(t.score(), 4)));
            row.addAll(t.settings().values());
            if (shares) row.add(figures.share(t.share()));
            row.add(figures.decimal(t.seconds(), 1));
            row.add(t.problem().map(p -> session.messages().tell(p).lines().findFirst().orElse("")).orElse(t.kept() ? text("cli.search.kept") : ""));
            table.row(row.toArray(String[]::new));
        }
        if (!table.empty()) table.print(session.out(), WIDTH);
        if (ranked.size() > ROWS_SHOWN) say(text("cli.search.more", ranked.size() - ROWS_SHOWN));
        say("");
        say(text("cli.search.end." + result.end().name().toLowerCase(Locale.ROOT).replace('_', '-'), figures.count(ranked.size())));
        result.best().ifPresent(best -> say(text("cli.search.best", plan.node(), best.settings().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue())
                .toList(), plan.measure(), figures.decimal(best.score(), 4))));
        if (result.best().isPresent()) say(text(applied ? "cli.search.applied" : "cli.search.not-applied", plan.pipeline().name()));
    }
}
