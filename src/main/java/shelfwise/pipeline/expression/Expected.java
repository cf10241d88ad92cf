package shelfwise.pipeline.expression;

import java.util.Locale;
import shelfwise.base.Named;

/** What the language wants at a place, as people are told it. */
enum Expected implements Named {
    /** A number, text, column, function or bracket. */
    VALUE,
    /** An operator, or the end. */
    OPERATOR,
    COMMA_OR_CLOSE, OPEN, CLOSE, MISSING, NUMBER, TEXT, TIME, FLAG,
    /** Not wanted, but found: nothing more. */
    END;

    @Override public String nameKey() {
        return "expression.expected." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
