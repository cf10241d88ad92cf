package shelfwise.profile;

import java.util.List;
import java.util.Map;

/** The steps that mend findings: operators of the room prepare, which this room does not import, by id and settings. */
final class Fixes {
    private Fixes() { }

    static Fix dropRepeatedRows() {
        return new Fix("prepare.drop-duplicates", Map.of());
    }

    static Fix dropRepeated(List<String> columns) {
        return new Fix("prepare.drop-duplicates", Map.of("columns", columns));
    }

    /** Keeps the rows for which the condition holds. */
    private static Fix keep(String column, String condition, String value) {
        return new Fix("prepare.filter", Map.of("column", column, "condition", condition, "value", value));
    }

    static Fix keepPresent(String column) {
        return new Fix("prepare.filter", Map.of("column", column, "condition", "PRESENT"));
    }

    static Fix keepMatching(String column, String regex) {
        return keep(column, "MATCHES", regex);
    }

    static Fix keepAbove(String column, String number) {
        return keep(column, "GREATER", number);
    }

    static Fix keepAtMost(String column, String value) {
        return keep(column, "AT_MOST", value);
    }

    static Fix keepAtLeast(String column, String value) {
        return keep(column, "AT_LEAST", value);
    }

    static Fix fillMissing(String column) {
        return new Fix("prepare.fill-missing", Map.of("columns", List.of(column)));
    }

    static Fix drop(String column) {
        return new Fix("prepare.select", Map.of("drop", List.of(column)));
    }

    static Fix outliers(String column) {
        return new Fix("prepare.outliers", Map.of("columns", List.of(column)));
    }

    static Fix aggregate() {
        return new Fix("prepare.aggregate", Map.of());
    }

    static Fix atLeastEvents(String setting) {
        return new Fix("prepare.k-core", Map.of(setting, (long) Activity.FEW));
    }

    static Fix joinCatalogue() {
        return new Fix("prepare.join-catalogue", Map.of());
    }
}
