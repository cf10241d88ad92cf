package shelfwise.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.base.ProblemException;
import tools.jackson.databind.json.JsonMapper;

class WholeFileTest {
    @TempDir Path folder;

    @Test void aDiskThatFillsUpUnderTheJsonWriterIsToldAndTheOlderFileStays() throws IOException {
        Path file = Files.writeString(folder.resolve("snapshot.json"), "older");
        var told = assertThrows(ProblemException.class, () -> WholeFile.write(file, _ -> JsonMapper.builder().build().writeValue(new java.io.OutputStream() {
            @Override public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        }, Map.of("a", 1))));
        assertEquals("export.cannot-write", told.problem().key());
        assertEquals("older", Files.readString(file));
        try (var inside = Files.list(folder)) {
            assertEquals(List.of(file), inside.toList());
        }
    }
}
