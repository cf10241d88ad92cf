package shelfwise.ingest;

import java.util.List;
import java.util.Optional;
import shelfwise.base.Problem;
import shelfwise.data.Role;

/**
 * A file's table as it lies there, before the types of its columns are known.
 *
 * @param rows      the records of data alone
 * @param encoding  empty for Excel
 * @param skipLines lines (of a sheet: rows) before the header or, without one, before the data
 * @param sheet     empty for text
 * @param names     all different, none blank
 * @param narrow    the second number of fields that a record may have: the names', where records have more, or the records', where there
 *                  are more names
 * @param notes     what the analyst should know
 */
record Layout(SourceFile file, RowSource rows, Optional<Encoding> encoding, Dialect dialect, boolean header, int skipLines, String sheet,
        List<String> names, int narrow, List<Role> roles, List<Problem> notes) {
    int width() {
        return names.size();
    }

    /** Whether a record is one of this table: of the right number of fields, or with blank ones too many. */
    boolean holds(Row row) {
        return row.fields() == width() || row.fields() == narrow || row.fields() > width() && row.blankFrom(width());
    }
}
