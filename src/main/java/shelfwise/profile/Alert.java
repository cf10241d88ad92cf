package shelfwise.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shelfwise.base.Checks;

/**
 * A finding. Its texts are {@code alert.ID} (what), {@code alert.ID.why} (why it matters) and {@code alert.ID.cure} (what to do), with
 * {@link #messageArgs}.
 *
 * @param id       kind of finding: {@code "repeated-rows"}
 * @param column   the column it is about, if it is about one
 * @param count    rows behind it: as many as {@link AlertRows} gives; 0 for findings about the whole
 * @param share    those rows' share of all rows, or for findings about the whole the share that the text tells, 0 to 1
 * @param extra    further arguments of the texts: String, Long or Double
 * @param rows     which rows they are
 * @param fix      the step that mends it, where there is one
 */
public record Alert(String id, Severity severity, Optional<String> column, long count, double share, List<Object> extra, RowFilter rows, Optional<Fix> fix) {
    public Alert {
        Checks.notBlank("id", id);
        Checks.inRange("share", share, 0, 1);
        extra = extra.stream().map(v -> v instanceof Integer i ? (Object) i.longValue() : v).toList(); // as read back from JSON
    }

    /** Arguments of the texts: {0} column or empty, {1} count, {2} share, then {@code extra}. */
    public Object[] messageArgs() {
        var all = new ArrayList<Object>(List.of(column.orElse(""), count, share));
        all.addAll(extra);
        return all.toArray();
    }
}
