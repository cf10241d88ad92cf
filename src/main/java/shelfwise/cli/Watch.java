package shelfwise.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import shelfwise.app.Workspace;
import shelfwise.base.ProblemException;
import shelfwise.store.AssetVersion;

/**
 * Waits until a pipeline's file or an asset changes. The project is closed meanwhile, so that other calls can import into it. A file is taken
 * for changed once it stayed the same for a moment: programs write in several goes.
 */
final class Watch {
    private static final long LOOK_MILLIS = 200;
    private final Session session;
    private final Path project;
    private String pipelines;
    private String store;
    private List<String> assets;

    /** The state now is the one that counts as run. */
    Watch(Session session, Path project) {
        this.session = session;
        this.project = project;
        assets = assets();
        pipelines = stamp(project.resolve("pipelines"));
        store = stamp(project);
    }

    /** @throws CancellationException once the call is cancelled */
    void untilChanged() {
        while (true) {
            pause();
            String now = stamp(project.resolve("pipelines"));
            if (!now.equals(pipelines)) {
                pipelines = settled(now, project.resolve("pipelines"));
                return;
            }
            if (assetsChanged()) return;
        }
    }

    private boolean assetsChanged() {
        String now = stamp(project);
        if (now.equals(store)) return false;
        String settled = settled(now, project);
        List<String> found;
        try {
            found = assets();
        } catch (ProblemException e) {
            return false; // another program has the project open: looked at again
        }
        store = stamp(project);
        boolean changed = !found.equals(assets) && !settled.isEmpty();
        assets = found;
        return changed;
    }

    private String settled(String first, Path folder) {
        String last = first;
        for (String now = ""; !now.equals(last); ) {
            last = now.isEmpty() ? first : now;
            pause();
            now = stamp(folder);
        }
        return last;
    }

    private void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
        if (session.cancelled().get()) throw new CancellationException();
    }

    private List<String> assets() {
        try (Workspace workspace = Workspace.open(project)) {
            return workspace.assets().list().stream().map(a -> a.name() + " " + workspace.assets().versions(a.name()).stream().map(AssetVersion::hash).toList()).toList();
        }
    }

    /** Names, sizes and times of the files in a folder, without those that are being written. */
    private static String stamp(Path folder) {
        var stamps = new ArrayList<String>();
        try (var files = Files.list(folder)) {
            for (Path f : files.filter(Files::isRegularFile).filter(f -> f.getFileName().toString().endsWith(".json") || f.getFileName().toString().endsWith(".mv.db")).sorted().toList()) {
                stamps.add(f.getFileName() + " " + Files.size(f) + " " + Files.getLastModifiedTime(f));
            }
        } catch (IOException e) {
            return "changing"; // a file went while it was looked at
        }
        return String.join("\n", stamps);
    }
}
