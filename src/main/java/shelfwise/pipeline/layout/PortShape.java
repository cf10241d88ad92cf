package shelfwise.pipeline.layout;

import java.util.ArrayList;
import java.util.List;
import shelfwise.pipeline.PortType;

/** How a port is drawn: each type has a shape and a colour of its own, so that types are told apart without seeing colours. */
public enum PortShape {
    CIRCLE(), SQUARE(-0.9, -0.9, 0.9, -0.9, 0.9, 0.9, -0.9, 0.9), DIAMOND(0, -1.25, 1.25, 0, 0, 1.25, -1.25, 0),
    TRIANGLE(0, -1.15, 1.15, 0.95, -1.15, 0.95), HOURGLASS(-1, -1.1, 1, -1.1, -1, 1.1, 1, 1.1),
    TAG(-1.1, -0.9, 0.3, -0.9, 1.3, 0, 0.3, 0.9, -1.1, 0.9),
    CROSS(-0.45, -1.15, 0.45, -1.15, 0.45, -0.45, 1.15, -0.45, 1.15, 0.45, 0.45, 0.45, 0.45, 1.15, -0.45, 1.15, -0.45, 0.45, -1.15, 0.45, -1.15, -0.45, -0.45, -0.45),
    STAR(0, -1.4, 0.38, -0.48, 1.33, -0.43, 0.59, 0.17, 0.82, 1.13, 0, 0.6, -0.82, 1.13, -0.59, 0.17, -1.33, -0.43, -0.38, -0.48);

    /** Half the height of a port on a box. */
    public static final double RADIUS = 5;
    private final List<Spot> corners;

    PortShape(double... numbers) {
        var list = new ArrayList<Spot>();
        for (int i = 0; i < numbers.length; i += 2) list.add(new Spot(numbers[i], numbers[i + 1]));
        corners = List.copyOf(list);
    }

    /** The corners around the port's middle, y downwards, to be multiplied by {@link #RADIUS}; none for the circle. */
    public List<Spot> corners() {
        return corners;
    }

    public static PortShape of(PortType type) {
        return switch (type) {
            case TABLE -> SQUARE;
            case INTERACTIONS -> CIRCLE;
            case CATALOGUE -> TAG;
            case VECTORS -> TRIANGLE;
            case SPLIT -> HOURGLASS;
            case MODEL -> DIAMOND;
            case LISTS -> CROSS;
            case METRICS -> STAR;
        };
    }

    /** The colour as a place in the eight categories of the palette (Okabe and Ito's order): that of the operators that give the type. */
    public static int category(PortType type) {
        return switch (type) {
            case TABLE -> 0;
            case SPLIT -> 1;
            case MODEL -> 2;
            case METRICS -> 3;
            case INTERACTIONS -> 4;
            case LISTS -> 5;
            case VECTORS -> 6;
            case CATALOGUE -> 7;
        };
    }
}
