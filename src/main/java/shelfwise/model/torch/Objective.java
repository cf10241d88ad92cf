package shelfwise.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;

/** What a training makes small, of the score of the item that came and those of items drawn at random. */
public enum Objective {
    /**
     * Cross entropy over the item that came and those drawn, whose scores are raised by ln((items − 1) / drawn), so that they stand for all
     * (sampled softmax, Jean et al. 2015).
     */
    SOFTMAX {
        @Override NDArray loss(NDArray came, NDArray drawn, int items) {
            long n = drawn.getShape().get(1);
            NDArray all = NDArrays.concat(new NDList(came.expandDims(1), HostArrays.plus(drawn, Math.log((items - 1.0) / n))), 1);
            return all.logSoftmax(1).get(":, 0").neg().mean();
        }
    },
    /**
     * Binary cross entropy whose positive term is weighted so that the drawing of many negatives does not make the model too sure of itself
     * (Petrov, Macdonald 2023, gSASRec, t = 0.75).
     */
    CALIBRATED {
        @Override NDArray loss(NDArray came, NDArray drawn, int items) {
            double share = (double) drawn.getShape().get(1) / (items - 1), beta = share * (CALIBRATION * (1 - 1 / share) + 1 / share);
            NDArray positive = HostArrays.times(came.neg().getNDArrayInternal().softPlus(), beta);
            NDArray negative = drawn.getNDArrayInternal().softPlus().sum(new int[] {1});
            return positive.add(negative).mean();
        }
    };

    private static final double CALIBRATION = 0.75;
    private static final double NEVER = -1e9f;

    /**
     * The mean over the places.
     *
     * @param came  places: the scores of the items that came
     * @param drawn places x drawn: the scores of the items drawn, very small where one is the item that came
     * @param items there are
     */
    abstract NDArray loss(NDArray came, NDArray drawn, int items);

    /**
     * Scores, then {@link #loss(NDArray, NDArray, int)}.
     *
     * @param at     places x width: the vectors
     * @param items  items x width: the items' vectors
     * @param wanted places, integers: the items that came
     * @param others integers: the items drawn for all places
     */
    final NDArray of(NDArray at, NDArray items, NDArray wanted, NDArray others) {
        NDArray came = at.mul(Transformer.vectors(wanted, items)).sum(new int[] {1});
        NDArray same = wanted.expandDims(1).eq(others.expandDims(0)).toType(DataType.FLOAT32, false);
        NDArray drawn = at.matMul(Transformer.vectors(others, items).transpose()).add(HostArrays.times(same, NEVER));
        return loss(came, drawn, Math.toIntExact(items.getShape().get(0)));
    }
}
