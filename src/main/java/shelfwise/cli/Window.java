package shelfwise.cli;

import java.nio.file.Path;
import java.util.Optional;

/** How the window is opened; the command line does not know the window itself. */
@FunctionalInterface
public interface Window {
    /** Where there is none to open. */
    Window NONE = _ -> false;

    /** Opens the window, on a project if one is named; false where there is no display. */
    boolean open(Optional<Path> project);
}
