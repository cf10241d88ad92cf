package shelfwise.ui.pipelines.canvas;

import javafx.geometry.Point2D;

/** What a press of the mouse began: it is told each move and how it ends. Points are in the window's pixels. */
interface Gesture {
    void drag(Point2D at);

    void drop(Point2D at);

    /** Whether the canvas looks on where this is dragged to its edge. */
    default boolean leadsOn() {
        return true;
    }

    /** Ends without effect. */
    default void giveUp() { }
}
