package shelfwise.pipeline;

import shelfwise.base.Checks;
import shelfwise.data.Bundle;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Schema;
import shelfwise.data.Table;

/**
 * How large a value is, known without reading it.
 *
 * @param rows  rows, events, items or users, as {@link Sizes} counts them
 * @param users that it tells of; 0 where it tells of none
 * @param items likewise
 * @param bytes of its parts in memory, about
 */
public record Volume(long rows, long users, long items, long bytes) {
    public static final Volume NONE = new Volume(0, 0, 0, 0);
    /** What is kept of a text: its number, and its share of the distinct texts. */
    static final int TEXT = 24;

    public Volume {
        Checks.that(rows >= 0 && users >= 0 && items >= 0 && bytes >= 0, "a volume is not negative: " + rows + ", " + users + ", " + items + ", " + bytes);
    }

    static Volume of(PortType type, Bundle kept) {
        long bytes = kept.parts().values().stream().mapToLong(Volume::bytes).sum();
        return new Volume(Sizes.of(type, kept), rows(kept, "users"), rows(kept, "items"), bytes);
    }

    private static long rows(Bundle kept, String part) {
        Table table = kept.parts().get(part);
        return table == null ? 0 : table.rows();
    }

    private static long bytes(Table table) {
        return bytes(table.schema(), table.rows());
    }

    /** What so many rows of these columns take, about. */
    public static long bytes(Schema columns, long rows) {
        long row = 0;
        for (Field f : columns.fields()) row += f.type() == ColumnType.TEXT ? TEXT : Long.BYTES;
        return row * rows;
    }
}
