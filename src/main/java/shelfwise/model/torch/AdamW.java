package shelfwise.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Adam with decoupled weight decay (Loshchilov, Hutter 2019), after all gradients together were scaled down to a greatest length (Pascanu,
 * Mikolov, Bengio 2013). Arrays of one dimension, biases and scales, do not decay.
 */
final class AdamW {
    private static final float BETA1 = 0.9f, BETA2 = 0.98f, EPSILON = 1e-8f;

    private final List<Slot> slots;
    private final double decay, longest;
    /** Of each slot, the squares of its gradients' lengths since {@link #layers}. */
    private final double[] lengths;
    private int steps, counted;

    /** What is learned in one array, and the running means of its gradient and of its square. */
    private record Slot(String name, NDArray weight, NDArray mean, NDArray square) { }

    /**
     * @param manager keeps the moments
     * @param longest length that the gradients together may have
     */
    AdamW(Tensors learned, NDManager manager, double decay, double longest) {
        slots = learned.all().entrySet().stream().map(e -> slot(e.getKey(), e.getValue(), manager)).toList();
        lengths = new double[slots.size()];
        this.decay = decay;
        this.longest = longest;
    }

    private static Slot slot(String name, NDArray a, NDManager manager) {
        return new Slot(name, a, manager.zeros(a.getShape(), a.getDataType()), manager.zeros(a.getShape(), a.getDataType()));
    }

    /** Copies of the running means of the gradients, by the names of what is learned. */
    Map<String, float[]> means() {
        return toHost(Slot::mean);
    }

    /** Copies of the running means of their squares. */
    Map<String, float[]> squares() {
        return toHost(Slot::square);
    }

    private Map<String, float[]> toHost(Function<Slot, NDArray> of) {
        return slots.stream().collect(Collectors.toMap(Slot::name, s -> of.apply(s).toFloatArray()));
    }

    /** Goes on from where another one stood. @param taken steps */
    void restore(Map<String, float[]> means, Map<String, float[]> squares, int taken) {
        for (Slot s : slots) {
            s.mean().set(Dense.array(means, s.name()));
            s.square().set(Dense.array(squares, s.name()));
        }
        steps = taken;
    }

    /**
     * One step against the gradients of the last backward pass, which are zeros afterwards.
     *
     * @param rate of learning
     * @return the length of all gradients together before it was cut; if it is not finite nothing was changed
     */
    double step(double rate) {
        var gradients = new ArrayList<NDArray>();
        try {
            double squares = 0;
            for (int k = 0; k < slots.size(); k++) {
                gradients.add(slots.get(k).weight().getGradient());
                double one = squares(gradients.getLast());
                squares += one;
                lengths[k] += one;
            }
            counted++;
            double length = Math.sqrt(squares);
            if (Double.isFinite(length)) {
                steps++;
                float scale = (float) Math.min(1, longest / Math.max(length, 1e-12));
                for (int k = 0; k < slots.size(); k++) update(slots.get(k), gradients.get(k), rate, scale);
            }
            return length;
        } finally {
            gradients.forEach(NDArray::close);
        }
    }

    /**
     * What a layer is like: arrays whose names begin with the same word.
     *
     * @param gradient root mean square of its gradients' lengths, over the steps since this was last asked
     * @param weights  length of all its numbers together
     */
    record Layer(String name, double gradient, double weights) { }

    /** All layers in the order of the network. */
    List<Layer> layers() {
        var gradient = new LinkedHashMap<String, Double>();
        var weights = new LinkedHashMap<String, Double>();
        for (int k = 0; k < slots.size(); k++) {
            String layer = slots.get(k).name().split("\\.", 2)[0];
            gradient.merge(layer, lengths[k] / Math.max(1, counted), Double::sum);
            weights.merge(layer, squares(slots.get(k).weight()), Double::sum);
        }
        java.util.Arrays.fill(lengths, 0);
        counted = 0;
        return gradient.entrySet().stream()
                .map(e -> new Layer(e.getKey(), Math.sqrt(e.getValue()), Math.sqrt(weights.getOrDefault(e.getKey(), 0.0)))).toList();
    }

    private static double squares(NDArray numbers) {
        try (NDArray square = numbers.mul(numbers); NDArray sum = square.sum()) {
            return sum.getFloat();
        }
    }

    private void update(Slot s, NDArray gradient, double rate, float scale) {
        float corrected = (float) (rate * Math.sqrt(1 - Math.pow(BETA2, steps)) / (1 - Math.pow(BETA1, steps)));
        float shrink = s.weight().getShape().dimension() > 1 ? (float) decay : 0;
        s.weight().getNDArrayInternal().adamUpdate(new NDList(s.weight(), gradient, s.mean(), s.square()), new NDList(s.weight()), (float) rate, corrected, shrink, scale, -1,
                BETA1, BETA2, EPSILON, false, true);
    }
}
