package shelfwise.profile;

import java.util.List;
import java.util.Optional;
import shelfwise.data.ColumnType;
import shelfwise.data.Role;

/**
 * The statistics of one column.
 *
 * @param rows     rows of the table
 * @param missing  rows without a value
 * @param distinct number of different values; an estimate with about 1 % error (HyperLogLog) if not {@code exact}
 * @param exact    false where the column has more different values than are counted one by one (2 million): then {@code top}, quantiles
 *                 and patterns rest on the values that came first or on a sample; min, max, mean, counts and histogram stay exact
 * @param top      the most frequent values, at most 20, ties in order of first appearance
 * @param numbers  of INTEGER, DECIMAL and TIME columns
 * @param texts    of TEXT columns
 */
public record ColumnProfile(String name, ColumnType type, Role role, long rows, long missing, long distinct, boolean exact, List<ValueCount> top,
        Optional<NumberStats> numbers, Optional<TextStats> texts) {
    public ColumnProfile {
        top = List.copyOf(top);
    }

    /** Rows with a value. */
    public long present() {
        return rows - missing;
    }

    /** Share of rows without a value, 0 to 1. */
    public double missingShare() {
        return rows == 0 ? 0 : (double) missing / rows;
    }
}
