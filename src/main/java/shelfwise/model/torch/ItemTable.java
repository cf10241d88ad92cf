package shelfwise.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of items: each has one of its own, and where there are texts, what is learned of the vector of its text (text · P) on top. An
 * item without training events has what is learned of its text alone.
 */
final class ItemTable {
    /** The name under which the vectors that scores are made of are kept. */
    static final String ITEMS = "items";
    private static final String PROJECTED = ".text";
    /** Own vectors start this much smaller where there is a text to start from. */
    private static final double BESIDE_TEXT = 0.1;

    private final String name;
    private final Tensors learned;
    private final boolean[] taught;
    private final @Nullable NDArray text;

    private ItemTable(String name, Tensors learned, boolean[] taught, @Nullable NDArray text) {
        this.name = name;
        this.learned = learned;
        this.taught = taught;
        this.text = text;
    }

    /**
     * How it begins.
     *
     * @param name      among what is learned
     * @param spare     rows behind the items, for tokens
     * @param deviation of the first numbers
     */
    record Size(String name, int spare, int width, double deviation) { }

    /**
     * Makes the first numbers.
     *
     * @param taught which items have training events
     * @param text   of the items; null for none
     */
    static ItemTable start(NDManager manager, Tensors made, Size size, boolean[] taught, @Nullable ItemText text, RandomGenerator random) {
        String name = size.name();
        int spare = size.spare(), width = size.width();
        double deviation = size.deviation();
        made.normal(name, text == null ? deviation : deviation * BESIDE_TEXT, random, taught.length + spare, width);
        if (text == null) return new ItemTable(name, made, taught, null).among(made);
        made.normal(name + PROJECTED, deviation, random, text.length(), width);
        float[] rows = java.util.Arrays.copyOf(text.values(), (taught.length + spare) * text.length());
        return new ItemTable(name, made, taught, HostArrays.of(manager, new Shape(taught.length + spare, text.length()), rows)).among(made);
    }

    private ItemTable among(Tensors made) {
        made.ofItems(name, this);
        return this;
    }

    /** Each item that was known has the vector it had, whatever of it comes from its text now; the rows behind the items are taken as they are. */
    void begin(Earlier earlier) {
        NDArray own = learned.get(name);
        float[] was = earlier.arrays().get(name), now = own.toFloatArray(), ofText = ofText(now.length);
        int width = Math.toIntExact(own.getShape().get(1)), before = earlier.known().length, spare = now.length / width - taught.length;
        if (was == null || was.length != (before + spare) * width) return;
        for (int i = 0; i < taught.length + spare; i++) {
            int row = i < taught.length ? earlier.knownRow(i) : before + i - taught.length;
            for (int f = 0; row >= 0 && f < width; f++) now[i * width + f] = was[row * width + f] - ofText[i * width + f];
        }
        own.set(now);
    }

    private float[] ofText(int numbers) {
        if (text == null) return new float[numbers];
        try (NDArray of = text.matMul(learned.get(name + PROJECTED))) {
            return of.toFloatArray();
        }
    }

    /** The vectors of these items, in the manager of the numbers. */
    NDArray of(NDArray numbers) {
        NDArray own = vectors(numbers, learned.get(name));
        return text == null ? own : own.add(vectors(numbers, text).matMul(learned.get(name + PROJECTED)));
    }

    /** Rows of {@code all} by number, in the manager of the numbers. */
    static NDArray vectors(NDArray numbers, NDArray all) {
        return numbers.getNDArrayInternal().embedding(numbers, all, SparseFormat.DENSE).singletonOrThrow();
    }

    /** The vectors of all items and tokens. */
    float[] toHost() {
        NDArray own = learned.get(name);
        float[] host = own.toFloatArray();
        if (text == null) return host;
        int width = Math.toIntExact(own.getShape().get(1));
        for (int i = 0; i < taught.length; i++) if (!taught[i]) java.util.Arrays.fill(host, i * width, (i + 1) * width, 0);
        float[] more = ofText(host.length);
        for (int k = 0; k < host.length; k++) host[k] += more[k];
        return host;
    }
}
