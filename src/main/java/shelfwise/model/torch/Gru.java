package shelfwise.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Reads histories step by step with gated recurrent units (Cho and others 2014; Hidasi and others 2016, GRU4Rec): items have the same vectors
 * coming in and going out. {@link GruReader} works out the same in plain Java.
 */
final class Gru implements Network {
    private static final double START = 0.05;

    private final Tensors learned;
    private final ItemTable items;
    private final int width, layers, length;
    private final float dropout;

    private Gru(Tensors learned, ItemTable items, Size size, float dropout) {
        this.learned = learned;
        this.items = items;
        width = size.width();
        layers = size.layers();
        length = size.length();
        this.dropout = dropout;
    }

    /** @param length events of a history that are looked at, the latest */
    record Size(int width, int layers, int length) { }

    /** @param text of the items; null for none */
    static Gru start(Size size, NDManager manager, boolean[] taught, @Nullable ItemText text, double dropout, RandomGenerator random) {
        var made = new Tensors(manager);
        int d = size.width();
        ItemTable items = ItemTable.start(manager, made, new ItemTable.Size(ItemTable.ITEMS, 0, d, START), taught, text, random);
        for (int l = 0; l < size.layers(); l++) {
            made.normal(l + ".input", 1 / Math.sqrt(d), random, 3 * d, d);
            made.normal(l + ".state", 1 / Math.sqrt(d), random, 3 * d, d);
            made.fill(l + ".input.bias", 0, 3 * d);
            made.fill(l + ".state.bias", 0, 3 * d);
        }
        return new Gru(made, items, size, (float) dropout);
    }

    @Override public Tensors learned() {
        return learned;
    }

    @Override public int width() {
        return width;
    }

    @Override public int length() {
        return length;
    }

    @Override public NDArray read(NDManager now, Batch batch, boolean training) {
        NDArray in = HostArrays.times(items.of(HostArrays.of(now, new Shape(batch.rows(), batch.longest()), batch.item())), Math.sqrt(width));
        NDArray x = Dropout.of(in, dropout, training);
        var weights = new NDList();
        for (int l = 0; l < layers; l++) for (String part : new String[] {".input", ".state", ".input.bias", ".state.bias"}) weights.add(learned.get(l + part));
        NDArray before = now.zeros(new Shape(layers, batch.rows(), width));
        return x.getNDArrayInternal().gru(x, before, weights, true, layers, 0, training, false, true).getFirst();
    }

    @Override public NDArray items(NDArray numbers) {
        return items.of(numbers);
    }

    @Override public Map<String, float[]> toHost() {
        Map<String, float[]> host = learned.toHost();
        host.put(ItemTable.ITEMS, items.toHost());
        return host;
    }
}
