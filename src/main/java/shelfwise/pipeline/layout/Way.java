package shelfwise.pipeline.layout;

import java.util.Map;

/** Which way an arrow key leads. */
public enum Way {
    LEFT, RIGHT, UP, DOWN;

    /** The nearest node that way, sideways counting double; {@code from} where there is none, the first of all where {@code from} is not there. */
    public String next(Map<String, Spot> spots, String from) {
        Spot here = spots.get(from);
        if (here == null) return spots.keySet().stream().findFirst().orElse("");
        String best = from;
        double nearest = Double.POSITIVE_INFINITY;
        for (var e : spots.entrySet()) {
            double along = along(here, e.getValue()), aside = aside(here, e.getValue()), far = along + 2 * aside;
            if (along < 1 || aside > 2 * along + Layout.WIDTH || far >= nearest) continue;
            nearest = far;
            best = e.getKey();
        }
        return best;
    }

    private double along(Spot from, Spot to) {
        return switch (this) {
            case LEFT -> from.x() - to.x();
            case RIGHT -> to.x() - from.x();
            case UP -> from.y() - to.y();
            case DOWN -> to.y() - from.y();
        };
    }

    private double aside(Spot from, Spot to) {
        return Math.abs(this == LEFT || this == RIGHT ? to.y() - from.y() : to.x() - from.x());
    }
}
