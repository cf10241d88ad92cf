package shelfwise.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import shelfwise.base.Progress;
import shelfwise.model.Workers;

/** A network in training: the steps of an epoch, what each makes small, and how good it has become. */
interface Lesson {
    /** What the steps change. */
    Tensors learned();

    /**
     * The steps of one epoch, in their order.
     *
     * @param number from 1
     * @param random gives the same for the same epoch of the same training
     */
    List<Step> epoch(int number, SplittableRandom random);

    /** Called once the gradients of a whole step are there and before it is taken: takes them further back where PyTorch did not record the way. */
    default void backward() { }

    /** Whether there is a validation part to be looked at. */
    boolean validates();

    /** nDCG@10 of the validation part. */
    double gain(Workers workers, Progress progress);

    /** What is kept of the network as it is now, by name. */
    Map<String, float[]> toHost();

    /**
     * One step against one batch, or against a part of it.
     *
     * @param rows of the batch, each of which has a term at least
     */
    record Step(int rows, Asking asking) { }

    /** Works a step out. What it draws at random depends on the batch alone, whatever part of it is asked for; it can be asked once. */
    interface Asking {
        /** @param now where the arrays of this step are made */
        Loss of(NDManager now, Part part);
    }

    /**
     * A mean over so many terms.
     *
     * @param mean one number
     */
    record Loss(NDArray mean, int terms) { }

    /** One of {@code of} about equal parts of a batch, from 0. */
    record Part(int number, int of) {
        /** The first row. */
        int from(int rows) {
            return Math.toIntExact((long) rows * number / of);
        }

        /** The row behind the last. */
        int to(int rows) {
            return Math.toIntExact((long) rows * (number + 1) / of);
        }
    }
}
