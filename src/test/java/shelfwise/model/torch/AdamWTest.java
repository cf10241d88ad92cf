package shelfwise.model.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.types.Shape;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;

/** Against the formulas of Loshchilov and Hutter (2019), worked out in double precision. */
class AdamWTest {
    private static final double RATE = 0.01, DECAY = 0.1, BETA1 = 0.9, BETA2 = 0.98;

    /** The loss is Σ c·w, so that its gradient is c, another in each step. */
    @Test void stepsFollowTheFormulasWithTheGradientCut() {
        double[] w = {0.5, -1.5}, mean = new double[2], variance = new double[2];
        float[][] slopes = {{3, -4}, {0.3f, 0.4f}, {-1, 2}};
        try (Torch torch = Torch.open("test", Processor.CPU, 1, Progress.NONE)) {
            var learned = new Tensors(torch.manager());
            learned.normal("w", 1, new SplittableRandom(1), 1, 2);
            learned.get("w").set(new float[] {0.5f, -1.5f});
            var adam = new AdamW(learned, torch.manager(), DECAY, 2);
            for (int step = 1; step <= slopes.length; step++) {
                double length = backward(torch, learned, adam, slopes[step - 1]);
                double norm = Math.hypot(slopes[step - 1][0], slopes[step - 1][1]), cut = Math.min(1, 2 / norm);
                assertEquals(norm, length, 1e-5);
                for (int k = 0; k < 2; k++) {
                    double g = slopes[step - 1][k] * cut;
                    mean[k] = BETA1 * mean[k] + (1 - BETA1) * g;
                    variance[k] = BETA2 * variance[k] + (1 - BETA2) * g * g;
                    w[k] -= RATE * DECAY * w[k];
                    w[k] -= RATE * mean[k] / (1 - Math.pow(BETA1, step)) / (Math.sqrt(variance[k] / (1 - Math.pow(BETA2, step))) + 1e-8);
                }
                assertArrayEquals(new float[] {(float) w[0], (float) w[1]}, learned.get("w").toFloatArray(), 2e-6f, "step " + step);
            }
        }
    }

    private static double backward(Torch torch, Tensors learned, AdamW adam, float... slope) {
        try (var step = torch.manager().newSubManager()) {
            try (var recorder = torch.engine().newGradientCollector()) {
                recorder.backward(HostArrays.of(step, new Shape(1, 2), slope).mul(learned.get("w")).sum());
            }
            return adam.step(RATE);
        }
    }

    @Test void aGradientThatIsNotFiniteChangesNothing() {
        try (Torch torch = Torch.open("test", Processor.CPU, 1, Progress.NONE)) {
            var learned = new Tensors(torch.manager());
            learned.fill("w", 1, 1, 2);
            double length = backward(torch, learned, new AdamW(learned, torch.manager(), DECAY, 2), Float.NaN, 1);
            assertEquals(Double.NaN, length);
            assertArrayEquals(new float[] {1, 1}, learned.get("w").toFloatArray());
        }
    }
}
