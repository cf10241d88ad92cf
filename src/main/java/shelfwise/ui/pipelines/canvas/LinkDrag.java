package shelfwise.ui.pipelines.canvas;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;
import shelfwise.pipeline.Edit;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.LinkEnds;
import shelfwise.pipeline.LinkRules;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.layout.LinkCurve;
import shelfwise.pipeline.layout.PortPlace;
import shelfwise.pipeline.layout.Side;

/**
 * A link being drawn, from an output to an input or back, or an end of one being put elsewhere. Ports it may end at are lit; over others it is
 * told why not.
 */
final class LinkDrag implements Gesture {
    private static final double REACH = 16;
    private final GraphCanvas canvas;
    private final PortPlace start;
    private final Pipeline without;
    private final @Nullable Link old;
    private @Nullable LinkEnds ends;

    /** @param start the end that stays @param old the link that is put elsewhere; null for a new one */
    private LinkDrag(GraphCanvas canvas, PortPlace start, @Nullable Link old) {
        this.canvas = canvas;
        this.start = start;
        this.old = old;
        Pipeline now = Moves.asShown(canvas);
        without = old == null ? now : now.unlink(old);
    }

    /** From a port; a taken input that takes one link only gives that link's end into the hand. */
    static Gesture from(GraphCanvas canvas, PortPlace port) {
        if (!port.input()) return new LinkDrag(canvas, port, null);
        Scenery scenery = canvas.scenery();
        List<Link> into = scenery.pipeline().into(port.endNode(), port.endPort());
        boolean many = scenery.pipeline().find(port.endNode()).flatMap(n -> canvas.operators().find(n.operator()))
                .map(o -> o.inputs().stream().anyMatch(p -> p.name().equals(port.endPort()) && p.many())).orElse(false);
        if (into.isEmpty() || many) return new LinkDrag(canvas, port, null);
        Link link = into.getLast();
        return scenery.port(link.fromNode(), link.fromPort(), false).<Gesture>map(from -> new LinkDrag(canvas, from, link)).orElseGet(() -> new LinkDrag(canvas, port, null));
    }

    /** The nearer end of a link. */
    static Gesture ofEnd(GraphCanvas canvas, Wire wire, Point2D on) {
        boolean toEnd = on.distance(wire.end().x(), wire.end().y()) < on.distance(wire.start().x(), wire.start().y());
        Link l = wire.link();
        Optional<PortPlace> stays = toEnd ? canvas.scenery().port(l.fromNode(), l.fromPort(), false) : canvas.scenery().port(l.toNode(), l.toPort(), true);
        return stays.filter(_ -> canvas.canEdit()).<Gesture>map(s -> new LinkDrag(canvas, s, l)).orElseGet(() -> Gestures.pan(canvas, canvas.view().get().toWindow(on.getX(), on.getY())));
    }

    @Override public void drag(Point2D at) {
        LinkEnds known = ends();
        Point2D on = canvas.view().get().toCanvas(at.getX(), at.getY());
        Optional<PortPlace> over = over(on, known);
        if (over.isEmpty()) {
            canvas.draw(curve(on), false);
            if (old == null) canvas.overlay().say(canvas.texts().text("canvas.link.drop"), false, at.getX(), at.getY());
            else canvas.overlay().silence();
            return;
        }
        boolean fits = known.fits(end(over.get()));
        canvas.draw(fits ? curve(over.get()) : curve(on), !fits);
        String words = fits ? canvas.texts().port(over.get()) : refusal(over.get());
        canvas.overlay().say(words, !fits, at.getX(), at.getY());
    }

    private LinkEnds ends() {
        LinkEnds known = ends;
        if (known == null) {
            ends = known = LinkEnds.of(without, canvas.operators(), end(start), start.input());
            canvas.light(known, start);
        }
        return known;
    }

    private static LinkEnds.End end(PortPlace place) {
        return new LinkEnds.End(place.endNode(), place.endPort());
    }

    /** The port under the pointer, else of the box under it the first that fits, else any of it. */
    private Optional<PortPlace> over(Point2D on, LinkEnds known) {
        Scenery scenery = canvas.scenery();
        Optional<PortPlace> port = scenery.portAt(on.getX(), on.getY(), REACH / canvas.view().get().scale()).filter(p -> !p.equals(start));
        Optional<String> box = scenery.boxAt(on.getX(), on.getY()).filter(b -> !b.equals(start.node()));
        if (port.isPresent() && (box.isEmpty() || port.get().input() != start.input())) return port;
        List<PortPlace> others = box.map(scenery::ports).orElse(List.of()).stream().filter(p -> p.input() != start.input()).toList();
        return others.stream().filter(p -> known.fits(end(p))).findFirst().or(() -> others.stream().findFirst()).or(() -> box.flatMap(b -> scenery.ports(b).stream().findFirst()));
    }

    private String refusal(PortPlace over) {
        if (over.input() == start.input()) return canvas.texts().text(start.input() ? "canvas.link.two-inputs" : "canvas.link.two-outputs");
        return LinkRules.refusal(without, link(over), canvas.operators()).map(p -> canvas.texts().problem(p)).orElse("");
    }

    private Link link(PortPlace over) {
        LinkEnds.End from = end(start.input() ? over : start), to = end(start.input() ? start : over);
        return new Link(from.node(), from.port(), to.node(), to.port());
    }

    private LinkCurve curve(Point2D on) {
        Side far = start.input() ? Side.RIGHT : Side.LEFT;
        return start.input() ? LinkCurve.between(on.getX(), on.getY(), far, start.x(), start.y(), start.side())
                : LinkCurve.between(start.x(), start.y(), start.side(), on.getX(), on.getY(), far);
    }

    private LinkCurve curve(PortPlace over) {
        return start.input() ? LinkCurve.between(over, start) : LinkCurve.between(start, over);
    }

    @Override public void drop(Point2D at) {
        LinkEnds known = ends();
        Point2D on = canvas.view().get().toCanvas(at.getX(), at.getY());
        Optional<PortPlace> over = over(on, known);
        giveUp();
        if (over.isEmpty() && old == null) canvas.askWhatToAdd(on, Optional.of(start));
        over.filter(p -> known.fits(end(p))).ifPresent(p -> {
            Link drawn = link(p);
            canvas.edits().edit(without.link(drawn), old != null ? Edit.of("edit.relink")
                    : Edit.of("edit.link", canvas.texts().name(drawn.fromNode()), canvas.texts().name(drawn.toNode())));
            canvas.select(Selection.of(drawn));
        });
    }

    @Override public void giveUp() {
        canvas.light(null, start);
        canvas.draw(null, false);
        canvas.overlay().silence();
    }
}
