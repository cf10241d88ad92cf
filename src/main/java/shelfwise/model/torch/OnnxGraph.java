package shelfwise.model.torch;

import java.util.List;

/**
 * A network as ONNX has it, built operation by operation. The numbers of fields and types are those of {@code onnx.proto3} in the
 * repository onnx/onnx; operations are those of operator set 13, which ONNX Runtime and its like have read since 2020.
 */
final class OnnxGraph {
    /** Kinds of numbers (TensorProto.DataType). */
    static final int FLOAT = 1, LONG = 7;
    private static final int FORMAT = 7, OPERATORS = 13;
    /** Of AttributeProto.type. */
    private static final int ONE_NUMBER = 2, NUMBERS = 7;

    private final Wire graph = new Wire();

    /** Something known: an array of the network. */
    OnnxGraph array(String name, float[] values, long... shape) {
        graph.message(5, tensor(name, FLOAT, shape).floats(9, values));
        return this;
    }

    OnnxGraph array(String name, long... values) {
        graph.message(5, tensor(name, LONG, values.length).longs(9, values));
        return this;
    }

    private static Wire tensor(String name, int type, long... shape) {
        var tensor = new Wire();
        for (long size : shape) tensor.number(1, size);
        return tensor.number(2, type).text(8, name);
    }

    /** One operation, of what has these names, to what will have that one. */
    OnnxGraph apply(String operation, String to, String... of) {
        graph.message(1, node(operation, to, of));
        return this;
    }

    /** The length of each row. */
    OnnxGraph lengths(String to, String of) {
        Wire axes = new Wire().text(1, "axes").number(8, 1).number(20, NUMBERS);
        Wire keep = new Wire().text(1, "keepdims").number(3, 1).number(20, ONE_NUMBER);
        graph.message(1, node("ReduceL2", to, of).message(5, axes).message(5, keep));
        return this;
    }

    private static Wire node(String operation, String to, String... of) {
        var node = new Wire();
        for (String name : of) node.text(1, name);
        return node.text(2, to).text(3, to).text(4, operation);
    }

    /** What is given. @param columns of each row; as many rows as there are users */
    OnnxGraph input(String name, int type, long columns) {
        graph.message(11, value(name, type, columns));
        return this;
    }

    OnnxGraph output(String name, int type, long columns) {
        graph.message(12, value(name, type, columns));
        return this;
    }

    private static Wire value(String name, int type, long columns) {
        Wire shape = new Wire().message(1, new Wire().text(2, "users")).message(1, new Wire().number(1, columns));
        Wire tensor = new Wire().number(1, type).message(2, shape);
        return new Wire().text(1, name).message(2, new Wire().message(1, tensor));
    }

    /** The file. @param told what it is, for people */
    byte[] file(String name, List<String> told) {
        graph.text(2, name);
        Wire operators = new Wire().text(1, "").number(2, OPERATORS);
        return new Wire().number(1, FORMAT).text(2, "Shelfwise").text(6, String.join("\n", told)).message(7, graph).message(8, operators).toBytes();
    }
}
