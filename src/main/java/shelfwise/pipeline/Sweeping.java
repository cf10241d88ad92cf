package shelfwise.pipeline;

import java.util.ArrayList;
import java.util.List;
import shelfwise.base.Checks;

/**
 * An operator before which a branch of the pipeline runs once for each combination of some settings: {@link Expansion} makes the copies.
 * Its inputs are then those of all copies, in the order of the combinations.
 */
public interface Sweeping {
    /** Between a node's id and the number of its copy, from 1. */
    String MARK = "__";

    /** The settings that change; empty if none is chosen. @throws shelfwise.base.ProblemException if they can't be understood */
    List<Axis> axes(Record settings);

    /**
     * A setting and what it is set to, one after another.
     *
     * @param setting {@code node.setting}, or the name of a parameter
     * @param values  as they would be written on the command line
     */
    record Axis(String setting, List<String> values) {
        public Axis {
            Checks.notBlank("setting", setting);
            values = List.copyOf(values);
        }

        /** The setting's own name. */
        public String shortName() {
            return setting.substring(setting.indexOf('.') + 1);
        }
    }

    /** How many combinations there are. */
    static long count(List<Axis> axes) {
        long all = axes.isEmpty() ? 0 : 1;
        for (Axis a : axes) all *= a.values().size();
        return all;
    }

    /** The values of each combination in the order of the axes; the last axis changes fastest. */
    static List<List<String>> combinations(List<Axis> axes) {
        List<List<String>> all = List.of(List.of());
        for (Axis axis : axes) {
            var longer = new ArrayList<List<String>>();
            for (List<String> begun : all) {
                for (String value : axis.values()) {
                    var next = new ArrayList<>(begun);
                    next.add(value);
                    longer.add(next);
                }
            }
            all = longer;
        }
        return axes.isEmpty() ? List.of() : all;
    }
}
