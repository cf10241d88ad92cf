package shelfwise.ui.kit;

import java.util.Optional;
import shelfwise.profile.ColumnProfile;
import shelfwise.profile.Histogram;
import shelfwise.profile.Profile;
import shelfwise.profile.ValueCount;

/** What a header shows of a column's profile: the true bins of numbers and times, the counts of the top values of texts. */
public final class ColumnNotes {
    private ColumnNotes() { }

    /** @param profile of the table that the column stands in */
    public static Optional<DataTable.Note> of(Optional<Profile> profile, String column) {
        return profile.flatMap(p -> p.column(column)).map(c -> new DataTable.Note(bins(c), c.missingShare()));
    }

    public static double[] bins(ColumnProfile column) {
        Histogram histogram = column.numbers().map(n -> n.histogram()).orElse(Histogram.EMPTY);
        if (!histogram.counts().isEmpty()) return histogram.counts().stream().mapToDouble(Long::doubleValue).toArray();
        return column.top().stream().mapToDouble(ValueCount::count).toArray();
    }
}
