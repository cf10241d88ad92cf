package shelfwise.ui;

import java.util.List;
import javafx.scene.Node;
import shelfwise.ui.kit.Command;
import shelfwise.ui.kit.Icons;

/**
 * A place of the window. It is made with the open project and lives as long as that is open; it holds the view model, so that what a
 * person did stays when the view is made anew. Its texts are {@code place.ID} (name), {@code place.ID.help} (what F1 shows) and its own.
 *
 * <p>All methods are called on the UI thread and must return within 100 ms: longer work goes through {@link UiContext#jobs}.
 */
public interface Place {
    /** In lower case, never changed: {@code "assets"}. */
    String id();

    Icons icon();

    /** Makes the view: when the place is first shown and again after a change of language, with new texts. Not kept by the place. */
    Node view(UiContext ui);

    /**
     * The place came to the front, asked to show {@code target}; {@link Target#NONE} if by the rail or a key, or if it is shown once more what it
     * was asked for last: what was chosen there since stays.
     */
    default void shown(Target target) { }

    /** What can be done here now; stands in the palette and answers to its keys while the place is shown. */
    default List<Command> commands(UiContext ui) {
        return List.of();
    }

    /** Esc was pressed and nothing floats: true if the place closed something of its own, else the window goes back. */
    default boolean escape() {
        return false;
    }
}
