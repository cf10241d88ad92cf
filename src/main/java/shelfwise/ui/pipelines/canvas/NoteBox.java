package shelfwise.ui.pipelines.canvas;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A note, a frame, or the outline of an unfolded group. */
final class NoteBox extends Region {
    /** What kind of slip it is. */
    enum Look { NOTE, FRAME, GROUP }

    static final double TITLE = 28, CORNER = 14;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private final String item;
    private final Look look;
    private final Label text = new Label();
    private final Region corner = new Region();

    NoteBox(String item, Look look) {
        this.item = item;
        this.look = look;
        setManaged(false);
        setId("note-" + item);
        getStyleClass().setAll("note-box", look == Look.NOTE ? "note" : look == Look.FRAME ? "frame-box" : "group-box");
        text.getStyleClass().add("note-text");
        text.setWrapText(look == Look.NOTE);
        text.setAlignment(look == Look.NOTE ? Pos.TOP_LEFT : Pos.CENTER_LEFT);
        corner.getStyleClass().add("note-corner");
        corner.setVisible(look != Look.GROUP);
        corner.setMouseTransparent(true);
        text.setMouseTransparent(true);
        setMouseTransparent(true); // what lies where is asked of the scenery
        getChildren().addAll(text, corner);
        setAccessibleRole(AccessibleRole.BUTTON);
    }

    String item() {
        return item;
    }

    Look look() {
        return look;
    }

    void show(String words, String told, Rectangle2D at) {
        text.setText(words);
        setAccessibleText(told);
        resizeRelocate(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
    }

    void setChosen(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }

    @Override protected void layoutChildren() {
        double width = getWidth(), height = getHeight();
        if (look == Look.NOTE) text.resizeRelocate(8, 6, width - 16, height - 12);
        else text.resizeRelocate(10, 2, width - 20, TITLE - 4);
        corner.resizeRelocate(width - CORNER, height - CORNER, CORNER, CORNER);
    }
}
