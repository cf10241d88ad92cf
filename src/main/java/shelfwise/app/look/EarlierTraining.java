package shelfwise.app.look;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * A model that an earlier run made at the same step with other settings or of other data, and that the project still keeps.
 *
 * @param run     its number, the latest that has it
 * @param changed the settings that were otherwise, by name, as they would be written on the command line; none where what came in was otherwise
 */
public record EarlierTraining(long run, Product product, SequencedMap<String, String> changed) {
    public EarlierTraining {
        changed = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(changed));
    }
}
