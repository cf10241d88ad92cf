package shelfwise.pipeline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import shelfwise.base.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON text in and out of small files. */
final class JsonFiles {
    private static final int LARGEST = 16 << 20;
    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private JsonFiles() { }

    /** Says the line and what stands there; what the parser made of it is the cause, in English. */
    static final class BrokenJson extends Exception {
        private static final long serialVersionUID = 1L;
        final int line;

        final String near;

        BrokenJson(int line, String near, JacksonException cause) {
            super(cause);
            this.line = line;
            this.near = near;
        }
    }

    static JsonNode parse(String text) throws BrokenJson {
        try {
            return STRICT.readTree(text);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
            throw new BrokenJson(line, shown(text, line), e);
        }
    }

    private static String shown(String text, int line) {
        String shown = text.lines().skip(Math.max(0, line - 1)).findFirst().orElse("").strip();
        return shown.length() <= 60 ? shown : shown.substring(0, 57) + "...";
    }

    /** The text of a UTF-8 file, with or without a byte order mark. @throws shelfwise.base.ProblemException naming the file */
    static String read(Path file) {
        String name = file.getFileName() == null ? file.toString() : file.getFileName().toString();
        try {
            if (Files.size(file) > LARGEST) throw Problem.of("pipeline.not-a-pipeline", name).asException();
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Problem.of("pipeline.not-a-pipeline", name).asException(e);
        } catch (NoSuchFileException e) {
            throw Problem.of("pipeline.no-such-file", file.toString()).asException(e);
        } catch (IOException e) {
            throw Problem.of("pipeline.unreadable-file", file.toString()).asException(e);
        }
    }

    /** Whole or not at all: written beside and moved into place. @throws shelfwise.base.ProblemException naming the file */
    static void write(Path file, String text) {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(beside, text);
            try {
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            removeRest(beside, e);
            throw Problem.of("pipeline.unwritable-file", file.toString()).asException(e);
        }
    }

    private static void removeRest(Path beside, IOException why) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }
}
