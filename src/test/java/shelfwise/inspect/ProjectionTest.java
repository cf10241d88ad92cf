package shelfwise.inspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;
import shelfwise.data.Ids;
import shelfwise.data.Vectors;

class ProjectionTest {
    private static Vectors vectors(int dimensions, float... values) {
        return new Vectors(new Ids(IntStream.range(0, values.length / dimensions).mapToObj(Integer::toString).toList()), dimensions, values);
    }

    @Test void pointsOfAPlaneComeBackAlongTheirLongSideFirst() {
        // around the mean (5, 5, 1): four apart along the second value, two along the first
        Projection p = Projection.of(vectors(3, 5, 9, 1, 5, 1, 1, 7, 5, 1, 3, 5, 1), 100, Progress.NONE);
        assertArrayEquals(new double[] {4, -4, 0, 0}, p.x(), 1e-6);
        assertArrayEquals(new double[] {0, 0, 2, -2}, p.y(), 1e-6);
        assertEquals(0.8, p.shareX(), 1e-9);
        assertEquals(0.2, p.shareY(), 1e-9);
    }

    @Test void ofManyEvenlySpacedOnesAreShown() {
        assertArrayEquals(new int[] {0, 3, 6}, Projection.of(vectors(1, 0, 1, 2, 3, 4, 5, 6, 7, 8), 3, Progress.NONE).number());
    }

    @Test void equalVectorsLieOnOnePoint() {
        Projection p = Projection.of(vectors(2, 3, 4, 3, 4), 10, Progress.NONE);
        assertArrayEquals(new double[] {0, 0}, p.x());
        assertEquals(0, p.shareX());
        assertEquals(List.of(), Projection.of(vectors(2), 10, Progress.NONE).number().length == 0 ? List.of() : List.of("points of nothing"));
    }
}
