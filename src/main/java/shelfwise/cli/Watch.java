package shelfwise.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import shelfwise.app.PipelineService;
import shelfwise.app.Workspace;
import shelfwise.base.ProblemException;
import shelfwise.ingest.AssetSource;
import shelfwise.pipeline.Node;
import shelfwise.store.AssetVersion;

/**
 * Tells when a pipeline is to run again: once its own file, or an asset that its steps read, is another than it was at the last run. The
 * project is closed between runs, so that other calls can import into it. A file is taken for changed once two looks in a row found it the
 * same: programs write in several goes.
 */
final class Watch {
    private static final long LOOK_MILLIS = 200;
    private final Path project;
    private final Optional<String> pipeline;
    /** At the last run. */
    private String file = "", store = "";
    private @Nullable List<AssetSource.Setup> reads;
    private @Nullable Map<AssetSource.Setup, List<String>> versions;
    /** At the last look. */
    private String last = "";

    /** @param pipeline its name; the project's only one if empty */
    Watch(Path project, Optional<String> pipeline) {
        this.project = project;
        this.pipeline = pipeline;
    }

    /** A run begins: from now on changes of the file count. */
    void begins() {
        file = fileStamp();
        reads = null;
        versions = null;
    }

    /** The steps that the run has, of which it reads assets. */
    void runs(Collection<Node> nodes) {
        reads = nodes.stream().filter(Node::enabled).flatMap(n -> n.settings() instanceof AssetSource.Setup s ? java.util.stream.Stream.of(s) : java.util.stream.Stream.empty())
                .distinct().toList();
    }

    /** The run has the project open, so that nobody else changes its assets now. */
    void opened(Workspace workspace) {
        versions = versions(workspace);
    }

    /** The run ended and closed the project. */
    void ended() {
        store = stamp(project);
        last = "";
    }

    /** Waits for a change. @throws CancellationException once the call is cancelled */
    void untilChanged(Session session) {
        while (!changed()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
            if (session.cancelled().get()) throw new CancellationException();
        }
    }

    /** One look. The project is opened only if its store changed. */
    boolean changed() {
        String nowFile = fileStamp(), nowStore = stamp(project), now = nowFile + "\n\n" + nowStore;
        boolean settled = now.equals(last);
        last = now;
        if (!settled) return false;
        return !nowFile.equals(file) || !nowStore.equals(store) && reads != null && assetsChanged();
    }

    private boolean assetsChanged() {
        try (Workspace workspace = Workspace.open(project)) {
            if (!versions(workspace).equals(versions)) return true;
        } catch (ProblemException e) {
            return false; // another program has the project open: looked at again
        }
        store = stamp(project);
        return false;
    }

    private Map<AssetSource.Setup, List<String>> versions(Workspace workspace) {
        var found = new HashMap<AssetSource.Setup, List<String>>();
        for (AssetSource.Setup s : reads == null ? List.<AssetSource.Setup>of() : reads) {
            found.put(s, workspace.assets().versions(s.asset()).stream().filter(v -> s.version() == 0 || v.version() == s.version()).limit(1).map(AssetVersion::hash).toList());
        }
        return found;
    }

    /** Of the pipeline's file; of all of them where it is not known which. */
    private String fileStamp() {
        Path folder = project.resolve("pipelines");
        String name = pipeline.orElseGet(() -> PipelineService.of(project).names().size() == 1 ? PipelineService.of(project).names().getFirst() : "");
        return name.isEmpty() ? stamp(folder) : stamp(List.of(folder.resolve(name + ".json")));
    }

    /** Of the files in a folder, without those that are being written. */
    private static String stamp(Path folder) {
        try (var files = Files.list(folder)) {
            return stamp(files.filter(f -> f.toString().endsWith(".json") || f.toString().endsWith(".mv.db")).filter(Files::isRegularFile).sorted().toList());
        } catch (IOException e) {
            return "none";
        }
    }

    /** Names, sizes and times. */
    private static String stamp(List<Path> files) {
        var stamps = new ArrayList<String>();
        for (Path f : files) {
            try {
                stamps.add(f.getFileName() + " " + Files.size(f) + " " + Files.getLastModifiedTime(f));
            } catch (NoSuchFileException e) {
                stamps.add(f.getFileName() + " is gone");
            } catch (IOException e) {
                stamps.add(f.getFileName() + " can't be looked at");
            }
        }
        return String.join("\n", stamps);
    }
}
