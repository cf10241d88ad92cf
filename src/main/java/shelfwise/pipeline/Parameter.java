package shelfwise.pipeline;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import shelfwise.base.Problem;

/**
 * A named value of a pipeline that one or more settings follow: {@code run --set k=50} sets them all. What it means is kept by
 * {@link Parameters}.
 *
 * @param name     letters of any script, digits, '-' and '_', up to 64
 * @param value    as text, as the command line takes it
 * @param meaning  for people; may be empty
 * @param settings those that follow, {@code node.setting}, in the order they were bound
 */
public record Parameter(String name, String value, String meaning, List<String> settings) {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-]{1,64}");

    /** @throws shelfwise.base.ProblemException if the name can't be one */
    public Parameter {
        if (!NAME.matcher(Objects.requireNonNull(name, "name")).matches()) throw Problem.of("pipeline.bad-parameter", name).asException();
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(meaning, "meaning");
        settings = List.copyOf(settings);
    }

    public Parameter withName(String newName) {
        return new Parameter(newName, value, meaning, settings);
    }

    public Parameter withMeaning(String newMeaning) {
        return new Parameter(name, value, newMeaning, settings);
    }

    Parameter withValue(String newValue) {
        return new Parameter(name, newValue, meaning, settings);
    }

    Parameter withSettings(List<String> newSettings) {
        return new Parameter(name, value, meaning, newSettings);
    }

    /** The id of the node that a bound setting is of. */
    static String nodeOf(String setting) {
        return setting.substring(0, Math.max(0, setting.indexOf('.')));
    }

    static String settingOf(String setting) {
        return setting.substring(setting.indexOf('.') + 1);
    }
}
