package shelfwise.pipeline.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import shelfwise.pipeline.layout.Vertex.Arc;

/**
 * Brings the columns into an order in which few links cross: each is sorted by where its neighbours' links come from, to and fro (Sugiyama,
 * Tagawa, Toda 1981), then neighbours are exchanged wherever that saves crossings (Gansner et al. 1993). The best order met is kept.
 */
final class Crossings {
    private static final int ROUNDS = 24, EXCHANGES = 8, ENOUGH = 8;
    private final List<List<Vertex>> columns;

    private Crossings(List<List<Vertex>> columns) {
        this.columns = columns;
        columns.forEach(Crossings::number);
    }

    static void reduce(List<List<Vertex>> columns) {
        new Crossings(columns).reduce();
    }

    /** How many pairs of links cross between neighbouring columns. */
    static long count(List<List<Vertex>> columns) {
        return columns.stream().mapToLong(Crossings::leaving).sum();
    }

    private void reduce() {
        List<List<Vertex>> best = columns.stream().map(List::copyOf).toList();
        long least = count(columns);
        for (int round = 0, idle = 0; round < ROUNDS && least > 0 && idle < ENOUGH; round++, idle++) {
            boolean forth = round % 2 == 0;
            for (List<Vertex> column : forth ? columns : columns.reversed()) sort(column, forth);
            for (int i = 0; i < EXCHANGES && exchange(); i++) { }
            long now = count(columns);
            if (now >= least) continue;
            least = now;
            best = columns.stream().map(List::copyOf).toList();
            idle = 0;
        }
        for (int c = 0; c < columns.size(); c++) {
            columns.get(c).clear();
            columns.get(c).addAll(best.get(c));
            number(columns.get(c));
        }
    }

    private static void number(List<Vertex> column) {
        for (int i = 0; i < column.size(); i++) column.get(i).place = i;
    }

    /** A vertex without neighbours on that side stays about where it is. */
    private static void sort(List<Vertex> column, boolean forth) {
        column.sort(Comparator.comparingDouble(v -> (forth ? v.in : v.out).stream().mapToDouble(a -> forth ? start(a) : end(a)).average().orElse(v.place)));
        number(column);
    }

    /** Where an arc begins, in places; boxes of one stack lie between two places. */
    private static double start(Arc a) {
        return a.from().place + a.fromOffset() / (a.from().height() + 1);
    }

    private static double end(Arc a) {
        return a.to().place + a.toOffset() / (a.to().height() + 1);
    }

    private boolean exchange() {
        boolean better = false;
        for (List<Vertex> column : columns) {
            for (int i = 0; i + 1 < column.size(); i++) {
                Vertex upper = column.get(i), lower = column.get(i + 1);
                if (pairs(upper, lower) <= pairs(lower, upper)) continue;
                column.set(i, lower);
                column.set(i + 1, upper);
                lower.place = i;
                upper.place = i + 1;
                better = true;
            }
        }
        return better;
    }

    /** Crossings of the arcs of two vertices while {@code upper} is above {@code lower}. */
    private static long pairs(Vertex upper, Vertex lower) {
        return inversions(upper.in.stream().mapToDouble(Crossings::start).sorted().toArray(), lower.in.stream().mapToDouble(Crossings::start).sorted().toArray())
                + inversions(upper.out.stream().mapToDouble(Crossings::end).sorted().toArray(), lower.out.stream().mapToDouble(Crossings::end).sorted().toArray());
    }

    /** Pairs in which {@code upper}'s value is the greater; both sorted. */
    private static long inversions(double[] upper, double[] lower) {
        long sum = 0;
        for (int u = 0, l = 0; u < upper.length; u++) {
            while (l < lower.length && lower[l] < upper[u]) l++;
            sum += l;
        }
        return sum;
    }

    private static long leaving(List<Vertex> column) {
        var arcs = new ArrayList<Arc>();
        for (Vertex v : column) arcs.addAll(v.out);
        arcs.sort(Comparator.comparingDouble(Crossings::start).thenComparingDouble(Crossings::end));
        double[] ends = arcs.stream().mapToDouble(Crossings::end).toArray();
        return sortAndCount(ends, new double[ends.length], 0, ends.length);
    }

    private static long sortAndCount(double[] values, double[] spare, int from, int to) {
        if (to - from < 2) return 0;
        int middle = (from + to) >>> 1;
        long count = sortAndCount(values, spare, from, middle) + sortAndCount(values, spare, middle, to);
        for (int l = from, r = middle, i = from; i < to; i++) {
            boolean right = l == middle || r < to && values[r] < values[l];
            if (right) count += middle - l;
            spare[i] = values[right ? r++ : l++];
        }
        System.arraycopy(spare, from, values, from, to - from);
        return count;
    }
}
