package shelfwise.ui.pipelines.canvas;

import java.util.List;
import java.util.function.Function;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import shelfwise.pipeline.Note;

/** What lies over the canvas and has the keyboard: a list to choose from, or a field to write in. One at a time. */
final class Floating {
    private final GraphCanvas canvas;
    private @Nullable Finder finder;

    Floating(GraphCanvas canvas) {
        this.canvas = canvas;
    }

    void find(String title, String prompt, Point2D at, Function<String, List<Finder.Entry>> find) {
        close();
        CanvasTexts texts = canvas.texts();
        var made = new Finder(title, texts.text(prompt), texts.text("canvas.find.nothing"), find, this::close);
        finder = made;
        canvas.raise(made);
        made.open(at.getX(), at.getY(), canvas.getWidth(), canvas.getHeight());
    }

    boolean isOpen() {
        return finder != null || writes();
    }

    private boolean writes() {
        return canvas.lookup("#writing") != null;
    }

    /** Takes the list away. @return whether there was one */
    boolean close() {
        Finder open = finder;
        if (open == null) return false;
        finder = null;
        boolean focus = open.isFocusWithin();
        canvas.sink(open);
        if (focus) canvas.focusChosen();
        return true;
    }

    boolean holds(Object target) {
        for (Node n = target instanceof Node node ? node : null; n != null && n != canvas; n = n.getParent()) if (n instanceof Finder || n instanceof EmptyHint || "writing".equals(n.getId())) return true;
        return false;
    }

    void write(String item) {
        Scenery scenery = canvas.scenery();
        Rectangle2D area = scenery.area(item).orElse(null);
        if (area == null) return;
        Note note = scenery.pipeline().note(item).orElse(null);
        boolean lines = note != null && note.kind() == Note.Kind.NOTE;
        String text = note != null ? note.text() : scenery.pipeline().find(item).map(shelfwise.pipeline.Node::label).or(() -> scenery.pipeline().group(item).map(g -> g.label())).orElse("");
        Rectangle2D over = lines ? area : new Rectangle2D(area.getMinX(), area.getMinY(), Math.min(area.getWidth(), 240), NoteBox.TITLE);
        canvas.reveal(over);
        new Writing(canvas, over, text, lines, canvas.texts().text("canvas.act.rename"), now -> canvas.acts().named(item, now));
    }
}
