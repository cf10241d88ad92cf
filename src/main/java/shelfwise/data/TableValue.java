package shelfwise.data;

import java.util.Map;

/** A table as it flows through a port. */
public record TableValue(Table table) implements Portable {
    @Override public String hash() {
        return table.hash();
    }

    @Override public Bundle toBundle() {
        return new Bundle(Map.of(), Map.of("table", table));
    }

    public static TableValue of(Bundle b) {
        return new TableValue(b.part("table"));
    }
}
