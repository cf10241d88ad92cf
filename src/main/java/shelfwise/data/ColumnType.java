package shelfwise.data;

import java.util.Locale;
import shelfwise.base.Named;

/** The type of a column's values. TIME is milliseconds since 1970-01-01T00:00Z, BOOLEAN is 0 or 1; both lie in {@link LongCells}. */
public enum ColumnType implements Named {
    TEXT, INTEGER, DECIMAL, TIME, BOOLEAN;

    @Override public String nameKey() {
        return "type." + name().toLowerCase(Locale.ROOT);
    }
}
