package shelfwise.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shelfwise.base.Learning;

/**
 * How something got better while it was trained, iteration by iteration or epoch by epoch. Kept beside what was learned ({@link Bundle#ASIDE}),
 * so that it changes no hash.
 *
 * @param points       of all metrics, in the order they were measured
 * @param best         the iteration of which the learned state was taken; the last one unless that was not the best
 * @param stoppedEarly whether it ended before its last iteration, for it got no better
 * @param device       what it was trained on, with its texts under {@code device.DEVICE}; empty where that is no question
 */
public record LearningCurve(List<Learning> points, int best, boolean stoppedEarly, String device) {
    public static final LearningCurve NONE = new LearningCurve(List.of(), 0, false);
    /** Metrics of the work rather than of what was learned. */
    public static final List<String> OF_THE_WORK = List.of("learning-rate", "steps-a-second", "memory");
    /** Stands in the name of a metric between what is measured and the part that it is measured of, such as a layer. */
    public static final String PART = "/";
    private static final String POINTS = Bundle.ASIDE + "curve", END = Bundle.ASIDE + "curve-end", DEVICE = Bundle.ASIDE + "curve-device";

    public LearningCurve {
        points = List.copyOf(points);
    }

    /** Of work that knows the processor alone. */
    public LearningCurve(List<Learning> points, int best, boolean stoppedEarly) {
        this(points, best, stoppedEarly, "");
    }

    /** The metrics measured, each once, in their order. */
    public List<String> metrics() {
        return points.stream().map(Learning::metric).distinct().toList();
    }

    /** The metrics of what was learned, as a whole. */
    public List<String> mainMetrics() {
        return metrics().stream().filter(m -> !m.contains(PART) && !OF_THE_WORK.contains(m)).toList();
    }

    /** The parts of which a metric was measured one by one, in their order; mostly none. */
    public List<String> partsOf(String metric) {
        return metrics().stream().filter(m -> m.startsWith(metric + PART)).map(m -> m.substring(metric.length() + PART.length())).toList();
    }

    /** The last iteration that was gone through, with the look at what was held back where there are such looks; 0 before the first. */
    public int last() {
        boolean looks = points.stream().anyMatch(Learning::validation);
        return points.stream().filter(p -> p.validation() == looks).mapToInt(Learning::iteration).max().orElse(0);
    }

    /** One line of it, by iteration. */
    public List<Learning> line(String metric, boolean validation) {
        return points.stream().filter(p -> p.metric().equals(metric) && p.validation() == validation).toList();
    }

    /** The parts of a bundle that keep it; none if nothing was measured. */
    public Map<String, Table> parts() {
        if (points.isEmpty()) return Map.of();
        int n = points.size();
        Table table = TableBuilder.of(Schema.of(new Field("metric", ColumnType.TEXT), new Field("validation", ColumnType.INTEGER), new Field("iteration", ColumnType.INTEGER),
                new Field("value", ColumnType.DECIMAL)), TextCells.of(points.stream().map(Learning::metric).toArray(String[]::new)),
                new LongCells(points.stream().mapToLong(p -> p.validation() ? 1 : 0).toArray()), new LongCells(points.stream().mapToLong(Learning::iteration).toArray()),
                new DoubleCells(points.stream().mapToDouble(Learning::value).toArray()));
        var parts = new HashMap<String, Table>(Map.of(POINTS, table, END, Bundle.longs(new long[] {best, stoppedEarly ? 1 : 0})));
        if (!device.isEmpty()) parts.put(DEVICE, TableBuilder.of(Schema.of(new Field("device", ColumnType.TEXT)), TextCells.of(device)));
        return parts;
    }

    /** The curve that is kept with something learned; {@link #NONE} where there is none, as in what was kept before there were curves. */
    public static LearningCurve of(Bundle b) {
        if (!b.parts().containsKey(POINTS) || !b.parts().containsKey(END)) return NONE;
        var points = new ArrayList<Learning>();
        b.part(POINTS).scan(c -> {
            for (int i = 0; i < c.rows(); i++) {
                points.add(new Learning(c.columns().get(0).text(i, ColumnType.TEXT), c.longs(1).values()[i] == 1, (int) c.longs(2).values()[i], c.number(3, i)));
            }
        });
        long[] end = b.longs(END);
        return new LearningCurve(points, (int) end[0], end[1] == 1, b.parts().containsKey(DEVICE) ? device(b.part(DEVICE)) : "");
    }

    private static String device(Table table) {
        var device = new StringBuilder();
        table.scan(c -> device.append(c.columns().get(0).text(0, ColumnType.TEXT)));
        return device.toString();
    }
}
