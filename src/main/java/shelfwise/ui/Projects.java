package shelfwise.ui;

import java.nio.file.Path;
import java.util.List;

/** The ways from one project to another. On the UI thread; what fails is told by the window. */
public interface Projects {
    /** Those opened last that are still there, the latest first. */
    List<Path> recent();

    /** Opens a project in place of the present one. */
    void open(Path folder);

    /** Makes a project in a folder that is empty or not yet there, and opens it. */
    void create(Path folder);
}
