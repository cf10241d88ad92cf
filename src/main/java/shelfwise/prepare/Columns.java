package shelfwise.prepare;

import java.util.List;
import java.util.stream.IntStream;
import shelfwise.base.Problem;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.pipeline.Context;

/** Finds the columns that settings name, and refuses those that a step can't work on. */
final class Columns {
    private Columns() { }

    /** The column of this name, or, where the name is blank, the column of this role. */
    static int namedOrOf(Schema schema, String name, Role role) {
        return name.isBlank() ? schema.index(role) : schema.index(name);
    }

    /** The columns of these names, or, where there are no names, all. */
    static int[] namedOrAll(Schema schema, List<String> names) {
        return names.isEmpty() ? IntStream.range(0, schema.size()).toArray() : names.stream().mapToInt(schema::index).distinct().toArray();
    }

    /** Numbers of these names. @throws shelfwise.base.ProblemException if there is no name, or a column holds no numbers */
    static int[] numbers(Schema schema, List<String> names, Context context) {
        if (names.isEmpty()) throw Problem.of("prepare.no-columns", context.node()).asException();
        int[] columns = names.stream().mapToInt(schema::index).distinct().toArray();
        for (int c : columns) needNumber(schema.field(c), context);
        return columns;
    }

    static void needNumber(Field field, Context context) {
        if (field.type() == ColumnType.INTEGER || field.type() == ColumnType.DECIMAL) return;
        throw Problem.of("prepare.needs-number", context.node(), field.name(), field.type()).asException();
    }
}
