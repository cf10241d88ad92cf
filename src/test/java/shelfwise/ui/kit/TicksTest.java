package shelfwise.ui.kit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class TicksTest {
    @Test void anAxisHasTwoTicksAtLeastAndNoMoreThanThereIsRoomFor() {
        assertArrayEquals(new double[] {0.02, 0.08}, Ticks.some(0.008, 0.092, 1), 1e-12, "0.05 alone would be no scale, all four would touch");
        assertArrayEquals(new double[] {0.02, 0.04, 0.06, 0.08}, Ticks.some(0.008, 0.092, 4), 1e-12);
    }
}
