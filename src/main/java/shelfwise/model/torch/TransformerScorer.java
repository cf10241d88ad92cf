package shelfwise.model.torch;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import shelfwise.model.kernel.Kernel;

/**
 * Works out the vector of a history's last place as {@link Transformer#read} does. Of the last block only the last place is worked
 * out. Cost for n events of width d: O(n d (d + n)) a block, one the last.
 */
final class TransformerScorer implements Reader {
    private final Kernel kernel = Kernel.best();
    private final TransformerShape shape;
    private final Map<String, float[]> learned;
    private final Block[] blocks;

    private record Linear(float[] weights, float[] bias) { }

    private record Norm(float[] scale, float[] shift) { }

    private record Block(Norm beforeAttention, Linear query, Linear key, Linear value, Linear out, Norm beforeForward, Linear first, Linear second) { }

    /** @param learned by the names of {@link Transformer#toHost} */
    TransformerScorer(TransformerShape shape, Map<String, float[]> learned) {
        this.shape = shape;
        this.learned = learned;
        blocks = new Block[shape.blocks()];
        for (int b = 0; b < blocks.length; b++) {
            blocks[b] = new Block(norm(b, "before-attention"), linear(b, "query"), linear(b, "key"), linear(b, "value"), linear(b, "out"),
                    norm(b, "before-forward"), linear(b, "first"), linear(b, "second"));
        }
    }

    private Linear linear(int block, String part) {
        String name = Transformer.name(block, part);
        return new Linear(array(name), array(name + ".bias"));
    }

    private Norm norm(int block, String part) {
        return norm(Transformer.name(block, part));
    }

    private Norm norm(String name) {
        return new Norm(array(name + ".scale"), array(name + ".shift"));
    }

    private float[] array(String name) {
        return Dense.array(learned, name);
    }

    @Override public int width() {
        return shape.width();
    }

    @Override public int columns(String array) {
        return array.endsWith(".bias") || array.endsWith(".scale") || array.endsWith(".shift") ? 1 : shape.width();
    }

    @Override public float[] items() {
        return array(ItemTable.ITEMS);
    }

    @Override public int worthTrying() {
        return 10;
    }

    @Override public boolean vector(int[] history, float[] to, int at) {
        return vector(history, new byte[history.length], to, at);
    }

    @Override public boolean vector(int[] history, byte[] gap, float[] to, int at) {
        read(shape.causal() ? history : asked(history), gap, new Place(to, at, null));
        return true;
    }

    /** Of the causal network alone: the other's last place is a token and no event. */
    @Override public double[] attention(int[] item, byte[] gap) {
        if (!shape.causal() || item.length == 0) return new double[0];
        double[] looked = new double[Math.min(item.length, shape.length())];
        read(item, gap, new Place(new float[shape.width()], 0, looked));
        return looked;
    }

    /**
     * Where the answer goes.
     *
     * @param to     gets the vector from {@code at}
     * @param looked gets the last place's attention to each place in the last block; null if nobody asks
     */
    private record Place(float[] to, int at, double @Nullable [] looked) { }

    private void read(int[] item, byte[] gap, Place answer) {
        int d = shape.width(), n = Math.min(item.length, shape.length()), from = item.length - n;
        float[] x = new float[n * d], y = new float[n * d], key = new float[n * d], value = new float[n * d];
        embed(item, from, n, x);
        if (shape.gaps()) addGaps(gap, from, n, x);
        var row = new Row(d, n);
        for (int b = 0; b < blocks.length; b++) {
            Block block = blocks[b];
            for (int k = 0; k < n; k++) {
                norm(block.beforeAttention(), x, k * d, y, k * d);
                apply(block.key(), y, k * d, key, k * d);
                apply(block.value(), y, k * d, value, k * d);
            }
            for (int k = b == blocks.length - 1 ? n - 1 : 0; k < n; k++) {
                row.seen = shape.causal() ? k + 1 : n;
                row.looked = b == blocks.length - 1 ? answer.looked() : null;
                step(block, k, x, y, key, value, row);
            }
        }
        norm(norm("last"), x, (n - 1) * d, answer.to(), answer.at());
    }

    /** With the token behind it, whose row is the last. */
    private int[] asked(int[] history) {
        int[] item = java.util.Arrays.copyOf(history, history.length + 1);
        item[history.length] = items().length / shape.width() - 1;
        return item;
    }

    /** Room for one place's work. */
    private static final class Row {
        final float[] query, sum, inner, scores;
        /** Places that this one attends to, from the first. */
        int seen;
        /** Gets the mean attention of the heads; null if nobody asks. */
        double @Nullable [] looked;

        Row(int width, int places) {
            query = new float[width];
            sum = new float[width];
            inner = new float[width];
            scores = new float[places];
        }
    }

    private void embed(int[] item, int from, int n, float[] x) {
        int d = shape.width();
        float[] items = items(), places = array(Transformer.PLACES);
        float scale = (float) Math.sqrt(d);
        for (int k = 0; k < n; k++) {
            System.arraycopy(places, (shape.length() - n + k) * d, x, k * d, d);
            kernel.add(scale, items, item[from + k] * d, x, k * d, d);
        }
    }

    private void addGaps(byte[] gap, int from, int n, float[] x) {
        float[] gaps = array(Transformer.GAPS);
        for (int k = 0; k < n; k++) kernel.add(1, gaps, gap[from + k] * shape.width(), x, k * shape.width(), shape.width());
    }

    /** What one block makes of one place. */
    private void step(Block block, int place, float[] x, float[] y, float[] key, float[] value, Row row) {
        int d = shape.width(), at = place * d;
        apply(block.query(), y, at, row.query, 0);
        attend(key, value, row);
        apply(block.out(), row.sum, 0, row.inner, 0);
        kernel.add(1, row.inner, 0, x, at, d);
        norm(block.beforeForward(), x, at, row.query, 0);
        apply(block.first(), row.query, 0, row.inner, 0);
        for (int f = 0; f < d; f++) row.inner[f] = Math.max(0, row.inner[f]);
        apply(block.second(), row.inner, 0, row.sum, 0);
        kernel.add(1, row.sum, 0, x, at, d);
    }

    private void attend(float[] key, float[] value, Row row) {
        int d = shape.width(), wide = shape.headWidth();
        float scale = (float) (1 / Math.sqrt(wide));
        java.util.Arrays.fill(row.sum, 0);
        for (int h = 0; h < d; h += wide) {
            float most = Float.NEGATIVE_INFINITY;
            for (int k = 0; k < row.seen; k++) {
                row.scores[k] = scale * kernel.dot(row.query, h, key, k * d + h, wide);
                most = Math.max(most, row.scores[k]);
            }
            double sum = 0;
            for (int k = 0; k < row.seen; k++) {
                row.scores[k] = (float) Math.exp(row.scores[k] - most);
                sum += row.scores[k];
            }
            for (int k = 0; k < row.seen; k++) kernel.add((float) (row.scores[k] / sum), value, k * d + h, row.sum, h, wide);
            if (row.looked != null) for (int k = 0; k < row.seen; k++) row.looked[k] += row.scores[k] / sum / shape.heads();
        }
    }

    private void apply(Linear linear, float[] x, int from, float[] to, int at) {
        int d = shape.width();
        System.arraycopy(linear.bias(), 0, to, at, d);
        for (int f = 0; f < d; f++) kernel.add(x[from + f], linear.weights(), f * d, to, at, d);
    }

    private void norm(Norm norm, float[] x, int from, float[] to, int at) {
        int d = shape.width();
        double mean = 0, squares = 0;
        for (int f = 0; f < d; f++) mean += x[from + f];
        mean /= d;
        for (int f = 0; f < d; f++) squares += (x[from + f] - mean) * (x[from + f] - mean);
        double scale = 1 / Math.sqrt(squares / d + TransformerShape.LAYER_NORM);
        for (int f = 0; f < d; f++) to[at + f] = (float) ((x[from + f] - mean) * scale) * norm.scale()[f] + norm.shift()[f];
    }
}
