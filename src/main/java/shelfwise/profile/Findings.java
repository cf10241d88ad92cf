package shelfwise.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Alerts while they are found. */
final class Findings {
    private final List<Alert> found = new ArrayList<>();
    private final long rows;

    /** @param rows rows of the table */
    Findings(long rows) {
        this.rows = rows;
    }

    /** A finding with rows; none if {@code count} is 0. */
    void rows(String id, Severity severity, @Nullable String column, long count, RowFilter filter, @Nullable Fix fix, Object... extra) {
        if (count > 0) found.add(new Alert(id, severity, Optional.ofNullable(column), count, share(count), List.of(extra), filter, Optional.ofNullable(fix)));
    }

    /** A finding about the whole. */
    void whole(String id, Severity severity, @Nullable String column, double share, @Nullable Fix fix, Object... extra) {
        found.add(new Alert(id, severity, Optional.ofNullable(column), 0, share, List.of(extra), new RowFilter.None(), Optional.ofNullable(fix)));
    }

    double share(long count) {
        return rows == 0 ? 0 : (double) count / rows;
    }

    /** {@code heavy} if at least {@code share} of all rows are behind it, else the next milder. */
    Severity from(Severity heavy, long count, double share) {
        return share(count) >= share ? heavy : heavy == Severity.HIGH ? Severity.MEDIUM : Severity.LOW;
    }

    /** The worst first; among equals the larger share first, then as they were found. */
    List<Alert> sorted() {
        return found.stream().sorted(Comparator.comparing(Alert::severity).thenComparing(Alert::share, Comparator.reverseOrder())).toList();
    }
}
