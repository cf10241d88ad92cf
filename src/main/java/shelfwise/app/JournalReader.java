package shelfwise.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import shelfwise.pipeline.Edit;
import shelfwise.pipeline.History;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.PipelineEdits;
import shelfwise.pipeline.PipelineJson;
import tools.jackson.databind.JsonNode;

/**
 * Makes the edits of a journal's lines again, as far as the lines can be understood. Only texts are put together here; a pipeline is read from
 * its text when somebody comes to it, so that thousands of edits cost little.
 */
final class JournalReader {
    /** Of so many texts one is kept whole; those between are made from it. */
    private static final int WHOLE = 64;
    /** What a line changes in the text before it. */
    private record Change(int at, int drop, String put) {
        String apply(String text) {
            return text.substring(0, at) + put + text.substring(at + drop);
        }
    }

    private final List<String> wholes = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<JsonNode> taken = new ArrayList<>();
    private final PipelineJson json;
    private String last;
    private History<Supplier<Pipeline>> history;
    private boolean all = true;

    /** @param lines at least one, which holds the first text */
    JournalReader(List<JsonNode> lines, PipelineJson json) {
        this.json = json;
        last = lines.getFirst().path("text").asString("");
        wholes.add(last);
        taken.add(lines.getFirst());
        history = new History<>(version());
        for (JsonNode line : lines.subList(1, lines.size())) {
            try {
                take(line);
                taken.add(line);
            } catch (RuntimeException e) { // whatever is wrong with it, what came before still stands
                all = false;
                return;
            }
        }
    }

    private void take(JsonNode line) {
        switch (line.path("do").asString("")) {
            case "saved" -> {
                String text = line.path("text").asString("");
                history.saved(() -> json.read("journal", text));
            }
            case "undo" -> {
                change(line);
                history.undo();
            }
            case "redo" -> {
                change(line);
                history.redo();
            }
            case "edit" -> {
                change(line);
                var args = new ArrayList<Object>();
                for (JsonNode a : line.path("args")) args.add(a.isNumber() ? (Object) a.asLong() : a.asString());
                history.edit(version(), new Edit(line.path("key").asString(), args, line.path("together").asString("")));
            }
            default -> throw new IllegalArgumentException("unknown line " + line);
        }
    }

    private void change(JsonNode line) {
        var change = new Change(line.path("at").asInt(-1), line.path("drop").asInt(-1), line.path("put").asString(""));
        last = change.apply(last);
        changes.add(change);
        if (changes.size() % WHOLE == 0) wholes.add(last);
    }

    /** The pipeline of the text that stands now, read later. */
    private Supplier<Pipeline> version() {
        int number = changes.size();
        return () -> json.read("journal", text(number));
    }

    private String text(int number) {
        String text = wholes.get(number / WHOLE);
        for (Change c : changes.subList(number / WHOLE * WHOLE, number)) text = c.apply(text);
        return text;
    }

    /** @throws shelfwise.base.ProblemException if the last of them, or the one saved last, can't be read as a pipeline */
    PipelineEdits edits() {
        PipelineEdits edits = PipelineEdits.of(history);
        edits.unsaved(); // reads both
        return edits;
    }

    /** The text that the lines lead to. */
    String text() {
        return last;
    }

    /** The lines up to the first that was not understood. */
    List<JsonNode> taken() {
        return taken;
    }

    /** Whether every line was understood. */
    boolean whole() {
        return all;
    }
}
