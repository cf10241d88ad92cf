package shelfwise.ui.pipelines.canvas;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import shelfwise.ui.Remembered;

/** How a person likes the canvas to be; remembered. */
public final class ViewChoices {
    private static final String PALETTE = "canvas.palette";
    private static final double ROOM_FOR_PALETTE = 900;
    private final Remembered remembered;
    private final BooleanProperty map, snap;
    private final ReadOnlyBooleanWrapper palette = new ReadOnlyBooleanWrapper();

    ViewChoices(Remembered remembered) {
        this.remembered = remembered;
        map = choice(remembered, "canvas.map", true);
        snap = choice(remembered, "canvas.snap", true);
        palette.set(Boolean.parseBoolean(remembered.get(PALETTE, "false")));
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

    /** Whether the operators stand beside the canvas. */
    public ReadOnlyBooleanProperty palette() {
        return palette.getReadOnlyProperty();
    }

    /** As a person wants it, from now on. */
    public void showPalette(boolean wanted) {
        remembered.put(PALETTE, String.valueOf(wanted));
        palette.set(wanted);
    }

    /** There are so many pixels for canvas and operators: these stand beside it where there is room, unless a person chose otherwise. */
    public void roomFor(double width) {
        if (width > 0 && remembered.get(PALETTE, "").isEmpty()) palette.set(width >= ROOM_FOR_PALETTE);
    }
}
