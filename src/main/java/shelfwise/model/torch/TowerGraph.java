package shelfwise.model.torch;

import java.util.List;

/**
 * The two towers as an ONNX file: what {@link TowerReader} works out, for many users at once. It takes {@code history}, users x length, the
 * numbers of the latest items, the latest last, filled up in front with any item's number, and {@code mask}, the same size, 1 where there is
 * an item and 0 in front; one item at least. Where the network knows something of users, it takes {@code customer} as well, users x columns, the
 * numbers of their values, 0 where one is not known, and then a history may be empty. It gives {@code user_vectors}, users x width, and {@code scores}, users x items, minus infinity
 * for items that the model does not know.
 */
final class TowerGraph {
    static final String HISTORY = "history", MASK = "mask", CUSTOMER = "customer", VECTORS = "user_vectors", SCORES = "scores";
    private static final float SMALLEST = 1e-12f;

    private TowerGraph() { }

    /**
     * @param table     items x width, what the user's tower is fed with
     * @param items     items x width, what its vectors are multiplied with
     * @param customers values x width, what is added for what is known of users; none where nothing is
     * @param known     which items get a score
     */
    static byte[] of(Towers.Size size, float[] table, float[] items, Dense first, Dense second, float[] customers, boolean[] known) {
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
        boolean told = size.columns() > 0;
        mean(graph, told);
        if (told) customer(graph.input(CUSTOMER, OnnxGraph.LONG, size.columns()).array("customers", customers, customers.length / d, d)
                .array("column", new float[] {1f / size.columns()}, 1));
        tower(graph, told ? "fed" : "mean");
        graph.apply("MatMul", "products", VECTORS, "items").apply("Add", SCORES, "products", "offsets");
        return graph.file("two_towers", List.of("history: numbers of the latest items, the latest last, filled up in front; mask: 1 where there is an item, else 0." + (told ? " customer: the numbers of what is known, 0 where it is not." : ""),
                "user_vectors: of length 1 / temperature; scores: of all items, minus infinity for unknown ones."));
    }

    /** Of the vectors of the history's items, by what each event counts. */
    private static void mean(OnnxGraph graph, boolean maybeEmpty) {
        graph.apply("Gather", "events", "table", HISTORY).apply("Mul", "counts", MASK, "weights").apply("ReduceSum", "all", "counts", "columns");
        if (maybeEmpty) graph.apply("Max", "all_or_small", "all", "smallest");
        graph.apply("Div", "shares", "counts", maybeEmpty ? "all_or_small" : "all").apply("Unsqueeze", "rows", "shares", "columns").apply("MatMul", "means", "rows", "events")
                .apply("Squeeze", "mean", "means", "columns");
    }

    /** The mean of the vectors of what is known of the user, added. */
    private static void customer(OnnxGraph graph) {
        graph.apply("Gather", "values", "customers", CUSTOMER).apply("ReduceSum", "values_sum", "values", "columns").apply("Squeeze", "values_row", "values_sum", "columns")
                .apply("Mul", "about", "values_row", "column").apply("Add", "fed", "mean", "about");
    }

    /** x + second(relu(first(x))), of length 1, divided by the temperature. */
    private static void tower(OnnxGraph graph, String fed) {
        graph.apply("MatMul", "inner_product", fed, "first").apply("Add", "inner_sum", "inner_product", "first_bias").apply("Relu", "inner", "inner_sum")
                .apply("MatMul", "more_product", "inner", "second").apply("Add", "more", "more_product", "second_bias").apply("Add", "sum", fed, "more")
                .lengths("length", "sum").apply("Max", "length_or_small", "length", "smallest").apply("Mul", "divisor", "length_or_small", "temperature")
                .apply("Div", VECTORS, "sum", "divisor");
    }
}
