package shelfwise.pipeline;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import shelfwise.data.Schema;
import shelfwise.data.Table;

/**
 * The most that a value will hold, reckoned before it is made.
 *
 * @param most      each of its numbers is an upper bound
 * @param different the most different values of a table's column, by its name; asked for where a step counts them, as that may read a table
 */
public record Bound(Volume most, ToLongFunction<String> different) {
    /** Of a value that is no table. */
    public static Bound of(Volume most) {
        return new Bound(most, _ -> most.rows());
    }

    /** Of a table of which only the number of rows is known. */
    public static Bound ofRows(long rows) {
        return of(new Volume(rows, 0, 0, 0));
    }

    /** Of a table that is there. @param counted how many different values a column has */
    static Bound of(Table table, ToLongFunction<String> counted) {
        var known = new HashMap<String, Long>();
        return new Bound(new Volume(table.rows(), 0, 0, Volume.bytes(table.schema(), table.rows())), column -> known.computeIfAbsent(column, counted::applyAsLong));
    }

    /** Of a table with at most as many rows as this one. @param from the column of this table of whose value alone a column's value is made; empty if there is none */
    public Bound rowByRow(Function<String, Optional<String>> from) {
        long rows = most.rows();
        return new Bound(new Volume(rows, 0, 0, most.bytes()), column -> from.apply(column).map(c -> Math.min(rows, different.applyAsLong(c))).orElse(rows));
    }

    /** With the bytes that a table of these columns has. */
    Bound with(Schema columns) {
        return new Bound(new Volume(most.rows(), most.users(), most.items(), Volume.bytes(columns, most.rows())), different);
    }

    /** Events of so many users with so many items: what is kept of them takes so many bytes. */
    public static Bound ofEvents(long events, long users, long items) {
        return of(new Volume(events, users, items, Volume.TEXT * (users + items) + 4 * Long.BYTES * events));
    }

    /** Of vectors of so many items. */
    public static Bound ofVectors(long items, long length) {
        return of(new Volume(items, 0, items, items * (Volume.TEXT + length * Long.BYTES)));
    }

    /** The first of these bounds, if there is one. */
    static Optional<Bound> first(Map<String, java.util.List<Bound>> byPort, String port) {
        return byPort.getOrDefault(port, java.util.List.of()).stream().findFirst();
    }
}
