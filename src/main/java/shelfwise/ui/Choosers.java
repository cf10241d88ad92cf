package shelfwise.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks a person for files and folders. Behind an interface, as a test has nobody to ask. */
public interface Choosers {
    /** @param name for people; @param patterns such as {@code "*.csv"} */
    record Kind(String name, List<String> patterns) {
        public Kind {
            patterns = List.copyOf(patterns);
        }
    }

    /** Files to read; empty if the person changed their mind. */
    List<Path> open(String title, Kind... kinds);

    /** A file to write. */
    Optional<Path> save(String title, String suggestedName, Kind... kinds);

    Optional<Path> folder(String title);
}
