package shelfwise.ui.pipelines.canvas;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import org.jspecify.annotations.Nullable;
import shelfwise.pipeline.Note;

/** Frames and the outlines of groups, behind all else; notes, in front of the boxes. */
final class NoteLayer {
    private final Group back = new Group(), front = new Group();
    private final CanvasTexts texts;
    private final Map<String, NoteBox> boxes = new LinkedHashMap<>();

    NoteLayer(CanvasTexts texts) {
        this.texts = texts;
        for (Group g : java.util.List.of(back, front)) {
            g.setManaged(false);
            g.setAutoSizeChildren(false);
        }
    }

    Group back() {
        return back;
    }

    Group front() {
        return front;
    }

    void show(Scenery scenery) {
        var now = new LinkedHashMap<String, NoteBox>();
        scenery.outlines().forEach((id, area) -> show(now, id, NoteBox.Look.GROUP, label(scenery, id), area));
        for (Note n : scenery.notes()) {
            show(now, n.id(), n.kind() == Note.Kind.NOTE ? NoteBox.Look.NOTE : NoteBox.Look.FRAME, n.text(), new Rectangle2D(n.x(), n.y(), n.width(), n.height()));
        }
        boxes.clear();
        boxes.putAll(now);
        back.getChildren().setAll(boxes.values().stream().filter(b -> b.look() != NoteBox.Look.NOTE).toList());
        front.getChildren().setAll(boxes.values().stream().filter(b -> b.look() == NoteBox.Look.NOTE).toList());
    }

    private static String label(Scenery scenery, String id) {
        return scenery.pipeline().group(id).map(shelfwise.pipeline.Group::label).orElse(id);
    }

    private void show(Map<String, NoteBox> now, String id, NoteBox.Look look, String words, Rectangle2D area) {
        @Nullable NoteBox box = boxes.get(id);
        if (box == null || box.look() != look) box = new NoteBox(id, look);
        box.show(words, texts.text("canvas.told." + look.name().toLowerCase(java.util.Locale.ROOT), words), area);
        now.put(id, box);
    }

    Optional<NoteBox> box(String id) {
        return Optional.ofNullable(boxes.get(id));
    }

    void choose(Selection selection) {
        String last = selection.last().orElse("");
        boxes.forEach((id, box) -> {
            box.setChosen(selection.has(id));
            box.setFocusTraversable(id.equals(last));
        });
    }
}
