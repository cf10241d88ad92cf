package shelfwise.model.torch;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import java.util.random.RandomGenerator;
import shelfwise.model.kernel.Kernel;

/**
 * A linear layer y = x·W + b, in PyTorch and in plain Java.
 *
 * @param weights in x out
 */
record Dense(int in, int out, float[] weights, float[] bias) {
    /** Starts from normal numbers of deviation 1/√in times {@code scale}, and a bias of zeros. */
    static void start(Tensors made, String name, int in, int out, double scale, RandomGenerator random) {
        made.normal(name, scale / Math.sqrt(in), random, in, out);
        made.fill(name + ".bias", 0, out);
    }

    static NDArray apply(Tensors learned, String name, NDArray x) {
        return x.matMul(learned.get(name)).add(learned.get(name + ".bias"));
    }

    static Dense of(Map<String, float[]> learned, String name) {
        float[] weights = array(learned, name), bias = array(learned, name + ".bias");
        return new Dense(weights.length / bias.length, bias.length, weights, bias);
    }

    /** @param to out numbers */
    void apply(Kernel kernel, float[] x, float[] to) {
        System.arraycopy(bias, 0, to, 0, out);
        for (int f = 0; f < in; f++) kernel.add(x[f], weights, f * out, to, 0, out);
    }

    /** One of what was kept, by name. */
    static float[] array(Map<String, float[]> kept, String name) {
        float[] array = kept.get(name);
        if (array == null) throw new IllegalArgumentException("no array " + name + ": " + kept.keySet());
        return array;
    }
}
