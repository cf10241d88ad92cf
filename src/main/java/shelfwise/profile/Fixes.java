package shelfwise.profile;

import java.util.List;
import java.util.Map;
import shelfwise.data.Role;

/** The steps that mend findings: operators of the room prepare, which this room does not import, by id and settings as in saved pipelines. */
final class Fixes {
    private Fixes() { }

    static Fix dropRepeatedRows() {
        return new Fix("prepare.drop-duplicates", Map.of());
    }

    static Fix dropRepeated(List<String> columns) {
        return new Fix("prepare.drop-duplicates", Map.of("columns", columns));
    }

    private static Fix filter(String action, String column, String test, String value) {
        return new Fix("prepare.filter", Map.of("conditions", List.of(Map.of("column", column, "test", test, "value", value)), "action", action));
    }

    static Fix keepPresent(String column) {
        return filter("keep", column, "present", "");
    }

    /** @param regex is looked for anywhere in the text */
    static Fix keepMatching(String column, String regex) {
        return filter("keep", column, "matches", regex);
    }

    static Fix keepAbove(String column, String number) {
        return filter("keep", column, "greater", number);
    }

    static Fix dropStartingWith(String column, String start) {
        return filter("keep", column, "not-starts-with", start);
    }

    static Fix dropAll(String column, List<String> values) {
        return filter("drop", column, "in", String.join("|", values));
    }

    /** @param from first day, {@code 1990-01-01}, or blank */
    static Fix window(String column, String from, String to) {
        return new Fix("prepare.time-window", Map.of("column", column, "kind", "between", "from", from, "to", to));
    }

    /** What suits the column: the median of numbers, the most frequent category; rows without a title go. */
    static Fix missing(ColumnProfile c) {
        if (c.role() == Role.TITLE || c.role() == Role.ORDER || c.role() == Role.SESSION || c.role() == Role.RATING) return keepPresent(c.name());
        String how = c.numbers().isPresent() ? "median" : "mode";
        return new Fix("prepare.fill-missing", Map.of("fills", List.of(Map.of("column", c.name(), "how", how, "value", ""))));
    }

    static Fix drop(String column) {
        return new Fix("prepare.select", Map.of("drop", List.of(column)));
    }

    static Fix trim(String column) {
        return new Fix("prepare.text", Map.of("columns", List.of(column), "trim", true, "collapse", false));
    }

    /** Moves values to the outer fences. */
    static Fix outliers(String column) {
        return new Fix("prepare.outliers", Map.of("columns", List.of(column), "method", "iqr", "factor", Spread.OUTER_FENCE, "action", "clip"));
    }

    static Fix aggregate() {
        return new Fix("prepare.aggregate", Map.of("per", "user-item-day"));
    }

    static Fix usersWithEvents() {
        return new Fix("prepare.k-core", Map.of("userMinimum", (long) Activity.FEW, "itemMinimum", 1L, "count", "events"));
    }

    static Fix itemsWithEvents() {
        return new Fix("prepare.k-core", Map.of("userMinimum", 1L, "itemMinimum", (long) Activity.FEW, "count", "events"));
    }

    static Fix joinCatalogue() {
        return new Fix("prepare.join-catalogue", Map.of("kind", "inner"));
    }
}
