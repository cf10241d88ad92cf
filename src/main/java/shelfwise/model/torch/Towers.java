package shelfwise.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Two towers (Covington, Adams, Sargin 2016; Yi and others 2019): a user's is fed with the mean of the vectors of the history, to which that of
 * the vectors of what is known of the user is added, an item's with the item's own vector and what is learned of its texts. Each adds to what it is fed with second(relu(first(·))) and makes it length 1; the
 * product, divided by the temperature, is the score. {@link TowerReader} works out the same in plain Java.
 */
final class Towers implements Network {
    static final String TABLE = "table", USER = "user", ITEM = "item", CUSTOMERS = "customers";
    /** Vectors of what is known of users start this much smaller than those of items. */
    private static final double BESIDE_HISTORY = 0.1;

    private final Tensors learned;
    private final ItemTable table;
    private final Size size;
    private final int items;
    private final float dropout;

    /**
     * @param length      events of a history that are looked at, the latest
     * @param halfLife    later events after which one counts half; 0 for all the same
     * @param temperature by which the product of the two vectors of length 1 is divided
     * @param columns     of what is known of users; 0 for none
     */
    record Size(int width, int hidden, int length, double halfLife, double temperature, int columns) {
        /** What an event counts, {@code later} events after it. */
        double weight(int later) {
            return halfLife > 0 ? Math.pow(2, -later / halfLife) : 1;
        }
    }

    private Towers(Tensors learned, ItemTable table, Size size, int items, float dropout) {
        this.learned = learned;
        this.table = table;
        this.size = size;
        this.items = items;
        this.dropout = dropout;
    }

    /**
     * @param text      of the items; null for none
     * @param customers what is known of users; null for nothing
     */
    static Towers start(Size size, NDManager manager, boolean[] taught, @Nullable ItemText text, @Nullable Customers customers, double dropout, RandomGenerator random) {
        var made = new Tensors(manager);
        ItemTable table = ItemTable.start(manager, made, new ItemTable.Size(TABLE, 0, size.width(), 1 / Math.sqrt(size.width())), taught, text, random);
        for (String tower : new String[] {USER, ITEM}) {
            Dense.start(made, tower + ".first", size.width(), size.hidden(), 1, random);
            Dense.start(made, tower + ".second", size.hidden(), size.width(), 0.1, random);
        }
        if (customers != null) made.normal(CUSTOMERS, BESIDE_HISTORY / Math.sqrt(size.width()), random, customers.names().size(), size.width());
        return new Towers(made, table, size, taught.length, (float) dropout);
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
        NDArray in = table.of(HostArrays.of(now, new Shape(batch.rows(), batch.longest()), batch.item()));
        NDArray x = Dropout.of(in, dropout, training);
        NDArray mean = means(now, batch.longest()).matMul(x);
        return HostArrays.times(tower(USER, size.columns() == 0 ? mean : mean.add(about(now, batch))), 1 / size.temperature());
    }

    /** rows x 1 x width: the mean of the vectors of what is known of each user. */
    private NDArray about(NDManager now, Batch batch) {
        return ItemTable.vectors(HostArrays.of(now, new Shape(batch.rows(), size.columns()), batch.about()), learned.get(CUSTOMERS)).mean(new int[] {1}, true);
    }

    /** n x n: row by row, what each event counts at a place. The first place is an empty one where something is known of users. */
    private NDArray means(NDManager now, int n) {
        float[] share = new float[Math.multiplyExact(n, n)];
        int first = size.columns() == 0 ? 0 : 1;
        for (int row = first; row < n; row++) {
            int last = row - first;
            double all = IntStream.rangeClosed(0, last).mapToDouble(size::weight).sum();
            for (int k = first; k <= row; k++) share[row * n + k] = (float) (size.weight(row - k) / all);
        }
        return HostArrays.of(now, new Shape(n, n), share);
    }

    private NDArray tower(String name, NDArray x) {
        NDArray inner = Dense.apply(learned, name + ".first", x).getNDArrayInternal().relu();
        return x.add(Dense.apply(learned, name + ".second", inner)).normalize(2, -1, 1e-12);
    }

    @Override public NDArray items(NDArray numbers) {
        return tower(ITEM, table.of(numbers));
    }

    /** With the vectors of the table for all items, tokens of texts worked in. */
    @Override public Map<String, float[]> toHost() {
        Map<String, float[]> host = learned.toHost();
        float[] in = table.toHost();
        host.put(TABLE, in);
        try (NDManager now = learned.get(TABLE).getManager().newSubManager()) {
            host.put(ItemTable.ITEMS, tower(ITEM, HostArrays.of(now, new Shape(items, size.width()), in)).toFloatArray());
        }
        return host;
    }
}
