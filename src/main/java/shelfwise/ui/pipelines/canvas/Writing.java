package shelfwise.ui.pipelines.canvas;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A field over an item in which its words are written: Enter takes them (in a note with Ctrl), leaving too; Esc leaves all as it was. */
final class Writing {
    private final TextInputControl field;
    private boolean ended;

    Writing(GraphCanvas canvas, Rectangle2D area, String text, boolean lines, String told, java.util.function.Consumer<String> done) {
        field = lines ? new TextArea(text) : new TextField(text);
        if (field instanceof TextArea notes) notes.setWrapText(true);
        field.setManaged(false);
        field.setId("writing");
        field.setAccessibleText(told);
        View view = canvas.view().get();
        Point2D at = view.toWindow(area.getMinX(), area.getMinY());
        field.resizeRelocate(at.getX(), at.getY(), Math.max(140, area.getWidth() * view.scale()), Math.max(lines ? 60 : 30, area.getHeight() * view.scale()));
        field.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) end(canvas, text, text, done);
            else if (e.getCode() == KeyCode.ENTER && (!lines || e.isShortcutDown())) end(canvas, text, field.getText(), done);
            else return;
            e.consume();
        });
        canvas.raise(field);
        field.requestFocus();
        field.selectAll();
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) end(canvas, text, field.getText(), done);
        });
    }

    private void end(GraphCanvas canvas, String before, String now, java.util.function.Consumer<String> done) {
        if (ended) return;
        ended = true;
        canvas.sink(field);
        if (!now.equals(before)) done.accept(now);
        canvas.focusChosen();
    }
}
