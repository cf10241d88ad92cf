package shelfwise.app.search;

import java.util.List;
import java.util.Optional;

/**
 * What came of a search.
 *
 * @param id     hash of all that its trials depend on
 * @param trials in the order of their numbers
 * @param best   the best of those tried at the highest cost; empty if none was done
 * @param end    why it ended
 */
public record SearchResult(String id, List<Trial> trials, Optional<Trial> best, End end) {
    /** Why a search ended. */
    public enum End {
        /** All trials were made. */
        DONE,
        /** The minutes were over; it can be gone on with. */
        TIME,
        /** There were no more settings to try. */
        ALL_TRIED
    }

    public SearchResult {
        trials = List.copyOf(trials);
    }

    static Optional<Trial> best(List<Trial> trials) {
        double full = trials.stream().filter(t -> !Double.isNaN(t.score())).mapToDouble(Trial::share).max().orElse(1);
        return trials.stream().filter(t -> t.share() == full && !Double.isNaN(t.score())).reduce((a, b) -> b.score() > a.score() ? b : a);
    }
}
