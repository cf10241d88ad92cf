package shelfwise.pipeline.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** A box as it lies in the way of links; x is the direction of the link, so that ways down are worked out lying on their side. */
record Block(String box, double left, double top, double right, double bottom) {
    private static final double CLEAR = 4;
    private static final int HALVINGS = 12;

    static Block across(String box, Spot s) {
        return new Block(box, s.x(), s.y(), s.x() + Layout.WIDTH, s.y() + Layout.HEIGHT);
    }

    static Block down(String box, Spot s) {
        return new Block(box, s.y(), s.x(), s.y() + Layout.HEIGHT, s.x() + Layout.WIDTH);
    }

    /** Whether a level line at this height would touch it, or nearly. */
    boolean isAt(double y) {
        return y > top - CLEAR && y < bottom + CLEAR;
    }

    /** Whether a curve that leads from left to right, and only up or only down, touches it or nearly. */
    boolean meets(LinkCurve c) {
        if (c.x2() <= left - CLEAR || c.x1() >= right + CLEAR || Math.max(c.y1(), c.y2()) <= top - CLEAR || Math.min(c.y1(), c.y2()) >= bottom + CLEAR) return false;
        double in = heightAt(c, left - CLEAR), out = heightAt(c, right + CLEAR);
        return Math.max(in, out) > top - CLEAR && Math.min(in, out) < bottom + CLEAR;
    }

    private static double heightAt(LinkCurve c, double x) {
        if (x <= c.x1()) return c.y1();
        if (x >= c.x2()) return c.y2();
        double from = 0, to = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (from + to) / 2;
            if (at(middle, c.x1(), c.cx1(), c.cx2(), c.x2()) < x) from = middle;
            else to = middle;
        }
        return at((from + to) / 2, c.y1(), c.cy1(), c.cy2(), c.y2());
    }

    /** As {@link LinkCurve#at}, of one coordinate alone: this is asked a hundred thousand times for a large pipeline. */
    private static double at(double share, double a, double b, double c, double d) {
        double r = 1 - share;
        return r * r * r * a + 3 * r * r * share * b + 3 * r * share * share * c + share * share * share * d;
    }

    /** From left to right; those that overlap along the link's direction are passed in one go. */
    static List<List<Block>> groups(Collection<Block> blocks) {
        var groups = new ArrayList<List<Block>>();
        double end = Double.NEGATIVE_INFINITY;
        for (Block b : blocks.stream().sorted(Comparator.comparingDouble(Block::left)).toList()) {
            if (b.left() >= end) groups.add(new ArrayList<>());
            groups.getLast().add(b);
            end = Math.max(end, b.right());
        }
        return groups;
    }
}
