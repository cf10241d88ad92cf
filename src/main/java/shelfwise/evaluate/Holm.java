package shelfwise.evaluate;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Corrects a family of tests (Holm 1979): with all of them at a level of 5 %, a false alarm anywhere in the family has at most 5 %. */
final class Holm {
    private Holm() { }

    /** The i-th smallest of m is multiplied by m − i + 1, never below a smaller one's, never above 1. NaN stays and does not count. */
    static double[] adjusted(double[] chances) {
        int[] order = IntStream.range(0, chances.length).boxed().filter(i -> !Double.isNaN(chances[i])).sorted((a, b) -> Double.compare(chances[a], chances[b]))
                .mapToInt(Integer::intValue).toArray();
        double[] all = new double[chances.length];
        Arrays.fill(all, Double.NaN);
        double highest = 0;
        for (int i = 0; i < order.length; i++) {
            highest = Math.max(highest, Math.min(1, chances[order[i]] * (order.length - i)));
            all[order[i]] = highest;
        }
        return all;
    }
}
