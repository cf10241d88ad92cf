package shelfwise.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shelfwise.pipeline.Edit;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.PipelineEdits;
import shelfwise.pipeline.PipelineJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The edits of one pipeline, written down beside the project as they are made: a crash loses nothing, and what was edited before the program
 * ended can still be undone. One line of JSON for each edit, undo, redo and save; of an edit, the piece of the pipeline's text that changed.
 * Its methods return at once; the lines are written in order by the executor.
 */
public final class PipelineJournal {
    private static final Logger LOG = LoggerFactory.getLogger(PipelineJournal.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int FORMAT = 1;
    private final Path file;
    private final PipelineJson json;
    private final Executor writer;
    /** The text that the lines so far lead to, and what comes first where there is no file yet; by the executor alone. */
    private String text;
    private boolean begun;

    private PipelineJournal(Path file, PipelineJson json, Executor writer, String text, boolean begun) {
        this.file = file;
        this.json = json;
        this.writer = writer;
        this.text = text;
        this.begun = begun;
    }

    /**
     * A pipeline to be edited on.
     *
     * @param edits     with those of earlier times
     * @param journal   that notes further ones
     * @param recovered whether edits came back that are not saved
     */
    public record Resumed(PipelineEdits edits, PipelineJournal journal, boolean recovered) { }

    /**
     * Reads what was noted. If the pipeline's file was changed by something else since, edits that were saved are forgotten, and those that were
     * not become one edit of what the file says now.
     *
     * @param saved   the pipeline as its file says
     * @param longest bytes of a journal without unsaved edits beyond which it is begun anew
     */
    static Resumed resume(Path file, Pipeline saved, PipelineJson json, Executor writer, long longest) {
        List<JsonNode> lines = lines(file);
        if (lines.isEmpty()) return afresh(file, saved, json, writer);
        JournalReader read;
        PipelineEdits edits;
        try {
            if (lines.getFirst().path("format").asInt(0) != FORMAT) throw new IllegalArgumentException("not a journal of this version");
            read = new JournalReader(lines, json);
            edits = read.edits();
        } catch (RuntimeException e) { // of a newer program, perhaps: nothing of it is thrown away
            LOG.warn("the journal {} can't be read and is put aside", file, e);
            putAside(file);
            return afresh(file, saved, json, writer);
        }
        if (edits.saved().equals(saved) && (edits.unsaved() || read.whole() && size(file) <= longest)) {
            var journal = new PipelineJournal(file, json, writer, read.text(), true);
            if (!read.whole()) journal.rewrite(read.taken());
            return new Resumed(edits, journal, edits.unsaved());
        }
        Resumed begun = afresh(file, saved, json, writer);
        if (!edits.unsaved()) return begun;
        Edit recovered = Edit.of("edit.recovered");
        begun.edits().edit(edits.present(), recovered);
        begun.journal().edit(edits.present(), recovered);
        return new Resumed(begun.edits(), begun.journal(), begun.edits().unsaved());
    }

    private static void putAside(Path file) {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".unread"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("it can't be put aside", e);
        }
    }

    /** Begins anew at the first edit; what was noted before is forgotten then. */
    static Resumed afresh(Path file, Pipeline saved, PipelineJson json, Executor writer) {
        return new Resumed(new PipelineEdits(saved), new PipelineJournal(file, json, writer, json.write(saved), false), false);
    }

    public void edit(Pipeline now, Edit edit) {
        writer.execute(() -> {
            ObjectNode line = JSON.createObjectNode().put("do", "edit").put("key", edit.key());
            ArrayNode args = line.putArray("args");
            for (Object a : edit.args()) {
                if (a instanceof Number n) args.add(n.longValue());
                else args.add(a.toString());
            }
            if (!edit.together().isEmpty()) line.put("together", edit.together());
            change(line, json.write(now));
        });
    }

    /** @param now what undoing or redoing came to */
    public void undo(Pipeline now) {
        writer.execute(() -> change(JSON.createObjectNode().put("do", "undo"), json.write(now)));
    }

    public void redo(Pipeline now) {
        writer.execute(() -> change(JSON.createObjectNode().put("do", "redo"), json.write(now)));
    }

    /** The pipeline's file says {@code written} now. */
    public void saved(Pipeline written) {
        writer.execute(() -> {
            if (begun) append(JSON.createObjectNode().put("do", "saved").put("text", json.write(written)).toString());
            else text = json.write(written);
        });
    }

    /** Only what changed: the characters before and behind it stay. */
    private void change(ObjectNode line, String now) {
        if (!begun) begin();
        int at = 0, last = Math.min(text.length(), now.length());
        while (at < last && text.charAt(at) == now.charAt(at)) at++;
        int behind = 0;
        while (behind < last - at && text.charAt(text.length() - 1 - behind) == now.charAt(now.length() - 1 - behind)) behind++;
        line.put("at", at).put("drop", text.length() - at - behind).put("put", now.substring(at, now.length() - behind));
        append(line.toString());
        text = now;
    }

    private void begin() {
        rewrite(List.of(JSON.createObjectNode().put("format", FORMAT).put("text", text)));
        begun = true;
    }

    private void append(String line) {
        write(line + "\n", StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    private void rewrite(List<? extends JsonNode> lines) {
        var all = new StringBuilder();
        lines.forEach(l -> all.append(l).append('\n'));
        write(all.toString(), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** A full disk must not keep anybody from editing: then the log says that a crash would lose edits. */
    private void write(String lines, StandardOpenOption... how) {
        try {
            if (file.getParent() != null) Files.createDirectories(file.getParent());
            Files.writeString(file, lines, how);
        } catch (IOException e) {
            LOG.warn("edits can't be noted in {}", file, e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Up to the first line that is not whole: a crash may have cut it. */
    private static List<JsonNode> lines(Path file) {
        var lines = new ArrayList<JsonNode>();
        if (!Files.exists(file)) return lines;
        try {
            for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n")) lines.add(JSON.readTree(line));
        } catch (IOException | JacksonException e) {
            LOG.info("the journal {} is read up to line {}", file, lines.size(), e);
            lines.add(JSON.createObjectNode());
        }
        return lines;
    }
}
