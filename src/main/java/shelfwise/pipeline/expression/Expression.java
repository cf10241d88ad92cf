package shelfwise.pipeline.expression;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import shelfwise.base.ProblemException;
import shelfwise.data.Cells;
import shelfwise.data.Chunk;
import shelfwise.data.ColumnType;
import shelfwise.data.Schema;
import shelfwise.data.Table;

/** An expression over the columns of one schema, typed and ready to be worked out. Immutable; may be used by several threads at once. */
public final class Expression {
    private final Part part;
    private final List<Integer> columns;

    private Expression(Part part, List<Integer> columns) {
        this.part = part;
        this.columns = columns;
    }

    /**
     * What a look at an expression found.
     *
     * @param expression empty where there is a mistake
     * @param mistake    the first there is
     */
    public record Checked(Optional<Expression> expression, Optional<Mistake> mistake) { }

    /** @throws ProblemException for the first mistake in {@code text}, its place as first argument */
    public static Expression of(String text, Schema schema) {
        try {
            return typed(text, schema);
        } catch (MistakeException e) {
            throw e.mistake().problem().asException();
        }
    }

    /**
     * As {@link #of}, for what must be true or false.
     *
     * @throws ProblemException for the first mistake, also where it is of another type
     */
    public static Expression condition(String text, Schema schema) {
        Checked checked = checkCondition(text, schema);
        return checked.expression().orElseThrow(() -> checked.mistake().orElseThrow().problem().asException());
    }

    private static Expression typed(String text, Schema schema) {
        var typing = new Typing(schema);
        Part part = typing.part(Parser.tree(text));
        return new Expression(part, typing.columns());
    }

    public static Checked check(String text, Schema schema) {
        try {
            return new Checked(Optional.of(typed(text, schema)), Optional.empty());
        } catch (MistakeException e) {
            return new Checked(Optional.empty(), Optional.of(e.mistake()));
        }
    }

    /** As {@link #check}, for what must be true or false. */
    public static Checked checkCondition(String text, Schema schema) {
        Checked checked = check(text, schema);
        if (checked.expression().isEmpty() || checked.expression().get().type() == ColumnType.BOOLEAN) return checked;
        Mistake mistake = Mistake.of("expression.no-condition", 0, text.length(), checked.expression().get().type());
        return new Checked(Optional.empty(), Optional.of(mistake));
    }

    /** The first mistake that shows without knowing the columns. */
    public static Optional<Mistake> checkWords(String text) {
        try {
            Typing.checkCalls(Parser.tree(text));
            return Optional.empty();
        } catch (MistakeException e) {
            return Optional.of(e.mistake());
        }
    }

    /** Of the values it gives. */
    public ColumnType type() {
        return part.type();
    }

    /** The columns of the schema that it reads, ascending. */
    public List<Integer> columns() {
        return columns;
    }

    /** The value of each row. @param chunk with all columns of the schema */
    public Cells on(Chunk chunk) {
        return part.kernel().on(chunk);
    }

    /** The values of the first rows as they are shown, empty for missing; {@code table} has the schema's columns. */
    public List<String> sample(Table table, int rows) {
        var shown = new java.util.ArrayList<String>();
        table.slice(0, rows).scan(chunk -> {
            Cells cells = on(chunk);
            IntStream.range(0, chunk.rows()).forEach(i -> shown.add(cells.text(i, type())));
        });
        return List.copyOf(shown);
    }
}
