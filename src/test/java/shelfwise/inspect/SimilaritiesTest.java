package shelfwise.inspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.data.Sparse;

class SimilaritiesTest {
    /** users x items:  u0: a=1 b=1   u1: a=2 b=1 c=1   u2: c=3   (item d has no events) */
    private static final Sparse SMALL = Sparse.of(3, 4, new int[] {0, 0, 1, 1, 1, 2}, new int[] {0, 1, 0, 1, 2, 2}, new float[] {1, 1, 2, 1, 1, 3});

    @Test void cosineUsesFullNormsAndShrinkage() {
        // |a| = √5, |b| = √2, |c| = √10; a·b = 1+2 = 3, a·c = 2, b·c = 1
        var plain = Similarities.ofItems(SMALL).matrix(new int[] {0, 1, 2, 3}, Measure.COSINE, 0, Progress.NONE);
        assertEquals(3 / Math.sqrt(10), plain.value(0, 1), 1e-6);
        assertEquals(2 / Math.sqrt(50), plain.value(0, 2), 1e-6);
        var shrunk = Similarities.ofItems(SMALL).matrix(new int[] {0, 1, 2, 3}, Measure.COSINE, 10, Progress.NONE);
        assertEquals(3 / (Math.sqrt(10) + 10), shrunk.value(0, 1), 1e-6);
        assertEquals(1, shrunk.value(0, 0), "an item is like itself whatever the shrinkage");
    }

    @Test void jaccardCountsUsersInCommon() {
        var m = Similarities.ofItems(SMALL).matrix(new int[] {2, 0}, Measure.JACCARD, 0, Progress.NONE);
        assertEquals(1.0 / 3, m.value(0, 1), 1e-6); // c: u1 u2, a: u0 u1
        assertEquals(1, m.support(0, 1));
        assertEquals(2, m.support(0, 0));
    }

    @Test void anItemWithoutEventsIsLikeNothing() {
        var m = Similarities.ofItems(SMALL).matrix(new int[] {0, 3}, Measure.COSINE, 0, Progress.NONE);
        assertArrayEquals(new float[] {1, 0, 0, 0}, m.value());
    }

    @Test void usersAreMeasuredByTheirItems() {
        var m = Similarities.ofUsers(SMALL).matrix(new int[] {0, 1}, Measure.JACCARD, 0, Progress.NONE);
        assertEquals(2.0 / 3, m.value(0, 1), 1e-6);
    }

    @Test void agreesWithDenseArithmeticOnRandomData() {
        var random = new Random(7);
        int users = 30, items = 12;
        float[][] dense = new float[users][items];
        int[] row = new int[90], column = new int[90];
        float[] value = new float[90];
        for (int e = 0; e < 90; e++) {
            row[e] = random.nextInt(users);
            column[e] = random.nextInt(items);
            value[e] = 1 + random.nextInt(4);
            dense[row[e]][column[e]] += value[e];
        }
        var m = Similarities.ofItems(Sparse.of(users, items, row, column, value)).matrix(IntStream.range(0, items).toArray(), Measure.COSINE, 3, Progress.NONE);
        for (int a = 0; a < items; a++) {
            for (int b = 0; b < items; b++) {
                if (a == b) continue;
                double dot = 0, na = 0, nb = 0;
                for (float[] u : dense) {
                    dot += u[a] * u[b];
                    na += u[a] * u[a];
                    nb += u[b] * u[b];
                }
                assertEquals(dot / (Math.sqrt(na) * Math.sqrt(nb) + 3), m.value(a, b), 1e-6);
            }
        }
    }

    @Test void tooLargeAMatrixIsRefusedBeforeTheWork() {
        var wide = Sparse.of(1, 5000, new int[0], new int[0], new float[0]);
        assertThrows(ProblemException.class, () -> Similarities.ofItems(wide).matrix(IntStream.range(0, 5000).toArray(), Measure.COSINE, 0, Progress.NONE));
    }

    @Test void seriationPutsLikeBesideLike() {
        // two groups interleaved: 0,2,4 and 1,3,5
        int n = 6;
        float[] v = new float[n * n];
        for (int r = 0; r < n; r++) for (int c = 0; c < n; c++) v[r * n + c] = r == c ? 1 : r % 2 == c % 2 ? 0.9f : 0.1f;
        var matrix = new SimilarityMatrix(new int[] {10, 11, 12, 13, 14, 15}, v, new int[n * n], Measure.COSINE, 0);
        int[] order = Seriation.of(matrix).order();
        assertEquals(order[0] % 2, order[1] % 2);
        assertEquals(order[1] % 2, order[2] % 2);
        assertEquals(order[3] % 2, order[5] % 2);
        assertArrayEquals(IntStream.range(0, n).toArray(), Arrays.stream(order).sorted().toArray());
        var ordered = matrix.reorder(order);
        assertEquals(10 + order[0], ordered.number()[0]);
        assertEquals(0.9f, ordered.value(0, 1));
        assertEquals(0.1f, ordered.value(0, 5));
    }

    @Test void anEmptyMatrixAndASingleRowHaveAnOrder() {
        assertEquals(0, Seriation.of(new SimilarityMatrix(new int[0], new float[0], new int[0], Measure.COSINE, 0)).order().length);
        assertArrayEquals(new int[] {0}, Seriation.of(new SimilarityMatrix(new int[] {4}, new float[] {1}, new int[] {2}, Measure.COSINE, 0)).order());
    }

    @Test void popularityPercentileIsTheShareOfLessPopularItems() {
        var popularity = Popularity.of(SMALL);
        assertArrayEquals(new int[] {2, 2, 2, 0}, popularity.users());
        assertArrayEquals(new float[] {1 / 3f, 1 / 3f, 1 / 3f, 0}, popularity.percentile());
    }
}
