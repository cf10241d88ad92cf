package shelfwise.model.torch;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import shelfwise.model.kernel.Kernel;

/**
 * As {@link NeuMf} reads and scores, whatever the order of the events. The vector of a history is what goes into the product, weighted, and then
 * what the first layer makes of the user's side. Cost for n different items: O(n·width); of a score: O(width + hidden²).
 */
final class NeuMfReader implements Reader {
    private final Kernel kernel = Kernel.best();
    private final NeuMf.Size size;
    private final float[] taken, items;
    private final Map<String, float[]> learned;

    /** @param learned by the names of {@link NeuMf#toHost} */
    NeuMfReader(NeuMf.Size size, Map<String, float[]> learned) {
        this.size = size;
        this.learned = learned;
        taken = Dense.array(learned, NeuMf.TAKEN);
        items = Dense.array(learned, ItemTable.ITEMS);
    }

    @Override public int width() {
        return size.product() + (size.layers() > 0 ? size.hidden() : 0);
    }

    @Override public int columns(String array) {
        if (array.equals(NeuMf.TAKEN) || array.equals(ItemTable.ITEMS)) return size.whole();
        float[] bias = learned.get(array + ".bias");
        return bias == null ? 1 : bias.length;
    }

    @Override public float[] items() {
        return items;
    }

    @Override public int itemWidth() {
        return size.whole();
    }

    @Override public boolean vector(int[] item, float[] to, int at) {
        int[] different = IntStream.of(item).distinct().sorted().toArray();
        float[] sum = new float[size.whole()];
        for (int i : different) kernel.add((float) (1 / Math.sqrt(different.length)), taken, i * sum.length, sum, 0, sum.length);
        if (size.product() > 0) {
            float[] weights = Dense.array(learned, NeuMf.WEIGHTS);
            for (int f = 0; f < weights.length; f++) to[at + f] = sum[f] * weights[f];
        }
        if (size.layers() > 0) {
            float[] first = new float[size.hidden()];
            Dense.of(learned, NeuMf.USER).apply(kernel, Arrays.copyOfRange(sum, size.product(), sum.length), first);
            System.arraycopy(first, 0, to, at + size.product(), first.length);
        }
        return true;
    }

    @Override public Scores scores(boolean[] known) {
        return size.layers() == 0 ? Reader.super.scores(known) : new Layers(known);
    }

    /** With the items' side of the first layer worked out beforehand. */
    private final class Layers implements Scores {
        private final boolean[] known;
        private final float[] sides;
        private final Dense second = Dense.of(learned, NeuMf.SECOND), out = Dense.of(learned, NeuMf.OUT);

        Layers(boolean[] known) {
            this.known = known;
            Dense side = Dense.of(learned, NeuMf.ITEM);
            sides = new float[Math.multiplyExact(known.length, size.hidden())];
            float[] one = new float[size.hidden()];
            for (int i = 0; i < known.length; i++) {
                side.apply(kernel, Arrays.copyOfRange(items, i * size.whole() + size.product(), (i + 1) * size.whole()), one);
                System.arraycopy(one, 0, sides, i * one.length, one.length);
            }
        }

        @Override public void score(float[] x, int at, float[] scores) {
            float[] first = new float[size.hidden()], inner = new float[second.out()];
            for (int i = 0; i < scores.length; i++) scores[i] = known[i] ? score(x, at, i, first, inner) : Float.NEGATIVE_INFINITY;
        }

        @Override public float score(float[] x, int at, int item) {
            return score(x, at, item, new float[size.hidden()], new float[second.out()]);
        }

        private float score(float[] x, int at, int item, float[] first, float[] inner) {
            int from = at + size.product();
            for (int f = 0; f < first.length; f++) first[f] = Math.max(0, x[from + f] + sides[item * first.length + f]);
            second.apply(kernel, first, inner);
            for (int f = 0; f < inner.length; f++) inner[f] = Math.max(0, inner[f]);
            float told = kernel.dot(inner, 0, out.weights(), 0, inner.length) + out.bias()[0];
            return size.product() == 0 ? told : told + kernel.dot(x, at, items, item * size.whole(), size.product());
        }
    }
}
