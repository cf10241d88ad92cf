package shelfwise.ui.pipelines.canvas;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import shelfwise.ui.Remembered;

/** How a person likes the canvas to be; remembered. */
public final class ViewChoices {
    private final BooleanProperty map, snap, contrast, palette;

    ViewChoices(Remembered remembered) {
        map = choice(remembered, "canvas.map", true);
        snap = choice(remembered, "canvas.snap", true);
        contrast = choice(remembered, "canvas.contrast", false);
        palette = choice(remembered, "canvas.palette", false);
    }

    private static BooleanProperty choice(Remembered remembered, String key, boolean otherwise) {
        var choice = new SimpleBooleanProperty(Boolean.parseBoolean(remembered.get(key, String.valueOf(otherwise))));
        choice.addListener((_, _, now) -> remembered.put(key, now.toString()));
        return choice;
    }

    /** Whether the small map of everything is open. */
    public BooleanProperty map() {
        return map;
    }

    /** Whether what is moved comes to stand on the grid. */
    public BooleanProperty snap() {
        return snap;
    }

    /** Whether lines and frames are strong. */
    public BooleanProperty contrast() {
        return contrast;
    }

    /** Whether the operators stand beside the canvas. */
    public BooleanProperty palette() {
        return palette;
    }
}
