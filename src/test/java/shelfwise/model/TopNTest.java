package shelfwise.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopNTest {
    private static final float NOTHING = Float.NEGATIVE_INFINITY;

    @Test void ofEqualScoresTheLowerNumberIsTheBetter() {
        assertArrayEquals(new int[] {3, 0, 1}, best(3, 2, 2, 2, 5, 2));
    }

    @Test void silenceAndNotANumberAreNeverKept() {
        assertArrayEquals(new int[] {3, 1}, best(4, NOTHING, -1e30f, Float.NaN, 0));
    }

    @Test void theOrderOfOffersDoesNotMatter() {
        var top = new TopN(2);
        for (int n : new int[] {4, 2, 0, 3, 1}) top.offer(n, n % 2);
        assertEquals(2, top.sort());
        assertArrayEquals(new int[] {1, 3}, new int[] {top.number(0), top.number(1)});
    }

    @Test void keepsWhatAFullSortKeeps() {
        var random = new Random(3);
        for (int n : new int[] {1, 7, 100, 300}) {
            float[] scores = new float[200];
            for (int i = 0; i < scores.length; i++) scores[i] = random.nextInt(40);
            int[] sorted = IntStream.range(0, scores.length).boxed().sorted((a, b) -> scores[a] != scores[b] ? Float.compare(scores[b], scores[a]) : a - b)
                    .mapToInt(Integer::intValue).limit(n).toArray();
            assertArrayEquals(sorted, best(n, scores));
        }
    }

    @Test void refusesAnOfferAfterSorting() {
        var top = new TopN(1);
        top.offer(0, 1);
        top.sort();
        assertThrows(IllegalArgumentException.class, () -> top.offer(1, 2));
        top.clear();
        top.offer(1, 2);
        assertEquals(1, top.sort());
    }

    private static int[] best(int n, float... scores) {
        var top = new TopN(n);
        return IntStream.range(0, top.select(scores)).map(top::number).toArray();
    }
}
