package shelfwise.app.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import shelfwise.base.Messages;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Note;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.layout.Layout;
import tools.jackson.databind.JsonNode;

/**
 * Where the nodes of a template stand: in titled frames, nodes from top to bottom, frames in columns from left to right, so that the data goes
 * right. A frame may say a few words on what is in it, the whole has its purpose above.
 */
final class Arrangement {
    private static final double PAD = 16, TITLE = 36, GAP_Y = 24, BETWEEN = 40, SPACE = 8;
    private static final double INNER = Layout.WIDTH, LINE = 18, CHARACTER = 6.4, WIDE_CHARACTER = 13, NOTE_PAD = 24, TOP_WIDTH = 560;
    private final String template;
    private final Messages messages;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final Set<String> placed = new HashSet<>();

    private Arrangement(String template, Messages messages) {
        this.template = template;
        this.messages = messages;
    }

    static Pipeline of(Template template, Pipeline pipeline, Messages messages) {
        var arranged = new Arrangement(template.name(), messages);
        String purpose = messages.text(template.purposeKey()) + " " + messages.text(template.whenKey());
        double top = height(purpose, TOP_WIDTH);
        arranged.notes.add(new Note("about", Note.Kind.NOTE, purpose, 0, 0, TOP_WIDTH, top));
        double x = 0;
        for (JsonNode column : template.json().path("layout")) x = arranged.column(column, pipeline, x, top + BETWEEN);
        if (arranged.nodes.size() != pipeline.nodes().size()) throw new IllegalStateException(template.name() + ": its layout leaves out " + pipeline.nodes().stream()
                .map(Node::id).filter(id -> !arranged.placed.contains(id)).toList());
        return new Pipeline(pipeline.name(), arranged.nodes, pipeline.links(), arranged.notes, List.of(), pipeline.parameters(), "");
    }

    /** Frames one below the other. @return where the next column begins */
    private double column(JsonNode frames, Pipeline pipeline, double x, double top) {
        double y = top;
        for (JsonNode frame : frames) y = frame(frame, pipeline, x, y);
        return y == top ? x : x + INNER + 2 * PAD + BETWEEN;
    }

    /** @return where the next frame begins: here if there is nothing to put in this one */
    private double frame(JsonNode frame, Pipeline pipeline, double x, double top) {
        List<Node> inside = Template.texts(frame.path("nodes")).flatMap(id -> pipeline.find(id).stream()).toList();
        if (inside.isEmpty()) return top;
        String id = frame.path("frame").stringValue(), key = frame.path("title").asString(id);
        double y = top + TITLE;
        Optional<String> words = messages.find("template." + template + ".note." + id).or(() -> messages.find("template.note." + key));
        int place = notes.size();
        if (words.isPresent()) {
            double height = height(words.get(), INNER);
            notes.add(new Note("about-" + id, Note.Kind.NOTE, words.get(), x + PAD, y, INNER, height));
            y += height + PAD;
        }
        for (Node n : inside) {
            nodes.add(n.at(x + PAD, y));
            placed.add(n.id());
            y += Layout.HEIGHT + GAP_Y;
        }
        double bottom = y - GAP_Y + PAD;
        notes.add(place, new Note("frame-" + id, Note.Kind.FRAME, messages.text("template.frame." + key), x, top, INNER + 2 * PAD, bottom - top));
        return bottom + PAD + SPACE;
    }

    /** How high a note must be for its words, about. */
    private static double height(String words, double width) {
        double lines = 0;
        for (String line : words.split("\n")) {
            double length = line.codePoints().mapToDouble(c -> c < 0x2E80 ? CHARACTER : WIDE_CHARACTER).sum();
            lines += Math.max(1, Math.ceil(length * 1.08 / (width - NOTE_PAD)));
        }
        return Math.ceil((lines * LINE + NOTE_PAD) / 4) * 4;
    }
}
