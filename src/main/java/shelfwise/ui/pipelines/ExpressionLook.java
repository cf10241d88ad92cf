package shelfwise.ui.pipelines;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shelfwise.data.ColumnType;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.pipeline.expression.Expression;
import shelfwise.pipeline.expression.Mistake;

/**
 * What a look at an expression found.
 *
 * @param mistake null where there is none
 * @param type    of its values; null where it is not known
 * @param values  of the first rows, where those are known
 */
record ExpressionLook(@Nullable Mistake mistake, @Nullable ColumnType type, List<String> values) {
    private static final int ROWS = 5;

    /** Without the columns only the words are looked at. */
    static ExpressionLook at(String text, boolean condition, Optional<Schema> schema, Optional<Table> rows) {
        if (schema.isEmpty()) return new ExpressionLook(Expression.checkWords(text).orElse(null), null, List.of());
        Expression.Checked checked = condition ? Expression.checkCondition(text, schema.get()) : Expression.check(text, schema.get());
        Expression expression = checked.expression().orElse(null);
        if (expression == null) return new ExpressionLook(checked.mistake().orElse(null), null, List.of());
        boolean fits = rows.filter(r -> r.schema().equals(schema.get())).isPresent();
        return new ExpressionLook(null, expression.type(), fits ? expression.sample(rows.orElseThrow(), ROWS) : List.of());
    }
}
