package shelfwise.profile;

import java.util.List;
import java.util.Optional;
import shelfwise.base.Progress;
import shelfwise.data.Table;

/** Finds what is wrong with a table, from its statistics. */
final class Alerts {
    private final Table table;
    private final Tallies tallies;
    private final List<ColumnProfile> columns;
    private final Optional<InteractionProfile> interactions;
    private final long now;
    private final Findings findings;

    Alerts(Table table, Tallies tallies, List<ColumnProfile> columns, Optional<InteractionProfile> interactions, long now) {
        this.table = table;
        this.tallies = tallies;
        this.columns = columns;
        this.interactions = interactions;
        this.now = now;
        findings = new Findings(table.rows());
    }

    /** The worst first. */
    List<Alert> all(Progress progress) {
        if (table.rows() == 0) findings.whole("no-rows", Severity.HIGH, null, 1, null);
        findings.rows("repeated-rows", findings.from(Severity.MEDIUM, tallies.repeatedRows(), 0.001), null, tallies.repeatedRows(),
                new RowFilter.RepeatedRow(), Fixes.dropRepeatedRows());
        var ofColumn = new ColumnAlerts(findings, now);
        for (int c = 0; c < columns.size(); c++) ofColumn.find(columns.get(c), tallies.columns().get(c));
        progress.check();
        new IdAlerts(findings, table.schema(), tallies, columns).find();
        progress.check();
        interactions.ifPresent(i -> new InteractionAlerts(findings, table, tallies, i).find());
        return findings.sorted();
    }
}
