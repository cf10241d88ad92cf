package shelfwise.pipeline;

import java.util.Objects;
import java.util.regex.Pattern;
import shelfwise.base.Checks;
import shelfwise.base.Problem;

/**
 * An operator placed on the canvas with its settings.
 *
 * @param id       unlike any other in the pipeline; letters of any script, digits, '-' and '_', up to 64. It names the node in links, on the
 *                 command line and in messages, and the model that the node trains
 * @param operator the operator's id
 * @param version  the operator's version that the settings were last written for
 * @param settings of the operator's settings record
 * @param label    what the canvas shows; empty for the operator's own name
 * @param x        left edge on the canvas, in pixels at zoom 1
 * @param y        upper edge
 * @param enabled  whether it takes part in runs; the links of one that does not count as not there
 */
public record Node(String id, String operator, int version, Record settings, String label, double x, double y, boolean enabled) {
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}_-]{1,64}");

    /** @throws shelfwise.base.ProblemException if the id can't be one */
    public Node {
        checkId(id);
        Checks.notBlank("operator", operator);
        Checks.that(version >= 1, "version must be 1 or more, was " + version);
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(label, "label");
        Checks.that(Double.isFinite(x) && Double.isFinite(y), "place must be finite, was " + x + ", " + y);
    }

    /** One that takes part in runs. @throws shelfwise.base.ProblemException if the id can't be one */
    public Node(String id, String operator, int version, Record settings, String label, double x, double y) {
        this(id, operator, version, settings, label, x, y, true);
    }

    /** @throws shelfwise.base.ProblemException if no node, note or group may be called that */
    static void checkId(String id) {
        if (!ID.matcher(Objects.requireNonNull(id, "id")).matches()) throw Problem.of("pipeline.bad-node-id", id).asException();
    }

    /** A node of {@code operator} with its default settings. */
    public static Node of(String id, Operator<?> operator) {
        return new Node(id, operator.id(), operator.version(), operator.defaults(), "", 0, 0);
    }

    public Node withSettings(Record newSettings) {
        return new Node(id, operator, version, newSettings, label, x, y, enabled);
    }

    public Node withLabel(String newLabel) {
        return new Node(id, operator, version, settings, newLabel, x, y, enabled);
    }

    public Node at(double newX, double newY) {
        return new Node(id, operator, version, settings, label, newX, newY, enabled);
    }

    public Node withEnabled(boolean nowEnabled) {
        return new Node(id, operator, version, settings, label, x, y, nowEnabled);
    }

    Node withId(String newId) {
        return new Node(newId, operator, version, settings, label, x, y, enabled);
    }
}
