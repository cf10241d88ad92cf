package shelfwise.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A person who always changes their mind. */
public final class NoChoosers implements Choosers {
    @Override public List<Path> open(String title, Kind... kinds) {
        return List.of();
    }

    @Override public Optional<Path> save(String title, String suggestedName, Kind... kinds) {
        return Optional.empty();
    }

    @Override public Optional<Path> folder(String title) {
        return Optional.empty();
    }
}
