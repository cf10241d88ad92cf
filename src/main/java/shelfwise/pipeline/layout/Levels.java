package shelfwise.pipeline.layout;

import java.util.List;
import java.util.stream.Stream;

/**
 * Settles how high each vertex stands, its column's order kept: as near as can be to where its links come from and lead to. Every column is a
 * least-squares problem with an order, which pooling adjacent violators solves exactly (Ayer et al. 1955).
 */
final class Levels {
    private static final int ROUNDS = 24;
    private static final double LIGHT = 0.01;

    private Levels() { }

    static void settle(List<List<Vertex>> columns) {
        for (List<Vertex> column : columns) settle(column, false);
        for (int i = 0; i < ROUNDS; i++) {
            for (List<Vertex> column : i % 2 == 0 ? columns : columns.reversed()) settle(column, true);
        }
    }

    private static void settle(List<Vertex> column, boolean linked) {
        double[] offsets = offsets(column), wishes = new double[column.size()], weights = new double[column.size()];
        for (int i = 0; i < wishes.length; i++) {
            Vertex v = column.get(i);
            double weight = linked ? arcs(v).mapToDouble(Vertex.Arc::weight).sum() : 0;
            double wish = weight == 0 ? linked ? v.middle : 0 : arcs(v).mapToDouble(a -> a.weight() * wish(a, v)).sum() / weight;
            wishes[i] = wish - offsets[i];
            weights[i] = Math.max(LIGHT, weight);
        }
        double[] settled = increasing(wishes, weights);
        for (int i = 0; i < settled.length; i++) column.get(i).middle = settled[i] + offsets[i];
    }

    private static Stream<Vertex.Arc> arcs(Vertex v) {
        return Stream.concat(v.in.stream(), v.out.stream());
    }

    /** Where {@code v} must stand for the arc to run level. */
    private static double wish(Vertex.Arc a, Vertex v) {
        return a.to() == v ? a.from().middle + a.fromOffset() - a.toOffset() : a.to().middle + a.toOffset() - a.fromOffset();
    }

    /** How far below the first each vertex stands when all are close together. */
    private static double[] offsets(List<Vertex> column) {
        double[] offsets = new double[column.size()];
        for (int i = 1; i < offsets.length; i++) {
            Vertex above = column.get(i - 1), here = column.get(i);
            offsets[i] = offsets[i - 1] + above.height() / 2 + (above.lane() || here.lane() ? Layout.LANE_GAP : Layout.GAP_Y) + here.height() / 2;
        }
        return offsets;
    }

    /** The values that never fall and are nearest to {@code wishes} by weighted squares. */
    static double[] increasing(double[] wishes, double[] weights) {
        double[] value = new double[wishes.length], weight = new double[wishes.length];
        int[] size = new int[wishes.length];
        int pools = 0;
        for (int i = 0; i < wishes.length; i++) {
            value[pools] = wishes[i];
            weight[pools] = weights[i];
            size[pools++] = 1;
            for (; pools > 1 && value[pools - 2] > value[pools - 1]; pools--) {
                double both = weight[pools - 2] + weight[pools - 1];
                value[pools - 2] = (value[pools - 2] * weight[pools - 2] + value[pools - 1] * weight[pools - 1]) / both;
                weight[pools - 2] = both;
                size[pools - 2] += size[pools - 1];
            }
        }
        double[] settled = new double[wishes.length];
        for (int p = 0, i = 0; p < pools; p++) for (int n = size[p]; n > 0; n--) settled[i++] = value[p];
        return settled;
    }
}
