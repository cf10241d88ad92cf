package shelfwise.model.torch;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import shelfwise.model.kernel.Kernel;

/** As {@link Towers} reads. Cost for n events: O(n·width + width·hidden). */
final class TowerReader implements Reader {
    /** Bytes of arrays: a file of ONNX ends at 2 GB. */
    private static final long LARGEST = 2_000_000_000;
    private final Kernel kernel = Kernel.best();
    private final Towers.Size size;
    private final float[] items, table;
    private final Dense first, second;
    /** Of what is known of users, value by value; none where nothing is. */
    private final float[] customers;
    /** What is added to the mean of the history; of nobody, if nothing else was said. */
    private final float[] base;
    private final boolean somebody;

    /** @param learned by the names of {@link Towers#toHost} */
    TowerReader(Towers.Size size, Map<String, float[]> learned) {
        this.size = size;
        items = Dense.array(learned, ItemTable.ITEMS);
        table = Dense.array(learned, Towers.TABLE);
        first = Dense.of(learned, Towers.USER + ".first");
        second = Dense.of(learned, Towers.USER + ".second");
        customers = size.columns() == 0 ? new float[0] : Dense.array(learned, Towers.CUSTOMERS);
        base = Arrays.copyOf(customers, size.width());
        somebody = false;
    }

    private TowerReader(TowerReader of, int[] about) {
        size = of.size;
        items = of.items;
        table = of.table;
        first = of.first;
        second = of.second;
        customers = of.customers;
        base = new float[size.width()];
        for (int value : about) kernel.add(1f / about.length, customers, value * base.length, base, 0, base.length);
        somebody = Arrays.stream(about).anyMatch(v -> v > 0);
    }

    @Override public Reader about(int[] known) {
        return new TowerReader(this, known);
    }

    @Override public int width() {
        return size.width();
    }

    @Override public int columns(String array) {
        return array.endsWith(".bias") ? 1 : array.endsWith(".first") ? size.hidden() : size.width();
    }

    @Override public float[] items() {
        return items;
    }

    @Override public Optional<Exported> onnx(boolean[] known) {
        if (((long) table.length + items.length) * Float.BYTES > LARGEST) return Optional.empty();
        return Optional.of(new Exported(TowerGraph.of(size, table, items, first, second, customers, known), size.length()));
    }

    @Override public boolean vector(int[] item, float[] to, int at) {
        int d = size.width(), from = Math.max(0, item.length - size.length());
        if (item.length == 0 && !somebody) return false;
        double all = 0;
        for (int k = from; k < item.length; k++) all += size.weight(item.length - 1 - k);
        float[] mean = base.clone(), inner = new float[first.out()], more = new float[d];
        for (int k = from; k < item.length; k++) kernel.add((float) (size.weight(item.length - 1 - k) / all), table, item[k] * d, mean, 0, d);
        first.apply(kernel, mean, inner);
        for (int f = 0; f < inner.length; f++) inner[f] = Math.max(0, inner[f]);
        second.apply(kernel, inner, more);
        double squares = 0;
        for (int f = 0; f < d; f++) {
            mean[f] += more[f];
            squares += (double) mean[f] * mean[f];
        }
        double norm = Math.max(Math.sqrt(squares), 1e-12) * size.temperature();
        for (int f = 0; f < d; f++) to[at + f] = (float) (mean[f] / norm);
        return true;
    }
}
