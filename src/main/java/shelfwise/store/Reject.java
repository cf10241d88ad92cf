package shelfwise.store;

import java.util.List;

/**
 * A row that was not taken in.
 *
 * @param line      of the file, from 1
 * @param reasonKey message key
 * @param args      the message's arguments
 * @param rawText   the row as it stood there, cut after 10,000 characters
 */
public record Reject(long line, String reasonKey, List<String> args, String rawText) {
    public Reject {
        args = List.copyOf(args);
    }
}
