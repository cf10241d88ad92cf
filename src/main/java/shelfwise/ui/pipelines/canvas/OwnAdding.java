package shelfwise.ui.pipelines.canvas;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import shelfwise.base.ProblemException;
import shelfwise.pipeline.Edit;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.LinkEnds;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.OwnOperator;
import shelfwise.pipeline.OwnOperators;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.layout.Layout;
import shelfwise.pipeline.layout.PortPlace;
import shelfwise.pipeline.layout.Spot;
import shelfwise.ui.kit.Fuzzy;
import shelfwise.ui.kit.Icons;

/** Own operators put into the pipeline: each becomes a folded group. */
final class OwnAdding {
    private final GraphCanvas canvas;

    OwnAdding(GraphCanvas canvas) {
        this.canvas = canvas;
    }

    private List<OwnOperator> found(String wanted) {
        List<OwnOperator> all = canvas.edits().own().all().stream().flatMap(f -> f.own().stream()).toList();
        return wanted.isBlank() ? all : Fuzzy.search(all, o -> o.name() + " " + o.description(), wanted);
    }

    /** Those that can be linked to a port; all if there is none. */
    List<OwnOperator> fitting(String wanted, Optional<PortPlace> port) {
        return found(wanted).stream().filter(o -> port.isEmpty() || port.get().type().filter(t -> OwnOperators.fits(o, canvas.operators(), t, port.get().input())).isPresent()).toList();
    }

    /** Those that take and give what comes out of this port. */
    List<OwnOperator> through(String wanted, PortPlace from) {
        return found(wanted).stream().filter(o -> from.type().filter(t -> OwnOperators.fits(o, canvas.operators(), t, false) && OwnOperators.fits(o, canvas.operators(), t, true)).isPresent()).toList();
    }

    Finder.Entry entry(OwnOperator own, Runnable act) {
        return new Finder.Entry(Icons.GROUP, "own", own.name(), told(own).lines().findFirst().orElse(""), act);
    }

    /** What it does, and what it takes and gives, a line each. */
    String told(OwnOperator own) {
        String ports = canvas.texts().text("own.ports", types(own, true), types(own, false));
        return own.description().isEmpty() ? ports : own.description() + "\n" + ports;
    }

    private String types(OwnOperator own, boolean input) {
        String types = canvas.ui().list(own.ports(canvas.operators(), input).stream().map(p -> canvas.texts().text(p.port().type().nameKey())).distinct());
        return types.isEmpty() ? canvas.texts().text("own.nothing") : types;
    }

    /** Near a point, linked to the port. */
    void add(OwnOperator own, Point2D on, Optional<PortPlace> port) {
        if (!canvas.canEdit()) return;
        Pipeline p = Moves.asShown(canvas);
        Spot spot = spot(port.filter(PortPlace::input).isPresent() ? on.getX() - Layout.WIDTH : on.getX(), on.getY());
        show(port.map(s -> OwnOperators.place(p, canvas.operators(), own, new LinkEnds.End(s.endNode(), s.endPort()), s.input(), spot.x(), spot.y()))
                .orElseGet(() -> OwnOperators.place(p, own, spot.x(), spot.y())), Edit.of("edit.own-add", own.name()));
    }

    private Spot spot(double x, double middle) {
        return Layout.free(canvas.scenery().spots().values(), Moves.onGrid(new Spot(x, middle - Layout.HEIGHT / 2)));
    }

    void insert(Link link, OwnOperator own) {
        Point2D middle = canvas.middle(link);
        Spot spot = spot(middle.getX() - Layout.WIDTH / 2, middle.getY());
        try {
            show(OwnOperators.insert(Moves.asShown(canvas), canvas.operators(), own, link, spot.x(), spot.y()), Edit.of("edit.own-insert", own.name()));
        } catch (ProblemException e) {
            canvas.ui().tell(e);
        }
    }

    /** Those of which a port has the type of one of the step's. */
    List<OwnOperator> like(String wanted, Optional<Operator<?>> step) {
        return found(wanted).stream().filter(o -> step.isEmpty() || step.get().outputs().stream().anyMatch(p -> OwnOperators.fits(o, canvas.operators(), p.type(), true))
                || step.get().inputs().stream().anyMatch(p -> OwnOperators.fits(o, canvas.operators(), p.type(), false))).toList();
    }

    void replace(Node old, OwnOperator own) {
        OwnOperators.Replaced replaced = OwnOperators.replace(Moves.asShown(canvas), canvas.operators(), own, old.id());
        List<String> lost = canvas.texts().links(replaced.lost()); // while the step is still there to be named
        show(replaced.placed(), Edit.of("edit.replace", canvas.texts().name(old.id()), own.name()));
        canvas.tellLost(own.name(), lost);
    }

    private void show(OwnOperators.Placed placed, Edit edit) {
        canvas.edits().edit(placed.pipeline(), edit);
        canvas.select(Selection.of(placed.group()));
        canvas.focusChosen();
    }
}
