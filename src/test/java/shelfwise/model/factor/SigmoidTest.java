package shelfwise.model.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SigmoidTest {
    @Test void itIsTheLogisticFunctionToAMillionth() {
        for (float x = -15.99f; x < 15.99f; x += 0.0137f) assertEquals(1 / (1 + Math.exp(-x)), Sigmoid.of(x), 1e-6, "x " + x);
    }

    @Test void beyondTheTableItStaysAtItsEnds() {
        assertEquals(0, Sigmoid.of(Float.NEGATIVE_INFINITY), 2e-7);
        assertEquals(1, Sigmoid.of(1e30f), 2e-7);
        assertEquals(0.5f, Sigmoid.of(0));
    }
}
