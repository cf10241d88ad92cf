package shelfwise.ui.pipelines;

import java.util.Optional;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.layout.PortPlace;
import shelfwise.ui.pipelines.canvas.LinkHover;
import shelfwise.ui.pipelines.look.LookDesk;
import shelfwise.ui.pipelines.look.PortRef;

/** Shows the card of the output that the pointer rests on: the port's, of an input what comes into it, of a link what flows along it. */
final class Hovering implements LinkHover {
    private final PipelinesViewModel model;
    private final LookDesk desk;
    private Optional<Link> link = Optional.empty();
    private Optional<PortPlace> port = Optional.empty();

    Hovering(PipelinesViewModel model, LookDesk desk) {
        this.model = model;
        this.desk = desk;
    }

    @Override public void link(Optional<Link> now, Point2D at) {
        link = now;
        show(at);
    }

    @Override public void port(Optional<PortPlace> now, Point2D at) {
        port = now;
        show(at);
    }

    private void show(Point2D at) {
        port.flatMap(this::output).or(() -> link.map(Hovering::output)).ifPresentOrElse(ref -> desk.hover(ref, at.getX(), at.getY()), desk::unhover);
    }

    private static PortRef output(Link link) {
        return new PortRef(link.fromNode(), link.fromPort());
    }

    private Optional<PortRef> output(PortPlace place) {
        @Nullable Pipeline pipeline = model.pipeline().get();
        if (pipeline == null || pipeline.find(place.node()).isEmpty()) return Optional.empty();
        if (!place.input()) return Optional.of(new PortRef(place.node(), place.port()));
        return pipeline.into(place.node()).stream().filter(l -> l.toPort().equals(place.port())).findFirst().map(Hovering::output);
    }
}
