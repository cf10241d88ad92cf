package shelfwise.ui.pipelines;

import javafx.scene.Node;

/** The control of one setting. It tells its {@link Taker} what was typed or chosen, and nothing when it is shown a value. */
interface Editor {
    /** Gets what a person enters. */
    interface Taker {
        /** Text that may be a value or not; told at each key. */
        void typed(String text);

        /** A value chosen from what may be chosen. */
        void chosen(Object value);
    }

    Node control();

    void show(Object value);

    /** Shows text that is not a value, as it was typed earlier. */
    default void showText(String text) { }

    /** Puts the keyboard into it. */
    default void focus() {
        control().requestFocus();
    }
}
