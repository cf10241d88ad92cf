package shelfwise.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/** What a training makes small, of the score of the item that came and those of items drawn at random. */
public enum Objective {
    /**
     * Cross entropy over the item that came and those drawn, whose scores are raised so that they stand for all
     * (sampled softmax, Jean et al. 2015).
     */
    SOFTMAX {
        @Override NDArray loss(NDArray came, NDArray drawn, float[] raise, double share) {
            NDArray raised = drawn.add(HostArrays.of(drawn.getManager(), new Shape(1, raise.length), raise));
            return NDArrays.concat(new NDList(came.expandDims(1), raised), 1).logSoftmax(1).get(":, 0").neg().mean();
        }
    },
    /**
     * Binary cross entropy whose positive term is weighted so that the drawing of many negatives does not make the model too sure of itself
     * (Petrov, Macdonald 2023, gSASRec, t = 0.75).
     */
    CALIBRATED {
        @Override NDArray loss(NDArray came, NDArray drawn, float[] raise, double share) {
            double beta = share * (CALIBRATION * (1 - 1 / share) + 1 / share);
            NDArray positive = HostArrays.times(came.neg().getNDArrayInternal().softPlus(), beta);
            NDArray negative = drawn.getNDArrayInternal().softPlus().sum(new int[] {1});
            return positive.add(negative).mean();
        }
    };

    private static final double CALIBRATION = 0.75;
    private static final double NEVER = -1e9f;

    /**
     * What is compared with what.
     *
     * @param at     places x width: the vectors
     * @param came   places x width: the vectors of the items that came
     * @param drawn  drawn x width: those of the items drawn for all places
     * @param wanted places, integers: the items that came
     * @param others integers: the items drawn
     */
    record Compared(NDArray at, NDArray came, NDArray drawn, NDArray wanted, NDArray others) { }

    /**
     * The mean over the places.
     *
     * @param came  places: the scores of the items that came
     * @param drawn places x drawn: the scores of the items drawn, very small where one is the item that came
     * @param raise what makes each of those drawn stand for others
     * @param share of the items that was drawn
     */
    abstract NDArray loss(NDArray came, NDArray drawn, float[] raise, double share);

    /** Scores, then {@link #loss(NDArray, NDArray, float[], double)}. */
    final NDArray of(Compared c, float[] raise, double share) {
        NDArray came = c.at().mul(c.came()).sum(new int[] {1});
        NDArray same = c.wanted().expandDims(1).eq(c.others().expandDims(0)).toType(DataType.FLOAT32, false);
        NDArray drawn = c.at().matMul(c.drawn().transpose()).add(HostArrays.times(same, NEVER));
        return loss(came, drawn, raise, share);
    }
}
