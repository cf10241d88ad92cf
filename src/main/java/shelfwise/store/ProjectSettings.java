package shelfwise.store;

import java.util.Optional;

/** Small texts that the project remembers by name: what the analyst chose, where places of the window stood. */
public final class ProjectSettings {
    private final Database database;

    ProjectSettings(Database database) {
        this.database = database;
    }

    public Optional<String> get(String name) {
        return database.read(c -> {
            try (var select = c.prepareStatement("SELECT content FROM setting WHERE name = ?")) {
                select.setString(1, name);
                try (var rows = select.executeQuery()) {
                    return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
                }
            }
        });
    }

    public void put(String name, String content) {
        database.change(c -> {
            try (var merge = c.prepareStatement("MERGE INTO setting KEY (name) VALUES (?, ?)")) {
                merge.setString(1, name);
                merge.setString(2, content);
                return merge.executeUpdate();
            }
        });
    }
}
