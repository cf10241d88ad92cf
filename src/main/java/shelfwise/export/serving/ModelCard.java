package shelfwise.export.serving;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shelfwise.store.RunData;

/**
 * What stands in {@code model.json}.
 *
 * @param format   of the folder; a later one may be read differently
 * @param sizes    how many users, items and events it was trained on
 * @param training SHA-256 of what it was trained on
 * @param facts    sizes and numbers that the operator keeps with what was learned
 * @param best     where the learning curve was best; null where there is no curve
 * @param formula  how a score is worked out of the vectors; empty where there are none
 * @param files    each file beside this one, and what it holds
 */
public record ModelCard(int format, Origin origin, Sizes sizes, String training, Map<String, String> facts, @Nullable Best best, String formula,
        List<File> files) {
    /** Raised when a folder is to be read differently. */
    public static final int FORMAT = 1;

    /**
     * Where the model comes from.
     *
     * @param program  version that writes the folder
     * @param started  when its run started, ISO 8601 in UTC
     * @param data     the asset versions that the run read
     * @param settings of its step by name; empty where its pipeline tells none
     */
    public record Origin(String program, String project, String model, String operator, String pipeline, long run, String started, List<RunData> data,
            Map<String, Object> settings) { }

    public record Sizes(int users, int items, int events) { }

    /** @param values each metric at that iteration, its name followed by {@code (validation)} where it was measured on events held back */
    public record Best(int iteration, boolean stoppedEarly, Map<String, Double> values) { }

    /** @param type of its numbers as NumPy calls it, or {@code json} or {@code onnx} @param shape rows and columns of an array, entries of a list */
    public record File(String file, String type, long[] shape, String meaning) { }
}
