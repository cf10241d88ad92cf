package shelfwise.ingest;

import java.util.List;
import shelfwise.base.Problem;
import shelfwise.data.AssetKind;
import shelfwise.data.Field;

/**
 * What an import made.
 *
 * @param version   from 1
 * @param rejected  rows not taken; they are kept with their line and reason
 * @param encoding  empty for Excel
 * @param delimiter empty for Excel
 * @param notes     what the analyst should know, with its cure
 */
public record ImportResult(String asset, int version, long rows, long rejected, String encoding, String delimiter, List<Field> columns,
        AssetKind kind, List<Problem> notes) {
    public ImportResult {
        columns = List.copyOf(columns);
        notes = List.copyOf(notes);
    }
}
