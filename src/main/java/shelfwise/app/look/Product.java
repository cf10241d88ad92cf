package shelfwise.app.look;

import shelfwise.pipeline.PortType;

/**
 * One output of a step as the store keeps it.
 *
 * @param operator of the step: makes a model again
 * @param key      where the store keeps it; another one for another content or other settings
 */
public record Product(String node, String port, PortType type, String operator, String key) { }
