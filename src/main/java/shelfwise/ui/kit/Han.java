package shelfwise.ui.kit;

import javafx.scene.control.Labeled;

/** Text with Chinese in it, which the Latin face has no shapes for. */
public final class Han {
    /** The family of the face that comes with the program and has Chinese and Latin. */
    public static final String FAMILY = "Noto Sans SC";
    private static final String STYLE = "han";

    private Han() { }

    /** Whether {@code text} needs the Chinese face: CJK letters, punctuation or full-width forms. */
    public static boolean in(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) >= '\u2e80' && text.charAt(i) <= '\uffef') return true;
        return false;
    }

    /** Shows {@code text} in the face that has it. */
    public static void show(Labeled label, String text) {
        label.setText(text);
        label.getStyleClass().remove(STYLE);
        if (in(text)) label.getStyleClass().add(STYLE);
    }
}
