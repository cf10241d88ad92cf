package shelfwise.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Makes device arrays of Java's numbers, by copy.
 *
 * <p>{@link NDManager#create} lends PyTorch the memory of a direct buffer, which is kept alive by that one array object alone. A view of it
 * (slice, reshape, transpose, expandDims, squeeze, split, broadcast, stopGradient) reads the same memory but does not keep it: once the
 * array is closed, the next garbage collection frees the memory, and the view reads whatever comes there. Nothing fails; a training merely
 * goes wrong, now and then. A copy has memory of PyTorch's own, which counts its views.
 *
 * <p>{@code mul(Number)}, {@code div(Number)} and their like make such an array of the number and close it at once, while the recorder of
 * gradients still needs it for the way back: a collection between forward and backward pass then multiplies the gradients by anything.
 * {@link #times} and {@link #plus} take their place.
 */
final class HostArrays {
    private HostArrays() { }

    static NDArray of(NDManager manager, Shape shape, float... values) {
        try (NDArray lent = manager.create(values, shape)) {
            return lent.duplicate();
        }
    }

    static NDArray of(NDManager manager, Shape shape, int... values) {
        try (NDArray lent = manager.create(values, shape)) {
            return lent.duplicate();
        }
    }

    /** {@code x} times a number. */
    static NDArray times(NDArray x, double factor) {
        return x.mul(number(x, factor));
    }

    /** {@code x} plus a number. */
    static NDArray plus(NDArray x, double more) {
        return x.add(number(x, more));
    }

    /** In the manager of {@code x}. */
    private static NDArray number(NDArray x, double value) {
        return of(x.getManager(), new Shape(), (float) value);
    }
}
