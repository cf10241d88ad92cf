package shelfwise.ingest;

import java.util.List;
import shelfwise.data.Table;

/**
 * The beginning of a file as it would be imported.
 *
 * @param plan    types are those of the rows read here; an import looks at all rows
 * @param rows    the first rows
 * @param rejects rows rejected among those read
 * @param whole   whether the file has no more rows
 */
public record Preview(ImportPlan plan, Table rows, List<Reject> rejects, boolean whole) {
    public Preview {
        rejects = List.copyOf(rejects);
    }
}
