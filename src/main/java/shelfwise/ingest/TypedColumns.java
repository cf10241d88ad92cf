package shelfwise.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Role;

/**
 * The columns with their types.
 *
 * @param formats how each column's text becomes values
 */
record TypedColumns(List<Field> fields, List<ValueFormat> formats, List<Problem> notes) {
    /**
     * Reads up to {@code limit} records and settles every column's type.
     *
     * @throws shelfwise.base.ProblemException if a chosen column is not there, or there is no record
     */
    static TypedColumns scan(Layout layout, ImportOptions options, long limit, Progress progress) {
        var scans = new ColumnScan[layout.width()];
        for (int i = 0; i < scans.length; i++) scans[i] = new ColumnScan(options);
        var seen = new long[1];
        layout.rows().read(row -> {
            if (layout.holds(row)) for (int i = 0; i < Math.min(row.fields(), scans.length); i++) scans[i].see(row, i);
            return ++seen[0] < limit;
        }, progress);
        if (seen[0] == 0) throw Problem.of("ingest.only-header", layout.file().where()).asException();
        var fields = new ArrayList<Field>();
        var formats = new ArrayList<ValueFormat>();
        var notes = new ArrayList<Problem>();
        for (int i = 0; i < scans.length; i++) {
            String name = layout.names().get(i);
            Role role = layout.roles().get(i);
            ValueFormat format = format(scans[i], name, role, options);
            boolean free = !options.roles().containsKey(name);
            fields.add(new Field(name, format.type(), free ? Roles.fitting(role, format.type()) : role));
            formats.add(format);
            if (format instanceof TimeFormat(TimeFormat.Order order, _, _) && (order == TimeFormat.Order.DAY_FIRST || order == TimeFormat.Order.MONTH_FIRST)
                    && scans[i].ambiguousDate()) notes.add(Problem.of("ingest.date-ambiguous", name, order));
        }
        return new TypedColumns(fields, formats, notes);
    }

    private static ValueFormat format(ColumnScan scan, String name, Role role, ImportOptions options) {
        Optional<ColumnType> chosen = Optional.ofNullable(options.types().get(name));
        if (chosen.isPresent()) return scan.best(options, chosen.get());
        if (Structure.keepsText(role)) return new ValueFormat.Text();
        return scan.best(options, role == Role.TIMESTAMP || NameRoles.tellsTime(name));
    }
}
