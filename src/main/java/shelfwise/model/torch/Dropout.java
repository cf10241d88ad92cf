package shelfwise.model.torch;

import ai.djl.ndarray.NDArray;

/** Leaves numbers out at random while training, and makes the others larger by as much (Srivastava and others 2014). */
final class Dropout {
    private Dropout() { }

    static NDArray of(NDArray x, float share, boolean training) {
        return training && share > 0 ? x.getNDArrayInternal().dropout(x, share, true).singletonOrThrow() : x;
    }
}
