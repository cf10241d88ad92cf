package shelfwise.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The projects that were opened last, remembered between sessions. */
public final class RecentProjects {
    private static final String KEY = "recent";
    private static final int KEPT = 8;
    private final Remembered remembered;

    RecentProjects(Remembered remembered) {
        this.remembered = remembered;
    }

    /** Those that are still there, the latest first. */
    public List<Path> list() {
        return remembered.get(KEY, "").lines().map(Path::of).filter(p -> Files.isRegularFile(p.resolve("project.json"))).toList();
    }

    void add(Path folder) {
        var all = new ArrayList<>(list());
        all.remove(folder);
        all.addFirst(folder);
        remembered.put(KEY, String.join("\n", all.stream().limit(KEPT).map(Path::toString).toList()));
    }
}
