package shelfwise.pipeline.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shelfwise.pipeline.Link;

/**
 * The ways of links around boxes. A link whose curve would run behind a box takes the free gap nearest to its straight way, in each group of
 * boxes it has to pass; links of different outputs do not share one. A link between unlike edges, or leading back, stays one curve.
 */
public final class Routes {
    /** A box as it lies in the way; x is the direction of the link, so that ways down are worked out lying on their side. */
    private record Block(double left, double top, double right, double bottom) {
        boolean holds(Spot s) {
            return s.x() > left - CLEAR && s.x() < right + CLEAR && s.y() > top - CLEAR && s.y() < bottom + CLEAR;
        }
    }

    /** A level piece of a way that others keep away from. */
    private record Lane(String output, double from, double to) { }

    private static final double CLEAR = 4, MARGIN = 8, APART = 5;
    private static final int LOOKS = 24;
    private final Map<String, Spot> spots;
    private final Map<Long, List<Lane>> taken = new HashMap<>();

    private Routes(Map<String, Spot> spots) {
        this.spots = spots;
    }

    /** The ways of those links whose ends have places. Costs boxes times links where no link is in the way of another. */
    public static Map<Link, LinkPath> of(Ports ports, Map<String, Spot> spots, Collection<Link> links) {
        var routes = new Routes(spots);
        var paths = new LinkedHashMap<Link, LinkPath>();
        for (Link l : links) ports.curve(l).ifPresent(curve -> paths.put(l, routes.path(l, curve, ports)));
        return paths;
    }

    private LinkPath path(Link link, LinkCurve curve, Ports ports) {
        PortPlace from = ports.find(link.fromNode(), link.fromPort(), false).orElseThrow(), to = ports.find(link.toNode(), link.toPort(), true).orElseThrow();
        Side out = from.side(), in = to.side();
        boolean across = out == Side.RIGHT && in == Side.LEFT, down = out == Side.BOTTOM && in == Side.TOP;
        if (!across && !down) return new LinkPath(List.of(curve));
        LinkCurve lying = down ? curve.turned() : curve;
        if (lying.x2() <= lying.x1()) return new LinkPath(List.of(curve));
        List<Block> between = between(from.node(), to.node(), lying, down);
        if (between.stream().noneMatch(b -> meets(lying, b))) return new LinkPath(List.of(curve));
        List<LinkCurve> pieces = around(link.from(), lying, groups(between));
        return new LinkPath(down ? pieces.stream().map(LinkCurve::turned).toList() : pieces);
    }

    private List<Block> between(String from, String to, LinkCurve lying, boolean down) {
        var blocks = new ArrayList<Block>();
        spots.forEach((box, s) -> {
            if (box.equals(from) || box.equals(to)) return;
            Block b = down ? new Block(s.y(), s.x(), s.y() + Layout.HEIGHT, s.x() + Layout.WIDTH) : new Block(s.x(), s.y(), s.x() + Layout.WIDTH, s.y() + Layout.HEIGHT);
            if (b.left() > lying.x1() && b.right() < lying.x2()) blocks.add(b);
        });
        return blocks;
    }

    private static boolean meets(LinkCurve curve, Block b) {
        for (int i = 1; i < LOOKS; i++) if (b.holds(curve.at((double) i / LOOKS))) return true;
        return false;
    }

    /** Boxes that overlap along the link's direction are passed in one go. */
    private static List<List<Block>> groups(List<Block> blocks) {
        var groups = new ArrayList<List<Block>>();
        double end = Double.NEGATIVE_INFINITY;
        for (Block b : blocks.stream().sorted(Comparator.comparingDouble(Block::left)).toList()) {
            if (b.left() >= end) groups.add(new ArrayList<>());
            groups.getLast().add(b);
            end = Math.max(end, b.right());
        }
        return groups;
    }

    private List<LinkCurve> around(String output, LinkCurve whole, List<List<Block>> groups) {
        var pieces = new ArrayList<LinkCurve>();
        double x = whole.x1(), y = whole.y1();
        for (List<Block> group : groups) {
            double left = group.getFirst().left(), right = group.stream().mapToDouble(Block::right).max().orElse(left);
            double lane = lane(output, group, left, right, y, whole);
            pieces.add(LinkCurve.level(x, y, left, lane));
            pieces.add(LinkCurve.level(left, lane, right, lane));
            x = right;
            y = lane;
        }
        pieces.add(LinkCurve.level(x, y, whole.x2(), whole.y2()));
        return pieces;
    }

    private double lane(String output, List<Block> group, double left, double right, double before, LinkCurve whole) {
        double share = ((left + right) / 2 - whole.x1()) / (whole.x2() - whole.x1()), straight = whole.y1() + share * (whole.y2() - whole.y1());
        var wishes = new ArrayList<>(List.of(before, whole.y2(), straight));
        for (Block b : group) {
            for (double off = MARGIN; off <= MARGIN + 2 * APART; off += APART) wishes.addAll(List.of(b.top() - off, b.bottom() + off));
        }
        List<Double> open = wishes.stream().filter(y -> group.stream().noneMatch(b -> y > b.top() - CLEAR && y < b.bottom() + CLEAR)).sorted(Comparator.comparingDouble(
                y -> Math.abs(y - before) + Math.abs(y - whole.y2()) + Math.abs(y - straight) / 4)).toList();
        Optional<Double> own = open.stream().filter(y -> isFree(output, left, right, y)).findFirst();
        double lane = own.orElseGet(() -> open.isEmpty() ? straight : open.getFirst());
        taken.computeIfAbsent(Math.round(lane / APART), _ -> new ArrayList<>()).add(new Lane(output, left, right));
        return lane;
    }

    private boolean isFree(String output, double left, double right, double y) {
        return taken.getOrDefault(Math.round(y / APART), List.of()).stream().noneMatch(l -> !l.output().equals(output) && l.from() < right && l.to() > left);
    }
}
