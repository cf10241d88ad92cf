package shelfwise.ingest;

import java.util.List;

/**
 * A row that was not taken.
 *
 * @param line   the physical line (of a sheet: the row) on which it begins, from 1
 * @param reason message key: {@code reject.fields}, {@code reject.quote}, {@code reject.integer}, {@code reject.decimal},
 *               {@code reject.time}, {@code reject.boolean}
 * @param args   the message's arguments
 * @param raw    the row as it was read, its fields joined by the delimiter, cut to 2,000 characters
 */
public record Reject(long line, String reason, List<Object> args, String raw) {
    public Reject {
        args = List.copyOf(args);
    }
}
