package shelfwise.app.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import shelfwise.base.Problem;

/**
 * One trial of a search.
 *
 * @param number   from 1, in the order of the search
 * @param settings the varied settings, as texts
 * @param share    part of the full cost it was tried at, above 0 to 1
 * @param score    the metric on the validation part; NaN if it failed
 * @param seconds  that it took
 * @param run      its number among the project's runs
 * @param problem  why it failed
 * @param kept     whether it was done by an earlier search that this one goes on with
 */
public record Trial(int number, SequencedMap<String, String> settings, double share, double score, double seconds, long run, Optional<Problem> problem, boolean kept) {
    public Trial {
        settings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(settings));
    }
}
