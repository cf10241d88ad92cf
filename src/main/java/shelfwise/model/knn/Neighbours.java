package shelfwise.model.knn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Sparse;
import shelfwise.data.Table;
import shelfwise.model.Neighbour;
import shelfwise.model.TopN;
import shelfwise.model.Workers;

/**
 * The nearest neighbours of each row, CSR, most alike first, of equal ones the lower number first.
 *
 * @param start      row r's neighbours are {@code start[r]} to {@code start[r + 1]}
 * @param number     their numbers
 * @param similarity how alike, more than 0
 * @param support    columns in common
 */
record Neighbours(int[] start, int[] number, float[] similarity, int[] support) {
    private static final int BLOCK = 16;

    /** Cost: the sum over all columns of the square of their length. The result does not depend on the number of threads. */
    static Neighbours of(RowMeasure measure, int k, String name, Workers workers, Progress progress) {
        int n = measure.rows().rows(), most = Math.max(1, Math.min(k, n - 1));
        int[][] number = new int[n][], support = new int[n][];
        float[][] similarity = new float[n][];
        record Thread(RowMeasure.Scratch scratch, TopN top) { }
        workers.each(n, BLOCK, progress, () -> new Thread(measure.scratch(), new TopN(most)), (t, from, to) -> {
            for (int r = from; r < to; r++) {
                measure.accumulate(measure.rows(), r, t.scratch());
                measure.nearest(measure.rows(), r, r, t.scratch(), t.top());
                int found = t.top().size();
                number[r] = new int[found];
                support[r] = new int[found];
                similarity[r] = new float[found];
                for (int p = 0; p < found; p++) {
                    number[r][p] = t.top().number(p);
                    similarity[r][p] = t.top().score(p);
                    support[r][p] = t.scratch().common[t.top().number(p)];
                }
                t.scratch().clear();
            }
        });
        return join(number, similarity, support, name);
    }

    private static Neighbours join(int[][] number, float[][] similarity, int[][] support, String name) {
        int[] start = new int[number.length + 1];
        for (int r = 0; r < number.length; r++) {
            long end = (long) start[r] + number[r].length;
            if (end > Integer.MAX_VALUE - 16) throw Problem.of("model.too-many-neighbours", name, number.length).asException();
            start[r + 1] = (int) end;
        }
        int all = start[number.length];
        var joined = new Neighbours(start, new int[all], new float[all], new int[all]);
        for (int r = 0; r < number.length; r++) {
            System.arraycopy(number[r], 0, joined.number, start[r], number[r].length);
            System.arraycopy(similarity[r], 0, joined.similarity, start[r], number[r].length);
            System.arraycopy(support[r], 0, joined.support, start[r], number[r].length);
        }
        return joined;
    }

    /** The best {@code n} neighbours of {@code row}. */
    List<Neighbour> first(int row, int n) {
        var found = new ArrayList<Neighbour>();
        for (int e = start[row]; e < start[row + 1] && found.size() < n; e++) found.add(new Neighbour(number[e], similarity[e], support[e]));
        return found;
    }

    /** rows x rows: the similarity of each row's neighbours, columns ascending. */
    Sparse asMatrix() {
        int rows = start.length - 1;
        int[] row = new int[number.length];
        for (int r = 0; r < rows; r++) java.util.Arrays.fill(row, start[r], start[r + 1], r);
        return Sparse.of(rows, rows, row, number, similarity);
    }

    Map<String, Table> parts() {
        return Map.of("neighbours.start", Bundle.ints(start), "neighbours.number", Bundle.ints(number), "neighbours.similarity", Bundle.floats(similarity),
                "neighbours.support", Bundle.ints(support));
    }

    static Neighbours of(Bundle b) {
        return new Neighbours(b.ints("neighbours.start"), b.ints("neighbours.number"), b.floats("neighbours.similarity"), b.ints("neighbours.support"));
    }
}
