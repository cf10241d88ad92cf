package shelfwise.store;

import java.util.List;

/**
 * What deleting an asset would lose.
 *
 * @param runs numbers of the runs that read it; they stay, with their lists and metrics, but can't be run again on this data
 */
public record Loss(int versions, long rows, long rejects, List<Long> runs) {
    public Loss {
        runs = List.copyOf(runs);
    }
}
