package shelfwise.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import shelfwise.base.Checks;
import shelfwise.base.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code project.json} says.
 *
 * @param format of the folder; a program refuses a higher one than its own
 */
record ProjectFile(String name, int format, Instant created) {
    static final int FORMAT = 1;
    private static final String FILE = "project.json";
    private static final JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    ProjectFile {
        Checks.notBlank("name", name);
    }

    static ProjectFile named(String name) {
        return new ProjectFile(name, FORMAT, Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /** @throws shelfwise.base.ProblemException if there is none, it can't be read, or a newer program wrote it */
    static ProjectFile read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!isIn(folder)) throw Problem.of("store.no-project", folder.toString()).asException();
        try {
            JsonNode json = MAPPER.readTree(Files.readString(file));
            int format = json.path("format").asInt(0);
            if (format > FORMAT) throw Problem.of("store.newer", folder.toString(), format, FORMAT).asException();
            if (format < 1 || json.path("name").asString("").isBlank()) throw Problem.of("store.project-file", file.toString()).asException();
            return new ProjectFile(json.path("name").asString(), format, Instant.parse(json.path("created").asString("1970-01-01T00:00:00Z")));
        } catch (IOException | JacksonException | java.time.format.DateTimeParseException e) {
            throw Problem.of("store.project-file", file.toString()).asException(e);
        }
    }

    /** Writes it whole or not at all. */
    void write(Path folder) throws IOException {
        var json = MAPPER.createObjectNode().put("name", name).put("format", format).put("created", created.toString());
        Path draft = folder.resolve(FILE + ".new");
        Files.write(draft, (MAPPER.writeValueAsString(json) + "\n").getBytes(StandardCharsets.UTF_8));
        Files.move(draft, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }
}
