package shelfwise.profile;

import java.util.List;
import java.util.Optional;

/**
 * The statistics of a table and what they find.
 *
 * @param madeAt       the time that future dates were told by, milliseconds since 1970 UTC
 * @param rows         rows of the table
 * @param repeatedRows rows equal to an earlier row in all columns
 * @param columns      in the table's order
 * @param interactions where there is a user and an item column
 * @param alerts       the worst first: by severity, then share, then place
 * @param score        quality, explained by the alerts
 */
public record Profile(long madeAt, long rows, long repeatedRows, List<ColumnProfile> columns, Optional<InteractionProfile> interactions,
        List<Alert> alerts, Score score) {
    public Profile {
        columns = List.copyOf(columns);
        alerts = List.copyOf(alerts);
    }

    public Optional<ColumnProfile> column(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /** Number of alerts of {@code severity}. */
    public long alerts(Severity severity) {
        return alerts.stream().filter(a -> a.severity() == severity).count();
    }
}
