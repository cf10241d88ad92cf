package shelfwise.ui.pipelines.canvas;

import java.util.Locale;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.layout.PortPlace;
import shelfwise.pipeline.layout.PortShape;
import shelfwise.pipeline.layout.Spot;

/** A port on the edge of its box: its type by shape and colour, whether it is linked by being filled. Speaks for itself to a screen reader. */
final class PortMark extends Path {
    private static final PseudoClass LINKED = PseudoClass.getPseudoClass("linked"), LIT = PseudoClass.getPseudoClass("lit"), DIM = PseudoClass.getPseudoClass("dim");
    private final Function<PortPlace, String> words;
    private PortPlace place;

    PortMark(PortPlace place, Function<PortPlace, String> words) {
        this.place = place;
        this.words = words;
        draw(this, place.type().map(PortShape::of).orElse(PortShape.CIRCLE));
        setId(id(place));
        getStyleClass().addAll("port", place.type().map(PortMark::style).orElse("port-unknown"));
        setAccessibleRole(AccessibleRole.BUTTON);
    }

    static String id(PortPlace place) {
        return "port-" + place.node() + (place.input() ? "-in-" : "-out-") + place.port();
    }

    static String style(PortType type) {
        return "port-" + type.name().toLowerCase(Locale.ROOT);
    }

    /** Draws the shape around (0, 0). */
    static void draw(Path path, PortShape shape) {
        double r = PortShape.RADIUS;
        path.getElements().clear();
        if (shape.corners().isEmpty()) {
            path.getElements().addAll(new MoveTo(-r, 0), new ArcTo(r, r, 0, r, 0, false, true), new ArcTo(r, r, 0, -r, 0, false, true));
        } else {
            Spot first = shape.corners().getFirst();
            path.getElements().add(new MoveTo(first.x() * r, first.y() * r));
            for (Spot s : shape.corners().subList(1, shape.corners().size())) path.getElements().add(new LineTo(s.x() * r, s.y() * r));
        }
        path.getElements().add(new ClosePath());
    }

    PortPlace place() {
        return place;
    }

    /** @param box the box's corner, in whose coordinates the mark stands */
    void stand(PortPlace now, Spot box) {
        place = now;
        setLayoutX(now.x() - box.x());
        setLayoutY(now.y() - box.y());
    }

    void setLinked(boolean linked) {
        pseudoClassStateChanged(LINKED, linked);
    }

    /** While a link is drawn: whether it may end here. */
    void light(boolean lit, boolean dim) {
        pseudoClassStateChanged(LIT, lit);
        pseudoClassStateChanged(DIM, dim);
    }

    /** In words what the port is and what is linked to it: made when asked for, as there may be a thousand ports. */
    @Override public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT ? words.apply(place) : super.queryAccessibleAttribute(attribute, parameters);
    }
}
