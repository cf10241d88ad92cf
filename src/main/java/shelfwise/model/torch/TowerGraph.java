package shelfwise.model.torch;

import java.util.List;

/**
 * The two towers as an ONNX file: what {@link TowerReader} works out, for many users at once. It takes {@code history}, users x length, the
 * numbers of the latest items, the latest last, filled up in front with any item's number, and {@code mask}, the same size, 1 where there is
 * an item and 0 in front; one item at least. It gives {@code user_vectors}, users x width, and {@code scores}, users x items, minus infinity
 * for items that the model does not know.
 */
final class TowerGraph {
    static final String HISTORY = "history", MASK = "mask", VECTORS = "user_vectors", SCORES = "scores";
    private static final float SMALLEST = 1e-12f;

    private TowerGraph() { }

    /**
     * @param table items x width, what the user's tower is fed with
     * @param items items x width, what its vectors are multiplied with
     * @param known which items get a score
     */
    static byte[] of(Towers.Size size, float[] table, float[] items, Dense first, Dense second, boolean[] known) {
        int d = size.width(), n = known.length, length = size.length();
        float[] weights = new float[length], turned = new float[n * d], offsets = new float[n];
        for (int k = 0; k < length; k++) weights[k] = (float) size.weight(length - 1 - k);
        for (int i = 0; i < n; i++) {
            offsets[i] = known[i] ? 0 : Float.NEGATIVE_INFINITY;
            for (int f = 0; f < d; f++) turned[f * n + i] = items[i * d + f];
        }
        var graph = new OnnxGraph().input(HISTORY, OnnxGraph.LONG, length).input(MASK, OnnxGraph.FLOAT, length)
                .output(VECTORS, OnnxGraph.FLOAT, d).output(SCORES, OnnxGraph.FLOAT, n)
                .array("table", table, table.length / d, d).array("weights", weights, length).array("columns", 1)
                .array("first", first.weights(), first.in(), first.out()).array("first_bias", first.bias(), first.out())
                .array("second", second.weights(), second.in(), second.out()).array("second_bias", second.bias(), second.out())
                .array("smallest", new float[] {SMALLEST}, 1).array("temperature", new float[] {(float) size.temperature()}, 1)
                .array("items", turned, d, n).array("offsets", offsets, n);
        mean(graph);
        tower(graph);
        graph.apply("MatMul", "products", VECTORS, "items").apply("Add", SCORES, "products", "offsets");
        return graph.file("two_towers", List.of("history: numbers of the latest items, the latest last, filled up in front; mask: 1 where there is an item, else 0.",
                "user_vectors: of length 1 / temperature; scores: of all items, minus infinity for unknown ones."));
    }

    /** Of the vectors of the history's items, by what each event counts. */
    private static void mean(OnnxGraph graph) {
        graph.apply("Gather", "events", "table", HISTORY).apply("Mul", "counts", MASK, "weights").apply("ReduceSum", "all", "counts", "columns")
                .apply("Div", "shares", "counts", "all").apply("Unsqueeze", "rows", "shares", "columns").apply("MatMul", "means", "rows", "events")
                .apply("Squeeze", "mean", "means", "columns");
    }

    /** x + second(relu(first(x))), of length 1, divided by the temperature. */
    private static void tower(OnnxGraph graph) {
        graph.apply("MatMul", "inner_product", "mean", "first").apply("Add", "inner_sum", "inner_product", "first_bias").apply("Relu", "inner", "inner_sum")
                .apply("MatMul", "more_product", "inner", "second").apply("Add", "more", "more_product", "second_bias").apply("Add", "sum", "mean", "more")
                .lengths("length", "sum").apply("Max", "length_or_small", "length", "smallest").apply("Mul", "divisor", "length_or_small", "temperature")
                .apply("Div", VECTORS, "sum", "divisor");
    }
}
