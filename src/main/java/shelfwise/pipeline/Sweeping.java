package shelfwise.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** @param drawn the node as drawn @param number of the combination, from 1 */
    record Copy(String drawn, int number) { }

    /** Which copy a node is by its id; empty for one that is none. */
    static Optional<Copy> copy(String node) {
        int mark = node.lastIndexOf(MARK);
        if (mark < 1 || !node.substring(mark + MARK.length()).matches("[0-9]{1,4}")) return Optional.empty();
        return Optional.of(new Copy(node.substring(0, mark), Integer.parseInt(node.substring(mark + MARK.length()))));
    }

    /** What each combination sets, in their order: {@code neighbours=50, shrinkage=10}. */
    static List<String> names(List<Axis> axes) {
        var names = new ArrayList<String>();
        for (List<String> values : combinations(axes)) {
            var words = new ArrayList<String>();
            for (int a = 0; a < axes.size(); a++) words.add(axes.get(a).shortName() + "=" + values.get(a));
            names.add(String.join(", ", words));
        }
        return names;
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
