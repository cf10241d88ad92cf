package shelfwise.model.torch;

import java.util.Map;
import shelfwise.model.kernel.Kernel;

/** As {@link Gru} reads: r, z = σ(Wx + b + Uh + c), n = tanh(Wx + b + r·(Uh + c)), h = (1 − z)·n + z·h. Cost for n events of width d: O(n d²) a layer. */
final class GruReader implements Reader {
    private final Kernel kernel = Kernel.best();
    private final Gru.Size size;
    private final float[] items;
    private final float[][] input, state, inputBias, stateBias;

    /** @param learned by the names of {@link Gru#toHost} */
    GruReader(Gru.Size size, Map<String, float[]> learned) {
        this.size = size;
        items = Dense.array(learned, ItemTable.ITEMS);
        input = new float[size.layers()][];
        state = new float[size.layers()][];
        inputBias = new float[size.layers()][];
        stateBias = new float[size.layers()][];
        for (int l = 0; l < size.layers(); l++) {
            input[l] = Dense.array(learned, l + ".input");
            state[l] = Dense.array(learned, l + ".state");
            inputBias[l] = Dense.array(learned, l + ".input.bias");
            stateBias[l] = Dense.array(learned, l + ".state.bias");
        }
    }

    @Override public int width() {
        return size.width();
    }

    @Override public int columns(String array) {
        return array.endsWith(".bias") ? 1 : size.width();
    }

    @Override public float[] items() {
        return items;
    }

    @Override public boolean vector(int[] item, float[] to, int at) {
        int d = size.width(), from = Math.max(0, item.length - size.length());
        float scale = (float) Math.sqrt(d);
        float[][] h = new float[size.layers()][d];
        float[] x = new float[d];
        for (int k = from; k < item.length; k++) {
            for (int f = 0; f < d; f++) x[f] = scale * items[item[k] * d + f];
            for (int l = 0; l < h.length; l++) step(l, l == 0 ? x : h[l - 1], h[l]);
        }
        System.arraycopy(h[h.length - 1], 0, to, at, d);
        return true;
    }

    /** One layer goes on by one event. */
    private void step(int l, float[] x, float[] h) {
        int d = size.width();
        float[] next = new float[d];
        for (int f = 0; f < d; f++) {
            double reset = sigmoid(sum(l, f, x) + past(l, f, h)), keep = sigmoid(sum(l, d + f, x) + past(l, d + f, h));
            double made = Math.tanh(sum(l, 2 * d + f, x) + reset * past(l, 2 * d + f, h));
            next[f] = (float) ((1 - keep) * made + keep * h[f]);
        }
        System.arraycopy(next, 0, h, 0, d);
    }

    private double sum(int l, int row, float[] x) {
        return kernel.dot(x, 0, input[l], row * size.width(), size.width()) + inputBias[l][row];
    }

    private double past(int l, int row, float[] h) {
        return kernel.dot(h, 0, state[l], row * size.width(), size.width()) + stateBias[l][row];
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
