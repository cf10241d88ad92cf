package shelfwise.model.torch;

import java.time.Instant;
import java.util.Arrays;
import java.util.TreeMap;
import shelfwise.data.ColumnType;

/** Cuts numbers or times into at most ten ranges of about equally many of those learned from; equal ones stay together. */
final class NumberRanges {
    private static final int PARTS = 10, DAY = 10;

    private final ColumnType type;
    private final TreeMap<Double, Integer> part = new TreeMap<>();
    private final double[] lowest = new double[PARTS], highest = new double[PARTS];

    /** @param learned from, in any order; {@link #of} needs one at least */
    NumberRanges(ColumnType type, double[] learned) {
        this.type = type;
        double[] sorted = learned.clone();
        Arrays.sort(sorted);
        int before = -1;
        for (int k = 0; k < sorted.length; k++) {
            if (part.containsKey(sorted[k])) continue;
            int p = (int) ((long) PARTS * k / sorted.length);
            if (p != before) lowest[p] = sorted[k];
            highest[p] = sorted[k];
            part.put(sorted[k], p);
            before = p;
        }
    }

    /** The range in which a number lies, or that below it, or the lowest, told by its smallest and largest number. */
    String of(double number) {
        var below = part.floorEntry(number);
        int p = below == null ? part.firstEntry().getValue() : below.getValue();
        return lowest[p] == highest[p] ? word(lowest[p]) : word(lowest[p]) + " – " + word(highest[p]);
    }

    private String word(double number) {
        if (type == ColumnType.TIME) return Instant.ofEpochMilli((long) number).toString().substring(0, DAY);
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number) : Float.toString((float) number);
    }
}
