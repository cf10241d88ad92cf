package shelfwise.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import java.util.random.RandomGenerator;

/**
 * Reads histories as sequences: each place attends to itself and to what came before it (Kang, McAuley 2018, SASRec), with the layers'
 * norms before them (Xiong et al. 2020). Each block is x += attention(norm(x)), x += second(relu(first(norm(x)))); the last norm gives the
 * vector whose product with an item's is its score. Items have the same vectors coming in and going out. Places count from the end, so that
 * the latest event always has the same one.
 *
 * <p>Batches are filled up at the right, where by the causal mask no event looks; {@link TransformerScorer} works out the same in plain Java.
 */
final class Transformer {
    static final String ITEMS = "items", PLACES = "places";
    private static final double START = 0.02;
    private static final float NEVER = -1e9f;

    private final TransformerShape shape;
    private final Tensors learned;
    private final float dropout;

    Transformer(TransformerShape shape, Tensors learned, float dropout) {
        this.shape = shape;
        this.learned = learned;
        this.dropout = dropout;
    }

    /** Makes what is learned: small normal numbers for the weights, zeros for the biases. */
    static Tensors start(TransformerShape s, NDManager manager, RandomGenerator random) {
        var made = new Tensors(manager);
        int d = s.width();
        made.normal(ITEMS, 1 / Math.sqrt(d), random, s.items(), d);
        made.normal(PLACES, START, random, s.length(), d);
        for (int b = 0; b < s.blocks(); b++) {
            for (String part : new String[] {"query", "key", "value", "out", "first", "second"}) {
                made.normal(name(b, part), START, random, d, d);
                made.fill(name(b, part + ".bias"), 0, d);
            }
            norm(made, name(b, "before-attention"), d);
            norm(made, name(b, "before-forward"), d);
        }
        norm(made, "last", d);
        return made;
    }

    private static void norm(Tensors made, String name, int d) {
        made.fill(name + ".scale", 1, d);
        made.fill(name + ".shift", 0, d);
    }

    static String name(int block, String part) {
        return block + "." + part;
    }

    /**
     * The vectors at each place.
     *
     * @param items    batch x longest, integers, filled up at the right with any item
     * @param places   of the same shape, of each event counted so that the latest is {@code length - 1}; any place where filled up
     * @param training whether numbers are dropped out
     * @return batch x longest x width
     */
    NDArray read(NDArray items, NDArray places, boolean training) {
        NDArray in = HostArrays.times(vectors(items, learned.get(ITEMS)), Math.sqrt(shape.width())).add(vectors(places, learned.get(PLACES)));
        NDArray x = drop(in, training);
        NDArray mask = mask(items.getManager(), items.getShape().get(1));
        for (int b = 0; b < shape.blocks(); b++) {
            x = x.add(drop(attention(b, norm(x, name(b, "before-attention")), mask), training));
            NDArray inner = linear(norm(x, name(b, "before-forward")), name(b, "first")).getNDArrayInternal().relu();
            x = x.add(drop(linear(inner, name(b, "second")), training));
        }
        return norm(x, "last");
    }

    /** Rows of {@code all} by number, in the manager of the numbers. */
    static NDArray vectors(NDArray numbers, NDArray all) {
        return numbers.getNDArrayInternal().embedding(numbers, all, SparseFormat.DENSE).singletonOrThrow();
    }

    private NDArray attention(int b, NDArray x, NDArray mask) {
        NDArray query = heads(linear(x, name(b, "query"))), key = heads(linear(x, name(b, "key"))), value = heads(linear(x, name(b, "value")));
        NDArray scores = HostArrays.times(query, 1 / Math.sqrt(shape.headWidth())).matMul(key.transpose(0, 1, 3, 2)).add(mask);
        NDArray together = scores.softmax(-1).matMul(value).transpose(0, 2, 1, 3).reshape(x.getShape());
        return linear(together, name(b, "out"));
    }

    private NDArray heads(NDArray x) {
        return x.reshape(x.getShape().get(0), x.getShape().get(1), shape.heads(), shape.headWidth()).transpose(0, 2, 1, 3);
    }

    private NDArray linear(NDArray x, String name) {
        return x.matMul(learned.get(name)).add(learned.get(name + ".bias"));
    }

    private NDArray norm(NDArray x, String name) {
        return x.getNDArrayInternal().layerNorm(x, new Shape(shape.width()), learned.get(name + ".scale"), learned.get(name + ".shift"), TransformerShape.LAYER_NORM)
                .singletonOrThrow();
    }

    private NDArray drop(NDArray x, boolean training) {
        return training && dropout > 0 ? x.getNDArrayInternal().dropout(x, dropout, true).singletonOrThrow() : x;
    }

    private static NDArray mask(NDManager manager, long n) {
        float[] mask = new float[Math.toIntExact(n * n)];
        for (int row = 0; row < n; row++) java.util.Arrays.fill(mask, (int) (row * n + row + 1), (int) ((row + 1) * n), NEVER);
        return HostArrays.of(manager, new Shape(1, 1, n, n), mask);
    }
}
