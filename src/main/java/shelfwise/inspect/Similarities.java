package shelfwise.inspect;

import java.util.Arrays;
import shelfwise.base.Checks;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Sparse;

/**
 * Measures rows of a sparse matrix against each other: items x users for items, users x items for users.
 * A matrix and its transpose are kept, so that changing measure or selection is quick.
 */
public final class Similarities {
    /** Largest matrix that is made: 4 000 x 4 000 cells take 128 MB. */
    public static final int MOST = 4_000;

    private final Sparse rows;
    private final Sparse columns;
    private final double[] norm;

    private Similarities(Sparse rows, Sparse columns) {
        this.rows = rows;
        this.columns = columns;
        norm = new double[rows.rows()];
        for (int r = 0; r < norm.length; r++) {
            double sum = 0;
            for (int e = rows.start()[r]; e < rows.start()[r + 1]; e++) sum += (double) rows.value()[e] * rows.value()[e];
            norm[r] = Math.sqrt(sum);
        }
    }

    /** @param usersByItems users x items */
    public static Similarities ofItems(Sparse usersByItems) {
        return new Similarities(usersByItems.transpose(), usersByItems);
    }

    /** @param usersByItems users x items */
    public static Similarities ofUsers(Sparse usersByItems) {
        return new Similarities(usersByItems, usersByItems.transpose());
    }

    /**
     * The matrix of the rows {@code numbers}, which must differ. Cost: the sum over these rows' entries of the length of the
     * crossing column; memory 8 bytes a cell.
     *
     * @throws shelfwise.base.ProblemException if there are more than {@link #MOST}
     */
    public SimilarityMatrix matrix(int[] numbers, Measure measure, double shrinkage, Progress progress) {
        Checks.inRange("shrinkage", shrinkage, 0, 1e9);
        int n = numbers.length;
        if (n > MOST) throw Problem.of("inspect.matrix-too-large", "", n, MOST).asException();
        int[] place = new int[rows.rows()];
        Arrays.fill(place, -1);
        for (int k = 0; k < n; k++) {
            Checks.that(place[numbers[k]] < 0, "row " + numbers[k] + " twice");
            place[numbers[k]] = k;
        }
        float[] value = new float[n * n];
        int[] support = new int[n * n];
        double[] dot = new double[n];
        for (int k = 0; k < n; k++) {
            progress.at(k, n);
            Arrays.fill(dot, 0);
            multiply(numbers[k], place, dot, support, k * n);
            for (int j = 0; j < n; j++) value[k * n + j] = (float) similarity(numbers[k], numbers[j], dot[j], support[k * n + j], measure, shrinkage);
            if (rows.count(numbers[k]) > 0) value[k * n + k] = 1;
        }
        return new SimilarityMatrix(numbers.clone(), value, support, measure, shrinkage);
    }

    private void multiply(int row, int[] place, double[] dot, int[] support, int offset) {
        for (int e = rows.start()[row]; e < rows.start()[row + 1]; e++) {
            int column = rows.column()[e];
            float weight = rows.value()[e];
            for (int f = columns.start()[column]; f < columns.start()[column + 1]; f++) {
                int k = place[columns.column()[f]];
                if (k >= 0) {
                    dot[k] += (double) weight * columns.value()[f];
                    support[offset + k]++;
                }
            }
        }
    }

    private double similarity(int a, int b, double dot, int common, Measure measure, double shrinkage) {
        if (common == 0) return 0;
        return switch (measure) {
            case COSINE -> dot / (norm[a] * norm[b] + shrinkage);
            case JACCARD -> common / (rows.count(a) + rows.count(b) - common + shrinkage);
        };
    }
}
