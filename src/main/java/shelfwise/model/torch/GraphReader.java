package shelfwise.model.torch;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import shelfwise.model.kernel.Kernel;

/** As {@link LightGcn} reads, whatever the order of the events; items without users hand on nothing. Cost for n different items: O(n·width). */
final class GraphReader implements Reader {
    private final Kernel kernel = Kernel.best();
    private final int width;
    private final float[] items, shares;

    /** @param learned by the names of {@link LightGcn#toHost} */
    GraphReader(int width, Map<String, float[]> learned) {
        this.width = width;
        items = Dense.array(learned, ItemTable.ITEMS);
        shares = Dense.array(learned, LightGcn.SHARES);
    }

    @Override public int width() {
        return width;
    }

    @Override public int columns(String array) {
        return array.equals(LightGcn.SHARES) ? 1 : width;
    }

    @Override public float[] items() {
        return items;
    }

    @Override public boolean vector(int[] item, float[] to, int at) {
        int[] different = IntStream.of(item).filter(i -> shares[i] > 0).distinct().sorted().toArray();
        Arrays.fill(to, at, at + width, 0);
        for (int i : different) kernel.add((float) (shares[i] / Math.sqrt(different.length)), items, i * width, to, at, width);
        return different.length > 0;
    }
}
