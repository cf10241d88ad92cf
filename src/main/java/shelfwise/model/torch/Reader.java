package shelfwise.model.torch;

import java.util.Optional;
import shelfwise.model.ItemFactors;

/** Reads a history in plain Java as the trained network does: the same bits in every run and for any number of threads. Any thread may ask. */
interface Reader {
    /** Of the vectors. */
    int width();

    /** items x {@link #itemWidth} at least: the vectors of items; rows behind the items may stand for tokens. */
    float[] items();

    /**
     * The vector after the latest of these items.
     *
     * @param item oldest first, one at least unless it reads for somebody of whom something is known
     * @param to   gets the vector from {@code at}
     * @return whether there is one; else {@code to} is as it was or all zeros
     */
    boolean vector(int[] item, float[] to, int at);

    /**
     * As {@link #vector(int[], float[], int)}, for those that look at times as well.
     *
     * @param gap before each item, by {@link Gaps}; {@link Gaps#NONE} where it is not known
     */
    default boolean vector(int[] item, byte[] gap, float[] to, int at) {
        return vector(item, to, at);
    }

    /**
     * How much the last place attends to each of the latest items, by the mean over the heads of the last block.
     *
     * @param item oldest first
     * @param gap  before each item, by {@link Gaps}
     * @return one weight for each of the last of them that are read, 0 to 1, together 1; none where there is no such attention
     */
    default double[] attention(int[] item, byte[] gap) {
        return new double[0];
    }

    /** One that reads histories of somebody of whom this is known, by {@link Customers#of}; the same where the network is told nothing of users. */
    default Reader about(int[] known) {
        return this;
    }

    /** The network as an ONNX file. @param known the items that get a score @return empty where it can't be written */
    default Optional<Exported> onnx(boolean[] known) {
        return Optional.empty();
    }

    /** @param file in ONNX's format, as {@link TowerGraph} tells @param length events of a history that it takes */
    record Exported(byte[] file, int length) { }

    /** Numbers of each row of {@link #items()}. */
    default int itemWidth() {
        return width();
    }

    /**
     * Numbers in each row of one of the arrays that were learned; 1 for one that is no matrix.
     *
     * @param array by the name that the network keeps it under
     */
    int columns(String array);

    /** How vectors become scores: by their products with the rows of {@link #items()}, if nothing else is said. */
    default Scores scores(boolean[] known) {
        return new Scores.Products(new ItemFactors(items(), width(), null, known));
    }

    /** The items of a history that may be left out one by one to see what each brings, the latest; fewer where reading is slow. */
    default int worthTrying() {
        return 50;
    }
}
