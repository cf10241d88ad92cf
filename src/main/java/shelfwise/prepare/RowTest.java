package shelfwise.prepare;

import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import shelfwise.base.Problem;
import shelfwise.data.Cells;
import shelfwise.data.Chunk;
import shelfwise.data.ColumnType;
import shelfwise.data.DoubleCells;
import shelfwise.data.Field;
import shelfwise.data.LongCells;
import shelfwise.data.Schema;
import shelfwise.data.TextCells;
import shelfwise.pipeline.Context;

/** Tells for each row of a chunk whether it meets a condition. */
interface RowTest {
    boolean[] on(Chunk chunk);

    /** @throws shelfwise.base.ProblemException if the condition does not fit its column */
    static RowTest of(Filter.Condition condition, Schema schema, Context context) {
        int column = schema.index(condition.column());
        Field field = schema.field(column);
        return switch (condition.test()) {
            case MISSING -> each(column, Cells::missing);
            case PRESENT -> each(column, (cells, row) -> !cells.missing(row));
            case CONTAINS -> text(column, field, v -> v.contains(condition.value()), false);
            case STARTS_WITH -> text(column, field, v -> v.startsWith(condition.value()), false);
            case NOT_STARTS_WITH -> text(column, field, v -> !v.startsWith(condition.value()), true);
            case MATCHES -> text(column, field, pattern(condition, context).asPredicate(), false);
            case EQUALS -> field.type() == ColumnType.TEXT ? text(column, field, condition.value()::equals, false)
                    : number(column, Literal.of(condition.value(), field, context), sign -> sign == 0, false);
            case NOT_EQUALS -> field.type() == ColumnType.TEXT ? text(column, field, v -> !v.equals(condition.value()), true)
                    : number(column, Literal.of(condition.value(), field, context), sign -> sign != 0, true);
            case IN -> in(column, field, condition.value().split("\\|", -1), context);
            case LESS, AT_MOST, GREATER, AT_LEAST -> ordered(column, field, condition, context);
        };
    }

    private static RowTest ordered(int column, Field field, Filter.Condition condition, Context context) {
        if (field.type() == ColumnType.TEXT) {
            throw Problem.of("prepare.needs-number", context.node(), field.name(), field.type()).asException();
        }
        Literal literal = Literal.of(condition.value(), field, context);
        return switch (condition.test()) {
            case LESS -> number(column, literal, sign -> sign < 0, false);
            case AT_MOST -> number(column, literal, sign -> sign <= 0, false);
            case GREATER -> number(column, literal, sign -> sign > 0, false);
            default -> number(column, literal, sign -> sign >= 0, false);
        };
    }

    private static RowTest in(int column, Field field, String[] values, Context context) {
        if (field.type() == ColumnType.TEXT) return text(column, field, Set.of(distinct(values))::contains, false);
        var any = new RowTest[values.length];
        for (int i = 0; i < any.length; i++) any[i] = number(column, Literal.of(values[i], field, context), sign -> sign == 0, false);
        return joined(any, false);
    }

    private static String[] distinct(String[] values) {
        return java.util.Arrays.stream(values).distinct().toArray(String[]::new);
    }

    private static Pattern pattern(Filter.Condition condition, Context context) {
        try {
            return Pattern.compile(condition.value());
        } catch (PatternSyntaxException e) {
            throw Problem.of("prepare.bad-pattern", context.node(), condition.value(), condition.column()).asException(e);
        }
    }

    /** Rows that meet all (or any) of {@code tests}, of which there is at least one. */
    static RowTest joined(RowTest[] tests, boolean all) {
        return chunk -> {
            boolean[] hit = tests[0].on(chunk);
            for (int t = 1; t < tests.length; t++) {
                boolean[] next = tests[t].on(chunk);
                for (int i = 0; i < hit.length; i++) hit[i] = all ? hit[i] & next[i] : hit[i] | next[i];
            }
            return hit;
        };
    }

    /** Looks at one cell. */
    interface CellTest {
        boolean meets(Cells cells, int row);
    }

    private static RowTest each(int column, CellTest test) {
        return chunk -> {
            boolean[] hit = new boolean[chunk.rows()];
            for (int i = 0; i < hit.length; i++) hit[i] = test.meets(chunk.columns().get(column), i);
            return hit;
        };
    }

    private static RowTest number(int column, Literal literal, IntPredicate sign, boolean missingMeets) {
        return each(column, (cells, row) -> cells.missing(row) ? missingMeets : switch (cells) {
            case LongCells c -> sign.test(literal.compare(c.values()[row]));
            case DoubleCells c -> sign.test(literal.compare(c.values()[row]));
            case TextCells _ -> false;
        });
    }

    /** Tests each different text of a chunk once. */
    private static RowTest text(int column, Field field, Predicate<String> test, boolean missingMeets) {
        return chunk -> {
            if (!(chunk.columns().get(column) instanceof TextCells cells)) {
                return each(column, (c, row) -> c.missing(row) ? missingMeets : test.test(c.text(row, field.type()))).on(chunk);
            }
            byte[] known = new byte[cells.dictionary().length];
            boolean[] hit = new boolean[chunk.rows()];
            for (int i = 0; i < hit.length; i++) {
                int code = cells.codes()[i];
                if (code >= 0 && known[code] == 0) known[code] = (byte) (test.test(cells.dictionary()[code]) ? 1 : 2);
                hit[i] = code < 0 ? missingMeets : known[code] == 1;
            }
            return hit;
        };
    }
}
