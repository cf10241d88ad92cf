package shelfwise.ui.pipelines.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;
import shelfwise.pipeline.Group;
import shelfwise.pipeline.Groups;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Note;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.layout.Layout;
import shelfwise.pipeline.layout.PortPlace;
import shelfwise.pipeline.layout.PortShape;
import shelfwise.pipeline.layout.Ports;
import shelfwise.pipeline.layout.Routes;
import shelfwise.pipeline.layout.Spot;

/**
 * Where all stands on the canvas: boxes, ports, links and their ways around boxes. Made anew with each change; ways are worked out again only
 * where something stands elsewhere, so that an edit of a setting or a drag costs little however large the pipeline is.
 */
final class Scenery {
    private static final double PAD = 16;
    static final Scenery EMPTY = new Scenery(Pipeline.empty("empty"), new LinkedHashMap<>(), null, null, Map.of(), Set.of());
    private final Pipeline pipeline;
    private final SequencedMap<String, Spot> spots;
    private final @Nullable Ports ports;
    private final @Nullable Routes routes;
    private final List<Wire> wires = new ArrayList<>();
    private final Map<String, List<PortPlace>> portsOf = new HashMap<>();
    private final List<Note> notes;
    private final SequencedMap<String, Rectangle2D> outlines = new LinkedHashMap<>();
    private final Set<String> touched;

    private Scenery(Pipeline pipeline, SequencedMap<String, Spot> spots, @Nullable Ports ports, @Nullable Routes routes, Map<String, Spot> moved, Set<String> touched) {
        this.pipeline = pipeline;
        this.spots = spots;
        this.ports = ports;
        this.routes = routes;
        this.touched = touched;
        notes = pipeline.notes().stream().map(n -> moved.containsKey(n.id()) ? n.at(moved.get(n.id()).x(), moved.get(n.id()).y()) : n).toList();
        for (Group g : pipeline.groups()) if (!g.folded() && Groups.shown(pipeline, g.id()).equals(g.id())) outline(g);
    }

    /** @param before what was shown last: taken over if all stands as it did */
    static Scenery of(Pipeline pipeline, OperatorCatalogue operators, Scenery before) {
        SequencedMap<String, Spot> spots = new LinkedHashMap<>(Layout.of(pipeline));
        boolean same = before.ports != null && before.spots.equals(spots) && before.pipeline.links().equals(pipeline.links()) && before.pipeline.groups().equals(pipeline.groups())
                && steps(before.pipeline).equals(steps(pipeline));
        Ports ports = same && before.ports != null ? before.ports : Ports.of(pipeline, operators, spots);
        Routes routes = same && before.routes != null ? before.routes : Routes.of(ports, spots, pipeline.links());
        var made = new Scenery(pipeline, spots, ports, routes, Map.of(), Set.of());
        for (PortPlace p : ports.all()) made.portsOf.computeIfAbsent(p.node(), _ -> new ArrayList<>()).add(p);
        routes.paths().forEach((link, path) -> made.wires.add(Wire.of(link, path, pipeline)));
        return made;
    }

    /** What the ports depend on. */
    private static List<String> steps(Pipeline pipeline) {
        return pipeline.nodes().stream().map(n -> n.id() + " " + n.operator()).toList();
    }

    /** The same with some items elsewhere: what is not joined to them is taken over, so that a drag costs little however large the pipeline is. */
    Scenery moved(Map<String, Spot> elsewhere) {
        if (ports == null || routes == null || elsewhere.isEmpty()) return this;
        SequencedMap<String, Spot> now = new LinkedHashMap<>(spots);
        elsewhere.forEach((item, spot) -> now.computeIfPresent(item, (_, _) -> spot));
        List<String> boxes = elsewhere.keySet().stream().filter(spots::containsKey).toList();
        Set<String> joined = ports.joined(boxes);
        Ports placed = ports.moved(now, joined);
        Routes ways = routes.moved(placed, now, boxes, joined);
        var made = new Scenery(pipeline, now, placed, ways, elsewhere, joined);
        made.portsOf.putAll(portsOf);
        for (String box : joined) made.portsOf.put(box, placed.of(box));
        for (Wire w : wires) {
            ways.path(w.link()).ifPresent(path -> made.wires.add(path == w.path() ? w : Wire.of(w.link(), path, pipeline)));
        }
        return made;
    }

    /** The boxes of which something stands elsewhere than in the scenery this one was made of. */
    Set<String> touched() {
        return touched;
    }

    private void outline(Group group) {
        var members = Groups.within(pipeline, group.id()).stream().map(m -> Groups.shown(pipeline, m)).distinct().toList();
        around(members).ifPresent(r -> outlines.put(group.id(), new Rectangle2D(r.getMinX() - PAD, r.getMinY() - PAD - NoteBox.TITLE, r.getWidth() + 2 * PAD,
                r.getHeight() + 2 * PAD + NoteBox.TITLE)));
    }

    /** Notes and frames as they stand now. */
    List<Note> notes() {
        return notes;
    }

    /** Where the unfolded groups lie. */
    SequencedMap<String, Rectangle2D> outlines() {
        return outlines;
    }

    /** Everything that can be chosen. */
    Set<String> all() {
        var all = new LinkedHashSet<>(spots.keySet());
        notes.forEach(n -> all.add(n.id()));
        all.addAll(outlines.keySet());
        return all;
    }

    /** Where a node, note, frame or group lies. */
    Optional<Rectangle2D> area(String item) {
        return box(item).or(() -> notes.stream().filter(n -> n.id().equals(item)).findFirst().map(Scenery::area)).or(() -> Optional.ofNullable(outlines.get(item)));
    }

    static Rectangle2D area(Note n) {
        return new Rectangle2D(n.x(), n.y(), n.width(), n.height());
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
            Rectangle2D area = area(item).orElse(null);
            if (area != null) all = all == null ? area : union(all, area);
        }
        return Optional.ofNullable(all);
    }

    Optional<Rectangle2D> bounds() {
        return around(all());
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

    /** The note under the point; a frame or group by its title or edge alone, as things lie in it. */
    Optional<String> slipAt(double x, double y, double reach) {
        for (Note n : notes.reversed()) if (n.kind() == Note.Kind.NOTE ? area(n).contains(x, y) : onFrame(area(n), x, y, reach)) return Optional.of(n.id());
        return outlines.entrySet().stream().filter(e -> onFrame(e.getValue(), x, y, reach)).map(Map.Entry::getKey).findFirst();
    }

    private static boolean onFrame(Rectangle2D r, double x, double y, double reach) {
        boolean inside = x >= r.getMinX() - reach && x <= r.getMaxX() + reach && y >= r.getMinY() - reach && y <= r.getMaxY() + reach;
        return inside && (y <= r.getMinY() + NoteBox.TITLE || x <= r.getMinX() + reach || x >= r.getMaxX() - reach || y >= r.getMaxY() - reach);
    }

    /** The note or frame whose lower right corner is under the point. */
    Optional<Note> cornerAt(double x, double y) {
        return notes.reversed().stream().filter(n -> x <= n.x() + n.width() + 2 && y <= n.y() + n.height() + 2
                && x >= n.x() + n.width() - NoteBox.CORNER && y >= n.y() + n.height() - NoteBox.CORNER).findFirst();
    }

    /** What moves with an item: what lies wholly in a frame, and what is in a group. */
    Set<String> with(String item) {
        var all = new LinkedHashSet<>(Set.of(item));
        if (pipeline.group(item).isPresent()) all.addAll(Groups.within(pipeline, item));
        notes.stream().filter(n -> n.id().equals(item) && n.kind() == Note.Kind.FRAME).findFirst().map(Scenery::area)
                .ifPresent(frame -> all().stream().filter(i -> area(i).filter(frame::contains).isPresent()).forEach(all::add));
        return all;
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
        var boxes = spots.entrySet().stream().filter(e -> box(e.getValue()).intersects(area)).map(Map.Entry::getKey);
        return java.util.stream.Stream.concat(boxes, notes.stream().filter(n -> n.kind() == Note.Kind.NOTE ? area(n).intersects(area) : area.contains(area(n))).map(Note::id)).toList();
    }
}
