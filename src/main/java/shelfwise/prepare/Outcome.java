package shelfwise.prepare;

import shelfwise.base.Problem;
import shelfwise.data.Interactions;
import shelfwise.data.Table;
import shelfwise.data.TableValue;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Values;

/** Hands on what a step made, unless the step left nothing of something: that is a mistake in its settings, told at once. */
final class Outcome {
    private Outcome() { }

    static Values table(String operator, Table before, Table after, Context context) {
        if (after.rows() == 0 && before.rows() > 0) throw nothingLeft(operator, before.rows(), context);
        return Values.of("table", new TableValue(after));
    }

    static Values interactions(String operator, Interactions before, Interactions after, Context context) {
        if (after.size() == 0 && before.size() > 0) throw nothingLeft(operator, before.size(), context);
        return Values.of("interactions", after);
    }

    static RuntimeException nothingLeft(String operator, long before, Context context) {
        return Problem.of("prepare.nothing-left", context.node(), operator, before).asException();
    }
}
