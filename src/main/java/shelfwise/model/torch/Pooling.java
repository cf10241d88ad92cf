package shelfwise.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Makes a user's vector of the text vectors v of the history by additive attention (Bahdanau, Cho, Bengio 2015; Yang and others 2016): the
 * weight of each is the softmax of q·tanh(v·W + b) + r, r learned for how long ago it was, in events. The weighted mean times a learned map
 * is the user's vector; its product with an item's text vector is the score. Nothing is learned of a single item, so that new ones are
 * treated like all others. {@link PoolingReader} works out the same in plain Java.
 */
final class Pooling implements Network {
    static final String ATTENTION = "attention", QUERY = "query", AGO = "ago", MAP = "map";
    /** The map starts as this times the identity: a cosine of 1 gives a score of 10. */
    private static final float START = 10;

    private final Tensors learned;
    private final NDArray text;
    private final ItemText given;
    private final Size size;
    private final float dropout;

    /**
     * @param width  of the text vectors
     * @param hidden numbers that the weight is made of
     * @param length events of a history that are looked at, the latest
     */
    record Size(int width, int hidden, int length) { }

    private Pooling(Tensors learned, NDArray text, ItemText given, Size size, float dropout) {
        this.learned = learned;
        this.text = text;
        this.given = given;
        this.size = size;
        this.dropout = dropout;
    }

    static Pooling start(Size size, NDManager manager, ItemText text, double dropout, RandomGenerator random) {
        var made = new Tensors(manager);
        Dense.start(made, ATTENTION, size.width(), size.hidden(), 1, random);
        made.normal(QUERY, 1 / Math.sqrt(size.hidden()), random, size.hidden(), 1);
        made.fill(AGO, 0, size.length(), 1);
        made.identity(MAP, START, size.width());
        int items = text.known().length;
        return new Pooling(made, HostArrays.of(manager, new Shape(items, size.width()), text.values()), text, size, (float) dropout);
    }

    @Override public Tensors learned() {
        return learned;
    }

    @Override public int width() {
        return size.width();
    }

    @Override public int length() {
        return size.length();
    }

    @Override public NDArray read(NDManager now, Batch batch, boolean training) {
        int n = batch.longest();
        NDArray v = ItemTable.vectors(HostArrays.of(now, new Shape(batch.rows(), n), batch.item()), text);
        NDArray x = Dropout.of(v, dropout, training);
        NDArray own = Dense.apply(learned, ATTENTION, x).tanh().matMul(learned.get(QUERY)).reshape(batch.rows(), 1, n);
        NDArray weight = own.add(ago(now, n)).add(Transformer.past(now, n).reshape(1, n, n)).softmax(-1);
        return weight.matMul(x).matMul(learned.get(MAP));
    }

    /** 1 x n x n: what is learned of how long ago each event was, place by place. */
    private NDArray ago(NDManager now, int n) {
        int[] later = IntStream.range(0, n * n).map(k -> Math.max(0, k / n - k % n)).toArray();
        return ItemTable.vectors(HostArrays.of(now, new Shape(n, n), later), learned.get(AGO)).reshape(1, n, n);
    }

    @Override public NDArray items(NDArray numbers) {
        return ItemTable.vectors(numbers, text);
    }

    @Override public Map<String, float[]> toHost() {
        Map<String, float[]> host = learned.toHost();
        host.put(ItemTable.ITEMS, given.values());
        return host;
    }
}
