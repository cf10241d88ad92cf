package shelfwise.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Adam with decoupled weight decay (Loshchilov, Hutter 2019), after all gradients together were scaled down to a greatest length (Pascanu,
 * Mikolov, Bengio 2013). Arrays of one dimension, biases and scales, do not decay.
 */
final class AdamW {
    private static final float BETA1 = 0.9f, BETA2 = 0.98f, EPSILON = 1e-8f;

    private final Tensors learned;
    private final double decay, longest;
    private final Map<String, Moments> moments = new HashMap<>();
    private int steps;

    private record Moments(NDArray mean, NDArray variance) { }

    /**
     * @param manager keeps the moments
     * @param longest length that the gradients together may have
     */
    AdamW(Tensors learned, NDManager manager, double decay, double longest) {
        this.learned = learned;
        this.decay = decay;
        this.longest = longest;
        learned.all().forEach((name, a) -> moments.put(name, new Moments(manager.zeros(a.getShape(), a.getDataType()), manager.zeros(a.getShape(), a.getDataType()))));
    }

    /**
     * One step against the gradients of the last backward pass, which are zeros afterwards.
     *
     * @param rate of learning
     * @return the length of all gradients together before it was cut; if it is not finite nothing was changed
     */
    double step(double rate) {
        var gradients = new HashMap<String, NDArray>();
        try {
            double squares = 0;
            for (var e : learned.all().entrySet()) {
                NDArray gradient = e.getValue().getGradient();
                gradients.put(e.getKey(), gradient);
                squares += squares(gradient);
            }
            double length = Math.sqrt(squares);
            if (Double.isFinite(length)) {
                steps++;
                float scale = (float) Math.min(1, longest / Math.max(length, 1e-12));
                gradients.forEach((name, gradient) -> update(name, gradient, rate, scale));
            }
            return length;
        } finally {
            gradients.values().forEach(NDArray::close);
        }
    }

    private static double squares(NDArray gradient) {
        try (NDArray square = gradient.mul(gradient); NDArray sum = square.sum()) {
            return sum.getFloat();
        }
    }

    private void update(String name, NDArray gradient, double rate, float scale) {
        NDArray weight = learned.get(name);
        Moments m = moments.get(name);
        float corrected = (float) (rate * Math.sqrt(1 - Math.pow(BETA2, steps)) / (1 - Math.pow(BETA1, steps)));
        float shrink = weight.getShape().dimension() > 1 ? (float) decay : 0;
        weight.getNDArrayInternal().adamUpdate(new NDList(weight, gradient, m.mean(), m.variance()), new NDList(weight), (float) rate, corrected, shrink, scale, -1,
                BETA1, BETA2, EPSILON, false, true);
    }
}
