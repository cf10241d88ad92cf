package shelfwise.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Reads histories as sequences: each place attends to itself and to what came before it (Kang, McAuley 2018, SASRec), or to all places
 * around it (Sun and others 2019, BERT4Rec; here without a layer behind the last norm), with the layers'
 * norms before them (Xiong et al. 2020). Each block is x += attention(norm(x)), x += second(relu(first(norm(x)))); the last norm gives the
 * vector whose product with an item's is its score. Items have the same vectors coming in and going out. Places count from the end, so that
 * the latest event always has the same one. Where gaps are looked at, the vector of the time since the event before ({@link Gaps}) is added as
 * well; a place knows of no later time.
 *
 * <p>Batches are filled up at the right, where no event looks; {@link TransformerScorer} works out the same in plain Java.
 */
final class Transformer implements Network {
    static final String PLACES = "places", GAPS = "gaps";
    private static final double START = 0.02;
    private static final float NEVER = -1e9f;

    private final TransformerShape shape;
    private final Tensors learned;
    private final ItemTable items;
    private final float dropout;

    private Transformer(TransformerShape shape, Tensors learned, ItemTable items, float dropout) {
        this.shape = shape;
        this.learned = learned;
        this.items = items;
        this.dropout = dropout;
    }

    /**
     * Starts from small normal numbers for the weights and zeros for the biases.
     *
     * @param taught which items have training events
     * @param text   of the items; null for none
     */
    static Transformer start(TransformerShape s, NDManager manager, boolean[] taught, @Nullable ItemText text, double dropout, RandomGenerator random) {
        var made = new Tensors(manager);
        int d = s.width();
        ItemTable items = ItemTable.start(manager, made, new ItemTable.Size(ItemTable.ITEMS, s.causal() ? 0 : 1, d, START), taught, text, random);
        made.normal(PLACES, START * Math.sqrt(d) / 2, random, s.length(), d); // items come in times √d: both are to be seen from the start
        if (s.gaps()) made.normal(GAPS, START * Math.sqrt(d) / 2, random, Gaps.COUNT, d);
        for (int b = 0; b < s.blocks(); b++) {
            for (String part : new String[] {"query", "key", "value", "out", "first", "second"}) {
                made.normal(name(b, part), START, random, d, d);
                made.fill(name(b, part + ".bias"), 0, d);
            }
            norm(made, name(b, "before-attention"), d);
            norm(made, name(b, "before-forward"), d);
        }
        norm(made, "last", d);
        return new Transformer(s, made, items, (float) dropout);
    }

    private static void norm(Tensors made, String name, int d) {
        made.fill(name + ".scale", 1, d);
        made.fill(name + ".shift", 0, d);
    }

    static String name(int block, String part) {
        return block + "." + part;
    }

    @Override public Tensors learned() {
        return learned;
    }

    @Override public int width() {
        return shape.width();
    }

    @Override public int length() {
        return shape.length();
    }

    @Override public NDArray items(NDArray numbers) {
        return items.of(numbers);
    }

    @Override public Map<String, float[]> toHost() {
        Map<String, float[]> host = learned.toHost();
        host.put(ItemTable.ITEMS, items.toHost());
        return host;
    }

    @Override public NDArray read(NDManager now, Batch batch, boolean training) {
        var size = new Shape(batch.rows(), batch.longest());
        NDArray item = HostArrays.of(now, size, batch.item()), place = HostArrays.of(now, size, batch.place());
        NDArray in = HostArrays.times(items.of(item), Math.sqrt(shape.width())).add(ItemTable.vectors(place, learned.get(PLACES)));
        NDArray x = drop(shape.gaps() ? in.add(ItemTable.vectors(HostArrays.of(now, size, batch.gap()), learned.get(GAPS))) : in, training);
        NDArray mask = shape.causal() ? past(now, batch.longest()) : filled(now, batch);
        for (int b = 0; b < shape.blocks(); b++) {
            x = x.add(drop(attention(b, norm(x, name(b, "before-attention")), mask), training));
            NDArray inner = linear(norm(x, name(b, "before-forward")), name(b, "first")).getNDArrayInternal().relu();
            x = x.add(drop(linear(inner, name(b, "second")), training));
        }
        return norm(x, "last");
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
        return Dense.apply(learned, name, x);
    }

    private NDArray norm(NDArray x, String name) {
        return x.getNDArrayInternal().layerNorm(x, new Shape(shape.width()), learned.get(name + ".scale"), learned.get(name + ".shift"), TransformerShape.LAYER_NORM)
                .singletonOrThrow();
    }

    private NDArray drop(NDArray x, boolean training) {
        return Dropout.of(x, dropout, training);
    }

    /** Each place sees itself and what came before it: 1 x 1 x n x n, for all rows and heads. */
    static NDArray past(NDManager manager, int n) {
        float[] mask = new float[Math.multiplyExact(n, n)];
        for (int row = 0; row < n; row++) Arrays.fill(mask, row * n + row + 1, (row + 1) * n, NEVER);
        return HostArrays.of(manager, new Shape(1, 1, n, n), mask);
    }

    /** Each place sees all that is filled: rows x 1 x 1 x n. */
    private static NDArray filled(NDManager manager, Batch batch) {
        float[] mask = new float[batch.rows() * batch.longest()];
        Arrays.fill(mask, NEVER);
        for (int at : batch.at()) mask[at] = 0;
        return HostArrays.of(manager, new Shape(batch.rows(), 1, 1, batch.longest()), mask);
    }
}
