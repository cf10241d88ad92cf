package shelfwise.inspect;

import java.util.ArrayDeque;
import java.util.stream.IntStream;
import smile.clustering.HierarchicalClustering;
import smile.clustering.linkage.UPGMALinkage;

/**
 * An order of a similarity matrix in which like stands beside like: average-linkage clustering (UPGMA, Sokal and Michener 1958) of
 * 1 − similarity, its tree walked with the tighter branch first.
 *
 * @param order  {@code order[k]} is the matrix row that comes k-th
 * @param merges n−1 merges: row m joins two of the parts 0..n−1 (rows) and n.. (earlier merges, n + their index), lowest first
 * @param height the dissimilarity at which each merge happened
 */
public record Seriation(int[] order, int[][] merges, double[] height) {
    /** Cost: n² memory, about n² log n time. */
    public static Seriation of(SimilarityMatrix matrix) {
        int n = matrix.size();
        if (n < 2) return new Seriation(IntStream.range(0, n).toArray(), new int[0][], new double[0]);
        double[][] distance = new double[n][n];
        for (int r = 0; r < n; r++) for (int c = 0; c < n; c++) distance[r][c] = r == c ? 0 : 1 - matrix.value(r, c);
        var clustering = HierarchicalClustering.fit(new UPGMALinkage(distance));
        return new Seriation(walk(clustering.tree(), clustering.height(), n), clustering.tree(), clustering.height());
    }

    private static int[] walk(int[][] tree, double[] height, int n) {
        int[] order = new int[n];
        int at = 0;
        var open = new ArrayDeque<Integer>();
        open.push(n + tree.length - 1);
        while (!open.isEmpty()) {
            int part = open.pop();
            if (part < n) order[at++] = part;
            else {
                int a = tree[part - n][0], b = tree[part - n][1];
                boolean aFirst = heightOf(a, height, n) <= heightOf(b, height, n);
                open.push(aFirst ? b : a);
                open.push(aFirst ? a : b);
            }
        }
        return order;
    }

    private static double heightOf(int part, double[] height, int n) {
        return part < n ? 0 : height[part - n];
    }
}
