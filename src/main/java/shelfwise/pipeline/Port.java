package shelfwise.pipeline;

import shelfwise.base.Checks;

/**
 * An input or output of an operator.
 *
 * @param name     in saved files, never changed: "train"
 * @param type     what flows through it
 * @param optional whether an input may stay without a link
 * @param many     whether an input takes several links
 */
public record Port(String name, PortType type, boolean optional, boolean many) {
    public Port {
        Checks.notBlank("name", name);
    }

    public static Port one(String name, PortType type) {
        return new Port(name, type, false, false);
    }

    public static Port maybe(String name, PortType type) {
        return new Port(name, type, true, false);
    }

    public static Port several(String name, PortType type) {
        return new Port(name, type, false, true);
    }
}
