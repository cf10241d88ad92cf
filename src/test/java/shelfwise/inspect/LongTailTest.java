package shelfwise.inspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LongTailTest {
    @Test void theMostPopularComeFirstAndHalfOfAllIsFound() {
        LongTail tail = LongTail.of(new long[] {1, 6, 0, 3}, 100);
        assertArrayEquals(new double[] {0, 0.25, 0.5, 0.75, 1}, tail.items(), 1e-12);
        assertArrayEquals(new double[] {0, 0.6, 0.9, 1, 1}, tail.events(), 1e-12);
        assertEquals(1, tail.half());
    }

    @Test void fewerPointsThanItemsStillEndAtAll() {
        LongTail tail = LongTail.of(new long[] {1, 1, 1, 1, 1, 1, 1}, 3);
        assertArrayEquals(new double[] {0, 2 / 7.0, 4 / 7.0, 1}, tail.items(), 1e-12);
        assertArrayEquals(tail.items(), tail.events(), 1e-12);
        assertEquals(4, tail.half());
    }

    @Test void nothingIsACurveOfOnePoint() {
        assertArrayEquals(new double[] {0}, LongTail.of(new long[0], 100).items());
    }
}
