package shelfwise.pipeline.layout;

import java.util.Optional;
import shelfwise.pipeline.PortType;

/**
 * A port on the edge of its box.
 *
 * @param node  the box
 * @param port  the port's name
 * @param input whether it is an input
 * @param type  empty where the operator is not known
 * @param x     of its middle, on the canvas
 * @param y     of its middle
 */
public record PortPlace(String node, String port, boolean input, Optional<PortType> type, Side side, double x, double y) { }
