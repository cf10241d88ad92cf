package shelfwise.ui.kit;

import java.util.Optional;
import javafx.scene.input.KeyCombination;

/**
 * Something a person can have done, by the palette and, where it has one, by a key.
 *
 * @param text what it does, a verb first, in the present language
 * @param key  its key, empty if it has none
 */
public record Command(String text, Icons icon, Optional<KeyCombination> key, Runnable act) {
    public static Command of(String text, Icons icon, Runnable act) {
        return new Command(text, icon, Optional.empty(), act);
    }

    /** @param key as JavaFX writes it: {@code "Shortcut+R"} */
    public static Command of(String text, Icons icon, String key, Runnable act) {
        return new Command(text, icon, Optional.of(KeyCombination.valueOf(key)), act);
    }
}
