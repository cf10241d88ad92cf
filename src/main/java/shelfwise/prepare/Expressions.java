package shelfwise.prepare;

import java.util.function.Supplier;
import shelfwise.base.ProblemException;
import shelfwise.data.Schema;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.expression.Expression;

/** Expressions among the settings, whose problems name node and setting. */
final class Expressions {
    private Expressions() { }

    static Expression any(String setting, String text, Schema schema, Context context) {
        return placed(setting, context, () -> Expression.of(text, schema));
    }

    static Expression condition(String setting, String text, Schema schema, Context context) {
        return placed(setting, context, () -> Expression.condition(text, schema));
    }

    private static Expression placed(String setting, Context context, Supplier<Expression> made) {
        try {
            return made.get();
        } catch (ProblemException e) {
            throw e.problem().in(context.node() + ": " + setting).asException(e);
        }
    }
}
