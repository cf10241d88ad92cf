package shelfwise.ui.home;

import java.nio.file.Path;
import java.util.List;
import shelfwise.ui.Projects;

/** No other project was ever open, and none is opened. */
public final class NoProjects implements Projects {
    @Override public List<Path> recent() {
        return List.of();
    }

    @Override public void open(Path project) { }

    @Override public void create(Path project) { }
}
