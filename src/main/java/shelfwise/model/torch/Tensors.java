package shelfwise.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import shelfwise.base.Checks;

/** What a network learns: arrays on the device by name, whose gradients are recorded. */
final class Tensors {
    private final NDManager manager;
    private final SequencedMap<String, NDArray> arrays = new LinkedHashMap<>();
    private final SequencedMap<String, ItemTable> tables = new LinkedHashMap<>();

    Tensors(NDManager manager) {
        this.manager = manager;
    }

    /** Normal numbers of this deviation, drawn in Java: the same on every device. */
    void normal(String name, double deviation, RandomGenerator random, long... shape) {
        float[] values = new float[Math.toIntExact(new Shape(shape).size())];
        for (int k = 0; k < values.length; k++) values[k] = (float) (deviation * random.nextGaussian());
        put(name, values, shape);
    }

    void fill(String name, float value, long... shape) {
        float[] values = new float[Math.toIntExact(new Shape(shape).size())];
        java.util.Arrays.fill(values, value);
        put(name, values, shape);
    }

    /** A square of zeros with {@code value} on the diagonal. */
    void identity(String name, float value, int n) {
        float[] values = new float[Math.multiplyExact(n, n)];
        for (int k = 0; k < n; k++) values[k * n + k] = value;
        put(name, values, n, n);
    }

    private void put(String name, float[] values, long... shape) {
        NDArray made = HostArrays.of(manager, new Shape(shape), values);
        made.setRequiresGradient(true);
        Checks.that(arrays.put(name, made) == null, "two arrays named " + name);
    }

    NDArray get(String name) {
        NDArray array = arrays.get(name);
        if (array == null) throw new IllegalArgumentException("no array " + name + ": " + arrays.keySet());
        return array;
    }

    SequencedMap<String, NDArray> all() {
        return java.util.Collections.unmodifiableSequencedMap(arrays);
    }

    /** The array of this name has a row for each item. */
    void ofItems(String name, ItemTable table) {
        tables.put(name, table);
    }

    /** Starts from what was learned before instead of from numbers drawn by chance; where that has nothing those stay. */
    void begin(Earlier earlier) {
        arrays.forEach((name, array) -> {
            float[] was = tables.containsKey(name) ? null : earlier.array(name, array.size());
            if (was != null) array.set(was);
        });
        tables.values().forEach(t -> t.begin(earlier)); // by now what turns texts into vectors is there
    }

    /** Takes numbers back that {@link #toHost} gave. */
    void restore(Map<String, float[]> host) {
        arrays.forEach((name, array) -> array.set(Dense.array(host, name)));
    }

    /** Copies of the numbers, row by row. */
    Map<String, float[]> toHost() {
        var host = new LinkedHashMap<String, float[]>();
        arrays.forEach((name, array) -> host.put(name, array.toFloatArray()));
        return host;
    }
}
