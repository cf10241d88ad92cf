package shelfwise.ui.pipelines.canvas;

import java.util.Optional;
import javafx.geometry.Point2D;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.layout.PortPlace;

/** Is told what the pointer rests on, or what the keyboard stands on: for cards with counts and columns. On the UI thread. */
public interface LinkHover {
    /** @param link the one under the pointer; empty when it left @param at where, in the scene */
    void link(Optional<Link> link, Point2D at);

    /** @param port the one under the pointer, or with the focus; empty when it left @param at where, in the scene */
    void port(Optional<PortPlace> port, Point2D at);
}
