package shelfwise.pipeline.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shelfwise.pipeline.Link;

/**
 * The ways of links around boxes. A link whose curve would run behind a box takes the free gap nearest to its straight way past that box and
 * those it would meet instead; links of different outputs do not share one. All else stays one curve: a link that nothing is in the way of, and
 * one between unlike edges or leading back, which a person drew so and which a way around would make longer, not clearer.
 */
public final class Routes {
    /** A level piece of a way that others keep away from. */
    private record Lane(String output, double from, double to, double y) { }

    /**
     * The way of one link.
     *
     * @param near the boxes that had a say in it: empty where it is one curve
     */
    private record Route(LinkPath path, boolean down, Set<String> near, List<Lane> lanes) {
        Route(LinkCurve curve, boolean down) {
            this(new LinkPath(List.of(curve)), down, Set.of(), List.of());
        }

        /** Whether it had to be worked out anew with this box here. A way past boxes may change its gap for any box along it. */
        boolean minds(Block box) {
            LinkCurve first = path.pieces().getFirst(), last = path.pieces().getLast();
            if (path.pieces().size() > 1) return box.right() > (down ? first.y1() : first.x1()) && box.left() < (down ? last.y2() : last.x2());
            return box.meets(down ? first.turned() : first);
        }
    }

    private static final double MARGIN = 8, APART = 5, TURN = 24;
    private final Ports ports;
    private final Block[] across, down;
    private final SequencedMap<Link, Route> routes = new LinkedHashMap<>();
    private final Map<Long, List<Lane>> taken = new HashMap<>();

    private Routes(Ports ports, Map<String, Spot> spots) {
        this.ports = ports;
        across = spots.entrySet().stream().map(e -> Block.across(e.getKey(), e.getValue())).toArray(Block[]::new);
        down = spots.entrySet().stream().map(e -> Block.down(e.getKey(), e.getValue())).toArray(Block[]::new);
    }

    /** Those of all links whose ends have places. Costs boxes times links, a few comparisons each where no box is in the way. */
    public static Routes of(Ports ports, Map<String, Spot> spots, Collection<Link> links) {
        var routes = new Routes(ports, spots);
        for (Link l : links) ports.curve(l).ifPresent(curve -> routes.add(l, routes.route(l, curve)));
        return routes;
    }

    /**
     * The same links with some boxes elsewhere. Only those are worked out anew that end at such a box, lead past one, or have one in their way
     * now; the others keep their gaps.
     *
     * @param ports  of the boxes as they stand now
     * @param moved  the boxes that stand elsewhere
     * @param joined these and all linked with them
     */
    public Routes moved(Ports ports, Map<String, Spot> now, Collection<String> moved, Set<String> joined) {
        var next = new Routes(ports, now);
        Set<String> boxes = Set.copyOf(moved);
        List<Block> level = Stream.of(next.across).filter(b -> boxes.contains(b.box())).toList(), upright = Stream.of(next.down).filter(b -> boxes.contains(b.box())).toList();
        var anew = new LinkedHashSet<Link>();
        routes.forEach((link, route) -> {
            if (ports.touches(link, joined) || (route.down() ? upright : level).stream().anyMatch(b -> route.near().contains(b.box()) || route.minds(b))) {
                anew.add(link);
                next.routes.put(link, route);
            } else next.add(link, route);
        });
        for (Link l : anew) ports.curve(l).ifPresent(curve -> next.add(l, next.route(l, curve)));
        return next;
    }

    private void add(Link link, Route route) {
        routes.put(link, route);
        for (Lane lane : route.lanes()) taken.computeIfAbsent(slot(lane.y()), _ -> new ArrayList<>()).add(lane);
    }

    private static long slot(double y) {
        return Math.round(y / APART);
    }

    /** In the order of the links. */
    public SequencedMap<Link, LinkPath> paths() {
        var paths = new LinkedHashMap<Link, LinkPath>();
        routes.forEach((link, route) -> paths.put(link, route.path()));
        return paths;
    }

    public Optional<LinkPath> path(Link link) {
        return Optional.ofNullable(routes.get(link)).map(Route::path);
    }

    private Route route(Link link, LinkCurve curve) {
        PortPlace from = ports.find(link.fromNode(), link.fromPort(), false).orElseThrow(), to = ports.find(link.toNode(), link.toPort(), true).orElseThrow();
        boolean level = from.side() == Side.RIGHT && to.side() == Side.LEFT, upright = from.side() == Side.BOTTOM && to.side() == Side.TOP;
        LinkCurve lying = upright ? curve.turned() : curve;
        if (!level && !upright || lying.x2() <= lying.x1()) return new Route(curve, false);
        Block[] all = upright ? down : across;
        if (!meetsAny(lying, all)) return new Route(curve, upright);
        var way = new Detour(link.from(), lying, Stream.of(all).filter(b -> isBetween(b, lying)).toList());
        List<LinkCurve> pieces = way.pieces();
        Set<String> near = way.between.stream().map(Block::box).collect(Collectors.toSet());
        return new Route(new LinkPath(upright ? pieces.stream().map(LinkCurve::turned).toList() : pieces), upright, near, way.lanes);
    }

    private static boolean meetsAny(LinkCurve lying, Block[] all) {
        for (Block b : all) if (isBetween(b, lying) && b.meets(lying)) return true;
        return false;
    }

    private static boolean isBetween(Block b, LinkCurve lying) {
        return b.left() > lying.x1() && b.right() < lying.x2();
    }

    /** A way past boxes: first past those that are in the way of the curve, then also past those the way so far would meet. */
    private final class Detour {
        private final String output;
        private final LinkCurve whole;
        private final List<Block> between;
        private final Set<Block> met = new LinkedHashSet<>();
        private List<Lane> lanes = List.of();

        Detour(String output, LinkCurve whole, List<Block> between) {
            this.output = output;
            this.whole = whole;
            this.between = between;
        }

        List<LinkCurve> pieces() {
            List<LinkCurve> way = List.of(whole);
            while (true) {
                int before = met.size();
                for (Block b : between) if (!met.contains(b) && meets(b, way)) met.add(b);
                if (met.size() == before) return way;
                way = around();
            }
        }

        private static boolean meets(Block box, List<LinkCurve> way) {
            for (LinkCurve piece : way) if (box.meets(piece)) return true;
            return false;
        }

        private List<LinkCurve> around() {
            lanes = new ArrayList<>();
            var pieces = new ArrayList<LinkCurve>();
            double x = whole.x1(), y = whole.y1();
            for (List<Block> group : Block.groups(met)) {
                double left = group.getFirst().left(), right = group.stream().mapToDouble(Block::right).max().orElse(left), lane = lane(group, left, right, y);
                lanes.add(new Lane(output, left, right, lane));
                pieces.add(LinkCurve.level(x, y, left, lane));
                pieces.add(LinkCurve.level(left, lane, right, lane));
                x = right;
                y = lane;
            }
            pieces.add(LinkCurve.level(x, y, whole.x2(), whole.y2()));
            return pieces;
        }

        /** The gap that is the least way about, going on level if it can: one of its own, else one shared with other outputs. */
        private double lane(List<Block> group, double left, double right, double before) {
            double share = ((left + right) / 2 - whole.x1()) / (whole.x2() - whole.x1()), straight = whole.y1() + share * (whole.y2() - whole.y1());
            var beside = new ArrayList<Block>();
            for (Block b : between) if (b.left() < right && b.right() > left) beside.add(b);
            double[] wishes = wishes(before, straight, beside);
            DoubleUnaryOperator about = y -> Math.abs(y - before) + Math.abs(y - whole.y2()) + Math.abs(y - straight) / 4 + (y == before || y == whole.y2() ? 0 : TURN);
            return least(wishes, about, y -> !isAtAny(y, beside) && isFree(left, right, y)).orElseGet(
                    () -> least(wishes, about, y -> !isAtAny(y, beside)).orElseGet(
                            () -> least(wishes, about, y -> !isAtAny(y, group)).orElse(straight)));
        }

        /** Level on, level with the end, straight towards it, and just above and below each box. */
        private double[] wishes(double before, double straight, List<Block> beside) {
            var wishes = new double[3 + 6 * beside.size()];
            wishes[0] = before;
            wishes[1] = whole.y2();
            wishes[2] = straight;
            int n = 3;
            for (Block b : beside) {
                for (int i = 0; i < 3; i++) {
                    wishes[n++] = b.top() - MARGIN - i * APART;
                    wishes[n++] = b.bottom() + MARGIN + i * APART;
                }
            }
            return wishes;
        }

        /** In one pass and without sorting, for it is done at every frame of a move: what is dearer than the best so far is not looked at. */
        private static OptionalDouble least(double[] wishes, DoubleUnaryOperator about, DoublePredicate fits) {
            double best = Double.NaN, least = Double.POSITIVE_INFINITY;
            for (double y : wishes) {
                double cost = about.applyAsDouble(y);
                if (cost < least && fits.test(y)) {
                    best = y;
                    least = cost;
                }
            }
            return least < Double.POSITIVE_INFINITY ? OptionalDouble.of(best) : OptionalDouble.empty();
        }

        private static boolean isAtAny(double y, List<Block> blocks) {
            for (Block b : blocks) if (b.isAt(y)) return true;
            return false;
        }

        private boolean isFree(double left, double right, double y) {
            for (Lane l : taken.getOrDefault(slot(y), List.of())) if (l.from() < right && l.to() > left && !l.output().equals(output)) return false;
            return true;
        }
    }
}
