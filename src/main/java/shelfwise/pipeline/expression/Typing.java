package shelfwise.pipeline.expression;

import java.util.List;
import java.util.TreeSet;
import shelfwise.data.Schema;

/** Gives each part of a tree its type and its kernel, over the columns of one schema. */
final class Typing {
    private final Schema schema;
    private final TreeSet<Integer> columns = new TreeSet<>();

    Typing(Schema schema) {
        this.schema = schema;
    }

    /** The columns that were read so far. */
    List<Integer> columns() {
        return List.copyOf(columns);
    }

    /** @throws MistakeException for the first name that is not known or value of a wrong type */
    Part part(Tree tree) {
        return switch (tree) {
            case Tree.Value v -> Part.constant(v.value());
            case Tree.Column c -> column(c);
            case Tree.Call c -> call(c);
        };
    }

    private Part column(Tree.Column column) {
        int index = schema.find(column.name()).orElseThrow(() -> {
            var near = Near.to(column.name(), schema.names());
            return near.map(n -> Mistake.of("expression.no-such-column-near", column.from(), column.to(), column.name(), Completion.written(n)))
                    .orElseGet(() -> Mistake.of("expression.no-such-column", column.from(), column.to(), column.name(), schema.names())).asException();
        });
        columns.add(index);
        return Part.column(index, schema.field(index).type());
    }

    private Part call(Tree.Call call) {
        Operation operation = known(call);
        return operation.rule().make(new Arguments(call, call.arguments().stream().map(this::part).toList()));
    }

    /** The operation that is called, with as many values as it takes. */
    static Operation known(Tree.Call call) {
        Operation operation = Functions.find(call.name()).orElseThrow(() -> unknown(call).asException());
        if (operation.takes(call.arguments().size())) return operation;
        throw Mistake.of("expression.argument-count", call.nameFrom(), call.nameTo(), operation.name(), operation.counts(), Integer.toString(call.arguments().size())).asException();
    }

    private static Mistake unknown(Tree.Call call) {
        List<String> names = Functions.ALL.stream().map(Operation::name).toList();
        return Near.to(call.name(), names).map(n -> Mistake.of("expression.no-such-function-near", call.nameFrom(), call.nameTo(), call.name(), n))
                .orElseGet(() -> Mistake.of("expression.no-such-function", call.nameFrom(), call.nameTo(), call.name(), names));
    }

    /** The calls of {@code tree} are known and have as many values as they take; its columns and types are not looked at. */
    static void checkCalls(Tree tree) {
        if (!(tree instanceof Tree.Call call)) return;
        known(call);
        call.arguments().forEach(Typing::checkCalls);
    }

}
