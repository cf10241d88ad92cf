package shelfwise.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import shelfwise.app.PipelineService;
import shelfwise.app.RunReport;
import shelfwise.app.Samples;
import shelfwise.app.Workspace;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.ingest.ImportResult;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.NodeEvent;
import shelfwise.pipeline.Overrides;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Preflight;
import shelfwise.pipeline.Unread;

/**
 * Runs a pipeline of a project and tells what came of it.
 *
 * @param pipeline name of the pipeline; the project's only one if empty
 * @param changes  settings as {@code node.setting=value}
 * @param out      folder for the snapshot's files
 * @param details  whether every metric and segment is told, not the main ones alone
 */
record PipelineRun(Session session, Path project, Optional<String> pipeline, List<String> changes, Optional<Path> out, boolean json, boolean details) {
    record Result(long run, double seconds, List<MetricsTable.Model> models, @Nullable String snapshot, @Nullable String file, @Nullable String out) { }

    int go() {
        Workspace.check(project);
        out.ifPresent(PipelineRun::checkFolder);
        PipelineService pipelines = PipelineService.of(project);
        Pipeline chosen = pipeline.map(pipelines::read).orElseGet(pipelines::only);
        var unread = chosen.nodes().stream().filter(Node::enabled).flatMap(n -> Unread.of(n).map(u -> new Preflight.Finding(n.id(), u.problem())).stream()).toList();
        if (!unread.isEmpty()) return refused(chosen, unread);
        try (Workspace workspace = Workspace.open(project)) {
            Pipeline changed = Overrides.apply(chosen, changes, workspace.operators());
            importMissing(session, workspace);
            var findings = new Preflight(workspace.operators(), workspace.assets()::read).check(changed, Progress.NONE);
            if (!findings.isEmpty()) return refused(changed, findings);
            RunReport report = run(workspace, changed);
            Optional<Path> page = report.snapshot().flatMap(id -> out.map(folder -> workspace.snapshots().writeAll(id, folder, session.messages())));
            if (json) Json.print(session.out(), result(workspace, report));
            else tell(workspace, report, page);
            report.problems().forEach(session::tell);
            return report.problems().isEmpty() ? CliCommand.WORKED : CliCommand.FAILED;
        }
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
        var left = new HashSet<>(chosen.nodes().stream().map(Node::id).toList());
        try (ProgressLine progress = session.progress(session.text("cli.run.running", chosen.name()))) {
            return workspace.runs().run(chosen, progress, event -> {
                follow(chosen, event, progress);
                if (!(event instanceof NodeEvent.Waiting || event instanceof NodeEvent.Running) && left.remove(event.node()) && left.isEmpty()) {
                    progress.now(session.text("cli.run.freezing"));
                }
            });
        }
    }

    private void follow(Pipeline chosen, NodeEvent event, ProgressLine progress) {
        switch (event) {
            case NodeEvent.Running running -> progress.now(session.text("cli.run.at", chosen.name(), running.node()));
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

    private Result result(Workspace workspace, RunReport r) {
        return new Result(r.run(), r.seconds(), new MetricsTable(session, r.metrics()).models(), r.snapshot().orElse(null),
                r.snapshot().map(id -> workspace.snapshots().file(id).toString()).orElse(null), r.snapshot().flatMap(_ -> out).map(Path::toString).orElse(null));
    }

    private void tell(Workspace workspace, RunReport report, Optional<Path> page) {
        session.out().println(session.text("cli.run.done", report.run(), report.result().nodes().size(), session.figures().seconds(report.seconds())));
        session.out().println();
        var table = new MetricsTable(session, report.metrics());
        table.print(details);
        if (details) table.printSegments();
        if (!report.metrics().isEmpty()) table.printVerdict(workspace.runs().evaluation(report.run()).comparisons());
        for (String doubt : report.doubts()) session.out().println("\n" + session.text("cli.run.doubt", session.text(doubt)) + "\n" + session.text(doubt + ".help"));
        session.out().println();
        report.snapshot().ifPresentOrElse(id -> session.out().println(session.text("cli.run.snapshot", id, workspace.snapshots().file(id))),
                () -> session.out().println(session.text("cli.run.no-snapshot")));
        page.ifPresent(p -> session.out().println(session.text("cli.run.page", p)));
    }
}
