package shelfwise.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import shelfwise.base.Messages;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Catalogue;
import shelfwise.data.Lists;
import shelfwise.data.Metrics;
import shelfwise.data.Table;
import shelfwise.data.TableValue;
import shelfwise.evaluate.Evaluations;
import shelfwise.export.Provenance;
import shelfwise.export.Snapshot;
import shelfwise.export.SnapshotBuilder;
import shelfwise.export.SnapshotCsv;
import shelfwise.export.SnapshotFiles;
import shelfwise.export.SnapshotHtml;
import shelfwise.model.Recommender;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.RunResult;
import shelfwise.store.Project;
import shelfwise.store.RunInfo;

/** Lists frozen with their evidence and where they come from; and their files for others. */
public final class SnapshotService {
    /** What a snapshot can be written as. */
    public enum Format {
        CSV, JSON, HTML;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** @throws shelfwise.base.ProblemException if {@code word} names none */
        public static Format of(String word) {
            for (Format f : values()) if (f.word().equalsIgnoreCase(word.strip())) return f;
            throw Problem.of("app.no-format", word).asException();
        }
    }

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm").withZone(ZoneId.systemDefault());
    private final Project project;
    private final OperatorCatalogue operators;
    private final SnapshotFiles files;
    private final InstantSource clock;

    SnapshotService(Project project, OperatorCatalogue operators, InstantSource clock) {
        this.project = project;
        this.operators = operators;
        files = new SnapshotFiles(project.folder().resolve("snapshots"));
        this.clock = clock;
    }

    /** Freezes every list that a run made; empty if it made none. */
    Optional<String> freeze(long run, Pipeline pipeline, RunResult result, Progress progress) {
        List<RunResult.Output> lists = result.outputs(PortType.LISTS);
        if (lists.isEmpty()) return Optional.empty();
        Optional<Catalogue> catalogue = result.outputs(PortType.CATALOGUE).stream().findFirst().flatMap(o -> result.value(o.node(), o.port(), Catalogue.class, progress));
        var builder = new SnapshotBuilder(catalogue.orElse(null));
        for (int i = 0; i < lists.size(); i++) {
            RunResult.Output o = lists.get(i);
            Recommender model = pipeline.into(o.node(), "model").stream().findFirst().flatMap(l -> model(result, l, progress)).orElse(null);
            builder.add(result.value(o.node(), o.port(), Lists.class, progress).orElseThrow(), model, progress.part((double) i / lists.size(), (i + 1.0) / lists.size()));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String id = MINUTE.format(now) + "-" + fileName(pipeline.name()) + "-" + run;
        return Optional.of(files.keep(builder.build(id, now.toString(), provenance(run, pipeline, result)), progress).id());
    }

    private static Optional<Recommender> model(RunResult result, Link link, Progress progress) {
        return result.value(link.fromNode(), link.fromPort(), shelfwise.data.Model.class, progress).map(Recommender.class::cast);
    }

    private static String fileName(String name) {
        return name.strip().replaceAll("[^\\p{L}\\p{N}_-]+", "-");
    }

    private Provenance provenance(long run, Pipeline pipeline, RunResult result) {
        RunInfo info = project.runs().find(run).orElseThrow();
        Metrics found = Evaluations.of(result);
        var data = info.data().stream().map(d -> new Provenance.Source(d.asset(), d.version(), rows(result, d.hash()), d.hash())).toList();
        var steps = result.nodes().stream().filter(RunResult.NodeResult::hasOutputs).map(n -> new Provenance.Step(n.node().id(), n.node().operator(), n.node().version(),
                operators.form(n.node()).json(n.node().settings()))).toList();
        return new Provenance(project.name(), pipeline.name(), run, info.started().truncatedTo(ChronoUnit.SECONDS).toString(), info.seconds(), Version.NAME, data, steps,
                Metrics.overall(found.rows()), found.doubts());
    }

    /** Of the data as the run read it: the asset may be gone by now. */
    private static long rows(RunResult result, String hash) {
        return result.outputs(PortType.TABLE).stream().flatMap(o -> result.value(o.node(), o.port(), TableValue.class).stream()).map(TableValue::table)
                .filter(t -> t.hash().equals(hash)).findFirst().map(Table::rows).orElse(0L);
    }

    /** Ids of all snapshots, the latest first. */
    public List<String> ids() {
        return files.ids();
    }

    /** @throws shelfwise.base.ProblemException if there is none of this id, or its file is not what was frozen */
    public Snapshot read(String id) {
        return files.read(id);
    }

    public void delete(String id) {
        files.delete(id);
    }

    /** Where the project keeps a snapshot. */
    public Path file(String id) {
        return project.folder().resolve("snapshots").resolve(id + ".json");
    }

    /** Writes a snapshot for others. @param messages in whose language the page is written */
    public void export(String id, Format format, Path file, Messages messages) {
        write(files.read(id), format, file, messages);
    }

    /** Writes a snapshot in all formats into a folder, which is made if need be, and gives the page's path. */
    public Path writeAll(String id, Path folder, Messages messages) {
        Snapshot snapshot = files.read(id);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw Problem.of("app.no-folder", folder.toString()).asException(e);
        }
        for (Format f : Format.values()) write(snapshot, f, folder.resolve("snapshot." + f.word()), messages);
        return folder.resolve("snapshot.html");
    }

    private void write(Snapshot snapshot, Format format, Path file, Messages messages) {
        switch (format) {
            case CSV -> SnapshotCsv.write(snapshot, messages, file);
            case JSON -> files.write(file, snapshot);
            case HTML -> SnapshotHtml.write(snapshot, messages, file);
        }
    }
}
