package shelfwise.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shelfwise.app.Operators;
import shelfwise.app.PipelineService;
import shelfwise.app.RunReport;
import shelfwise.app.Samples;
import shelfwise.app.Workspace;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.LearningCurve;
import shelfwise.ingest.ImportResult;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.NodeEvent;
import shelfwise.pipeline.Overrides;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Preflight;
import shelfwise.pipeline.TimeLeft;
import shelfwise.pipeline.Unread;

/**
 * Runs a pipeline of a project and tells what came of it.
 *
 * @param watch told what the run reads; null where nobody waits for changes
 */
record PipelineRun(Session session, Path project, Request request, @Nullable Watch watch) {
    PipelineRun(Session session, Path project, Request request) {
        this(session, project, request, null);
    }

    /**
     * What is asked for.
     *
     * @param pipeline name of the pipeline; the project's only one if empty
     * @param changes  settings as {@code node.setting=value}, parameters as {@code name=value}
     * @param to       the nodes to run to; all nodes if empty
     * @param dry      whether it is only checked
     * @param out      folder for the snapshot's files
     * @param details  whether every metric and segment is told, not the main ones alone
     */
    record Request(Optional<String> pipeline, List<String> changes, List<String> to, boolean dry, Optional<Path> out, boolean json, boolean details) { }

    record Result(long run, double seconds, List<MetricsTable.Model> models, @Nullable String snapshot, @Nullable String file, @Nullable String out) { }

    int go() {
        Workspace.check(project);
        request.out().ifPresent(PipelineRun::checkFolder);
        PipelineService pipelines = PipelineService.of(project);
        Pipeline chosen = request.pipeline().map(pipelines::read).orElseGet(pipelines::only);
        Pipeline changed = Overrides.apply(chosen, request.changes(), Operators.catalogue());
        if (watch != null) watch.runs(needed(changed));
        List<Preflight.Finding> unread = needed(changed).stream().filter(Node::enabled).flatMap(n -> Unread.of(n).stream().map(u -> new Preflight.Finding(n.id(), u.problem()))).toList();
        if (!unread.isEmpty() && !request.dry()) return refused(changed, unread); // told before the store is touched
        try (Workspace workspace = Workspace.open(project)) {
            importMissing(session, workspace);
            if (watch != null) watch.opened(workspace);
            return go(workspace, changed);
        }
    }

    private int go(Workspace workspace, Pipeline changed) {
        if (request.dry()) return new DryRunTable(session, request.json()).tell(workspace.runs().plan(changed, request.to(), progress()), changed.name());
        List<Preflight.Finding> findings = findings(workspace, changed);
        if (!findings.isEmpty()) return refused(changed, findings);
        RunReport report = run(workspace, changed);
        Optional<Path> page = report.snapshot().flatMap(id -> request.out().map(folder -> workspace.snapshots().writeAll(id, folder, session.messages())));
        if (request.json()) Json.print(session.out(), result(workspace, report));
        else tell(workspace, report, page);
        report.problems().forEach(session::tell);
        ran(report);
        return report.problems().isEmpty() ? CliCommand.WORKED : CliCommand.FAILED;
    }

    /** Ends the work once the call is cancelled. */
    private Progress progress() {
        return (_, _) -> {
            if (session.cancelled().get()) throw new CancellationException();
        };
    }

    /** Which steps ran, on one line. */
    private void ran(RunReport report) {
        List<String> ran = report.result().nodes().stream().filter(n -> n.end() instanceof NodeEvent.Done).map(n -> n.node().id()).toList();
        long kept = report.result().nodes().stream().filter(n -> n.end() instanceof NodeEvent.Cached).count();
        session.err().println(ran.isEmpty() ? session.text("cli.run.none-ran", kept) : session.text("cli.run.ran", ran.size(), ran, kept));
    }

    /** @throws shelfwise.base.ProblemException if a node to run to is not there */
    private List<Node> needed(Pipeline pipeline) {
        return request.to().isEmpty() ? pipeline.order() : pipeline.upTo(request.to());
    }

    /** Of the nodes that are to run. */
    private List<Preflight.Finding> findings(Workspace workspace, Pipeline changed) {
        List<Preflight.Finding> all = new Preflight(workspace.operators(), workspace.assets()::read).check(changed, Progress.NONE);
        Set<String> run = needed(changed).stream().map(Node::id).collect(Collectors.toSet());
        return all.stream().filter(f -> run.contains(f.node())).toList();
    }

    /** Told before the run, not after it. */
    private static void checkFolder(Path folder) {
        boolean usable = Files.exists(folder) ? Files.isDirectory(folder) && Files.isWritable(folder) : !folder.toString().isBlank();
        if (!usable) throw Problem.of("app.no-folder", folder.toString()).asException();
    }

    private int refused(Pipeline changed, List<Preflight.Finding> findings) {
        findings.forEach(f -> session.tell(f.problem().in(changed.name())));
        return CliCommand.FAILED;
    }

    /** A sample's files come in when they are first needed. */
    static void importMissing(Session session, Workspace workspace) {
        if (!Samples.toImport(workspace)) return;
        try (ProgressLine progress = session.progress(session.text("cli.run.sample"))) {
            for (ImportResult r : Samples.importMissing(workspace, progress)) {
                progress.line(session.text("cli.import.done", r.asset(), r.version(), session.figures().count(r.rows()), session.figures().count(r.rejected())));
            }
        }
    }

    private RunReport run(Workspace workspace, Pipeline chosen) {
        var left = new LinkedHashSet<>(needed(chosen).stream().map(Node::id).toList());
        var time = new TimeLeft();
        time.begin(workspace.runs().usualSeconds(chosen));
        long began = System.nanoTime();
        try (ProgressLine progress = session.progress(session.text("cli.run.running", chosen.name()))) {
            progress.leftBy(spent -> {
                synchronized (time) { // steps tell on their own threads
                    return time.all(chosen, List.copyOf(left), spent);
                }
            });
            return workspace.runs().runTo(chosen, request.to(), progress, event -> {
                boolean over = !(event instanceof NodeEvent.Waiting || event instanceof NodeEvent.Running), last;
                synchronized (time) {
                    time.heard(event, (System.nanoTime() - began) / 1_000_000);
                    last = over && left.remove(event.node()) && left.isEmpty();
                }
                follow(chosen, event, progress);
                if (last) progress.now(session.text("cli.run.freezing"));
            });
        }
    }

    private void follow(Pipeline chosen, NodeEvent event, ProgressLine progress) {
        switch (event) {
            case NodeEvent.Running running -> progress.now(running.curve().isEmpty() ? session.text("cli.run.at", chosen.name(), running.node())
                    : new LearningLines(session).now(chosen.name(), running.node(), running.curve()));
            case NodeEvent.Done done -> progress.line(node(done.node(), session.figures().seconds(done.seconds()), done.rows()));
            case NodeEvent.Cached cached -> progress.line(node(cached.node(), session.text("cli.run.kept"), cached.rows()));
            case NodeEvent.Failed failed -> progress.line(node(failed.node(), session.text("cli.run.failed"), Map.of()));
            case NodeEvent.Skipped skipped -> progress.line(node(skipped.node(), session.text("cli.run.skipped", skipped.because()), Map.of()));
            case NodeEvent.Waiting _, NodeEvent.Cancelled _ -> { }
        }
    }

    private String node(String node, String how, Map<String, Long> sizes) {
        var outputs = new ArrayList<String>();
        new TreeMap<>(sizes).forEach((port, n) -> {
            if (n > 0) outputs.add(port + " " + session.figures().count(n)); // a model has no rows to count
        });
        String name = node + " ".repeat(Math.max(1, 20 - TextTable.width(node))), state = how + " ".repeat(Math.max(1, 10 - TextTable.width(how)));
        return ("  " + name + state + String.join(", ", outputs)).stripTrailing();
    }

    /** The curves of what was trained by this very run. */
    private static Map<String, LearningCurve> trained(Workspace workspace, RunReport report) {
        var curves = new TreeMap<>(workspace.runs().curves(report.run()));
        curves.keySet().retainAll(report.result().nodes().stream().filter(n -> n.end() instanceof NodeEvent.Done).map(n -> n.node().id()).collect(Collectors.toSet()));
        return curves;
    }

    private Result result(Workspace workspace, RunReport r) {
        return new Result(r.run(), r.seconds(), new MetricsTable(session, r.metrics()).models(), r.snapshot().orElse(null),
                r.snapshot().map(id -> workspace.snapshots().file(id).toString()).orElse(null), r.snapshot().flatMap(_ -> request.out()).map(Path::toString).orElse(null));
    }

    private void tell(Workspace workspace, RunReport report, Optional<Path> page) {
        session.out().println(session.text("cli.run.done", report.run(), report.result().nodes().size(), session.figures().seconds(report.seconds())));
        session.out().println();
        var table = new MetricsTable(session, report.metrics());
        table.print(request.details());
        if (request.details()) table.printSegments();
        if (!report.metrics().isEmpty()) table.printVerdict(workspace.runs().evaluation(report.run()).comparisons());
        new LearningLines(session).print(trained(workspace, report));
        for (String doubt : report.doubts()) session.out().println("\n" + session.text("cli.run.doubt", session.text(doubt)) + "\n" + session.text(doubt + ".help"));
        session.out().println();
        report.snapshot().ifPresentOrElse(id -> session.out().println(session.text("cli.run.snapshot", id, workspace.snapshots().file(id))),
                () -> session.out().println(session.text("cli.run.no-snapshot")));
        page.ifPresent(p -> session.out().println(session.text("cli.run.page", p)));
    }
}
