package shelfwise.ui.pipelines.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.layout.Layout;
import shelfwise.pipeline.layout.PortPlace;
import shelfwise.pipeline.layout.PortShape;
import shelfwise.pipeline.layout.Ports;
import shelfwise.pipeline.layout.Spot;

/** Where all stands on the canvas: boxes, ports, links. Made anew with each change, in time in proportion to nodes and links. */
final class Scenery {
    static final Scenery EMPTY = new Scenery(Pipeline.empty("empty"), new LinkedHashMap<>(), null);
    private final Pipeline pipeline;
    private final SequencedMap<String, Spot> spots;
    private final @Nullable Ports ports;
    private final List<Wire> wires = new ArrayList<>();
    private final Map<String, List<PortPlace>> portsOf = new HashMap<>();

    private Scenery(Pipeline pipeline, SequencedMap<String, Spot> spots, @Nullable Ports ports) {
        this.pipeline = pipeline;
        this.spots = spots;
        this.ports = ports;
        if (ports == null) return;
        for (PortPlace p : ports.all()) portsOf.computeIfAbsent(p.node(), _ -> new ArrayList<>()).add(p);
        for (Link l : pipeline.links()) ports.curve(l).ifPresent(c -> wires.add(Wire.of(l, c, pipeline)));
    }

    /** @param moved where items stand that are being moved; the others stand as filed */
    static Scenery of(Pipeline pipeline, OperatorCatalogue operators, Map<String, Spot> moved) {
        SequencedMap<String, Spot> spots = new LinkedHashMap<>(Layout.of(pipeline));
        spots.putAll(moved);
        return new Scenery(pipeline, spots, Ports.of(pipeline, operators, spots));
    }

    Pipeline pipeline() {
        return pipeline;
    }

    SequencedMap<String, Spot> spots() {
        return spots;
    }

    Set<String> items() {
        return spots.keySet();
    }

    Optional<Rectangle2D> box(String item) {
        return Optional.ofNullable(spots.get(item)).map(Scenery::box);
    }

    static Rectangle2D box(Spot spot) {
        return new Rectangle2D(spot.x(), spot.y(), Layout.WIDTH, Layout.HEIGHT);
    }

    List<PortPlace> ports(String item) {
        return portsOf.getOrDefault(item, List.of());
    }

    Optional<PortPlace> port(String node, String name, boolean input) {
        return ports == null ? Optional.empty() : ports.find(node, name, input);
    }

    List<Wire> wires() {
        return wires;
    }

    /** Around all of these; empty if none of them stands here. */
    Optional<Rectangle2D> around(Iterable<String> items) {
        Rectangle2D all = null;
        for (String item : items) {
            Spot spot = spots.get(item);
            if (spot != null) all = all == null ? box(spot) : union(all, box(spot));
        }
        return Optional.ofNullable(all);
    }

    Optional<Rectangle2D> bounds() {
        return around(spots.keySet());
    }

    static Rectangle2D union(Rectangle2D a, Rectangle2D b) {
        double x = Math.min(a.getMinX(), b.getMinX()), y = Math.min(a.getMinY(), b.getMinY());
        return new Rectangle2D(x, y, Math.max(a.getMaxX(), b.getMaxX()) - x, Math.max(a.getMaxY(), b.getMaxY()) - y);
    }

    // ---- what lies under the pointer, the uppermost first

    /** @param reach how far from its middle a port may be grasped, in pixels of the canvas */
    Optional<PortPlace> portAt(double x, double y, double reach) {
        PortPlace best = null;
        double nearest = Math.max(reach, PortShape.RADIUS + 1);
        for (String item : spots.reversed().keySet()) {
            Spot s = spots.get(item);
            if (s == null || x < s.x() - reach || y < s.y() - reach || x > s.x() + Layout.WIDTH + reach || y > s.y() + Layout.HEIGHT + reach) continue;
            for (PortPlace p : ports(item)) {
                double far = Math.hypot(p.x() - x, p.y() - y);
                if (far <= nearest) {
                    nearest = far;
                    best = p;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    Optional<String> boxAt(double x, double y) {
        for (var e : spots.reversed().entrySet()) if (box(e.getValue()).contains(x, y)) return Optional.of(e.getKey());
        return Optional.empty();
    }

    Optional<Wire> wireAt(double x, double y, double reach) {
        Wire best = null;
        double nearest = reach;
        for (Wire w : wires) {
            double far = w.distance(x, y, nearest);
            if (far <= nearest) {
                nearest = far;
                best = w;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The boxes that touch {@code area}. */
    List<String> within(Rectangle2D area) {
        return spots.entrySet().stream().filter(e -> box(e.getValue()).intersects(area)).map(Map.Entry::getKey).toList();
    }
}
