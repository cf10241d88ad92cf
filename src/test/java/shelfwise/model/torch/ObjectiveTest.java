package shelfwise.model.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;

/** Two places, three items drawn for both out of eleven; item 2 came at the first place and was drawn as well. */
class ObjectiveTest {
    private static final float[] AT = {1, 0, 0.5f, 2};
    private static final float[] RAISE = {0.5f, 1.5f, -0.7f};
    private static final int[] CAME = {2, 4}, DRAWN = {2, 1, 3};

    private static double loss(Objective objective) {
        try (Torch torch = Torch.open("test", Processor.CPU, 1, Progress.NONE)) {
            float[] items = new float[22];
            for (int k = 0; k < 22; k++) items[k] = (k % 5 - 2) * 0.3f;
            var m = torch.manager();
            var table = HostArrays.of(m, new Shape(11, 2), items);
            var came = HostArrays.of(m, new Shape(2), CAME);
            var drawn = HostArrays.of(m, new Shape(3), DRAWN);
            var compared = new Objective.Compared(HostArrays.of(m, new Shape(2, 2), AT), ItemTable.vectors(came, table), ItemTable.vectors(drawn, table), came, drawn);
            return objective.of(compared, RAISE, 0.3).getFloat();
        }
    }

    private static double score(int place, int item) {
        double sum = 0;
        for (int f = 0; f < 2; f++) sum += AT[place * 2 + f] * ((item * 2 + f) % 5 - 2) * 0.3;
        return sum;
    }

    @Test void softmaxIsTheCrossEntropyOverWhatWasDrawnInTheNameOfAll() {
        double expected = 0;
        for (int p = 0; p < 2; p++) {
            double all = Math.exp(score(p, CAME[p]));
            for (int j = 0; j < 3; j++) if (DRAWN[j] != CAME[p]) all += Math.exp(score(p, DRAWN[j]) + RAISE[j]);
            expected += (Math.log(all) - score(p, CAME[p])) / 2;
        }
        assertEquals(expected, loss(Objective.SOFTMAX), 1e-5);
    }

    @Test void calibratedWeighsThePositiveTermByTheShareDrawn() {
        double alpha = 0.3, beta = alpha * (0.75 * (1 - 1 / alpha) + 1 / alpha), expected = 0;
        for (int p = 0; p < 2; p++) {
            expected += beta * Math.log(1 + Math.exp(-score(p, CAME[p]))) / 2;
            for (int j : DRAWN) if (j != CAME[p]) expected += Math.log(1 + Math.exp(score(p, j))) / 2;
        }
        assertEquals(expected, loss(Objective.CALIBRATED), 1e-5);
    }
}
