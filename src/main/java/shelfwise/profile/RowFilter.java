package shelfwise.profile;

import java.util.List;

/** The definition of an alert's rows, by names of columns, so that they can be found again in a scan. */
public sealed interface RowFilter {
    /** No rows: the finding is about the whole. */
    record None() implements RowFilter { }

    record Missing(String column) implements RowFilter { }

    /** Texts that start or end with white space. */
    record OuterBlank(String column) implements RowFilter { }

    /** Numbers from {@code low} to {@code high}, both included. */
    record Within(String column, double low, double high) implements RowFilter { }

    /** Numbers below {@code low} or above {@code high}. */
    record Outside(String column, double low, double high) implements RowFilter { }

    /** Texts that match {@code regex} as a whole, or that do not; missing ones never. */
    record Matches(String column, String regex, boolean matching) implements RowFilter { }

    /** Rows equal to an earlier row in all columns. */
    record RepeatedRow() implements RowFilter { }

    /** Rows equal to an earlier row in these columns, none of which is missing. */
    record RepeatedKey(List<String> columns) implements RowFilter {
        public RepeatedKey {
            columns = List.copyOf(columns);
        }
    }

    /** Events (rows with a value in both columns) whose value in {@code member} has from {@code least} to {@code most} events. */
    record ByEvents(String member, String other, long least, long most) implements RowFilter { }

    /** Rows whose {@code key} comes with more than one different value in {@code value}; a missing value counts as one. */
    record SeveralValues(String key, String value) implements RowFilter { }

    /** Rows whose value in {@code column} is not among the ids of a related table. */
    record NotIn(String column, Related.Which list) implements RowFilter { }
}
