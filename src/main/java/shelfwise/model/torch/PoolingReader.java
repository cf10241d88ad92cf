package shelfwise.model.torch;

import java.util.Map;
import java.util.stream.IntStream;
import shelfwise.model.kernel.Kernel;

/** As {@link Pooling} reads; items without a text vector are passed over. Cost for n events: O(n·width·hidden + width²). */
final class PoolingReader implements Reader {
    private final Kernel kernel = Kernel.best();
    private final Pooling.Size size;
    private final float[] items, query, ago, map;
    private final Dense attention;
    private final boolean[] known;

    /** @param learned by the names of {@link Pooling#toHost} */
    PoolingReader(Pooling.Size size, Map<String, float[]> learned) {
        this.size = size;
        items = Dense.array(learned, ItemTable.ITEMS);
        attention = Dense.of(learned, Pooling.ATTENTION);
        query = Dense.array(learned, Pooling.QUERY);
        ago = Dense.array(learned, Pooling.AGO);
        map = Dense.array(learned, Pooling.MAP);
        known = new boolean[items.length / size.width()];
        for (int k = 0; k < items.length; k++) if (items[k] != 0) known[k / size.width()] = true;
    }

    @Override public int width() {
        return size.width();
    }

    @Override public int columns(String array) {
        return switch (array) {
            case ItemTable.ITEMS, Pooling.MAP -> size.width();
            case Pooling.ATTENTION -> size.hidden();
            default -> 1;
        };
    }

    @Override public float[] items() {
        return items;
    }

    /** Which items have a text vector. */
    boolean[] known() {
        return known;
    }

    @Override public boolean vector(int[] history, float[] to, int at) {
        int[] all = IntStream.of(history).filter(i -> known[i]).toArray();
        if (all.length == 0) return false;
        int d = size.width(), from = Math.max(0, all.length - size.length()), n = all.length - from;
        double[] weight = weights(all, from, n);
        float[] mean = new float[d], mapped = new float[d];
        for (int k = 0; k < n; k++) kernel.add((float) weight[k], items, all[from + k] * d, mean, 0, d);
        for (int f = 0; f < d; f++) kernel.add(mean[f], map, f * d, mapped, 0, d);
        System.arraycopy(mapped, 0, to, at, d);
        return true;
    }

    private double[] weights(int[] item, int from, int n) {
        int d = size.width();
        float[] inner = new float[size.hidden()], x = new float[d];
        double[] weight = new double[n];
        double most = Double.NEGATIVE_INFINITY, sum = 0;
        for (int k = 0; k < n; k++) {
            System.arraycopy(items, item[from + k] * d, x, 0, d);
            attention.apply(kernel, x, inner);
            for (int f = 0; f < inner.length; f++) weight[k] += query[f] * Math.tanh(inner[f]);
            weight[k] += ago[n - 1 - k];
            most = Math.max(most, weight[k]);
        }
        for (int k = 0; k < n; k++) sum += weight[k] = Math.exp(weight[k] - most);
        for (int k = 0; k < n; k++) weight[k] /= sum;
        return weight;
    }
}
