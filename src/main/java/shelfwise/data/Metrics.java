package shelfwise.data;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation found.
 *
 * @param rows        one row for each model, segment, metric and cut-off, in the order of the models
 * @param doubts      message keys of doubts about the protocol, such as {@code doubt.random-split-of-timed-data}
 * @param comparisons paired tests between the models, metric by metric; empty if they were not asked for
 * @param byUser      values user by user, so that a later evaluation can be tested against this one
 */
public record Metrics(List<Row> rows, List<String> doubts, List<Comparison> comparisons, List<Series> byUser) implements Portable {
    /** The cut-off of a metric that knows none. */
    public static final int NO_CUT = 0;
    /** The segment of all users and items. */
    public static final String ALL = "";
    private static final int MAIN_CUT = 10;

    /**
     * @param model   the model's name
     * @param segment {@link #ALL}, or the id of a part of the users or of the items to be found, such as {@code user:new}
     * @param metric  the metric's id, with its texts under {@code metric.ID}
     * @param k       the cut-off; {@link #NO_CUT} where there is none
     * @param value   its value, NaN where it is not defined
     * @param low     lower end of the 95 % bootstrap interval over users; NaN where there is none
     * @param high    upper end
     * @param users   number of users it was averaged over
     */
    public record Row(String model, String segment, String metric, int k, double value, double low, double high, int users) {
        public Row {
            segment = Objects.requireNonNullElse(segment, ALL); // what was kept before there were segments names none
        }

        /** A row of all users. */
        public Row(String model, String metric, int k, double value, double low, double high, int users) {
            this(model, ALL, metric, k, value, low, high, users);
        }

        public boolean overall() {
            return ALL.equals(segment);
        }

        /** Whether it belongs to a table of this cut-off, as those do that know none. */
        public boolean at(int cut) {
            return k == cut || k == NO_CUT;
        }
    }

    /**
     * Two models compared user by user.
     *
     * @param difference   mean of the first model's values minus those of the second
     * @param low          lower end of its 95 % interval (Student's t)
     * @param high         upper end
     * @param effect       Cohen's d_z: the difference in standard deviations of the users' differences; NaN where those are all equal
     * @param t            of the paired t test
     * @param wilcoxon     of the signed rank test
     * @param randomisation of the test that swaps the models at random for each user
     * @param users        users for whom both have a value
     */
    public record Comparison(String first, String second, String metric, int k, int users, double difference, double low, double high, double effect,
            Chance t, Chance wilcoxon, Chance randomisation) {
        /** Whether the difference is sure at the 5 % level, all comparisons of the family held against it. */
        public boolean sure() {
            return randomisation.holm() < 0.05;
        }
    }

    /**
     * How likely so large a difference is if the models are equally good.
     *
     * @param raw  of this test alone
     * @param holm corrected for the number of tests of its family (Holm 1979)
     */
    public record Chance(double raw, double holm) { }

    /**
     * One metric of one model user by user. The array is never changed.
     *
     * @param users  users measured
     * @param values one a user; NaN where the metric is not defined
     */
    public record Series(String model, String metric, int k, Ids users, float[] values) { }

    public Metrics {
        rows = List.copyOf(rows);
        doubts = List.copyOf(doubts);
        comparisons = List.copyOf(comparisons);
        byUser = List.copyOf(byUser);
    }

    public Metrics(List<Row> rows, List<String> doubts) {
        this(rows, doubts, List.of(), List.of());
    }

    public List<String> models() {
        return rows.stream().map(Row::model).distinct().toList();
    }

    /** The row of all users asked for; null if there is none. */
    public @Nullable Row find(String model, String metric, int k) {
        return find(model, ALL, metric, k);
    }

    public @Nullable Row find(String model, String segment, String metric, int k) {
        for (Row r : rows) if (r.model().equals(model) && r.segment().equals(segment) && r.metric().equals(metric) && r.k() == k) return r;
        return null;
    }

    /** The rows of all users and items. */
    public static List<Row> overall(List<Row> rows) {
        return rows.stream().filter(Row::overall).toList();
    }

    /** The cut-off shown first: ten if it was measured, else the first after it, else the last; {@link #NO_CUT} if there is none. */
    public static int mainCut(Collection<Integer> cuts) {
        List<Integer> all = cuts.stream().filter(k -> k != NO_CUT).sorted().toList();
        return all.stream().filter(k -> k >= MAIN_CUT).findFirst().orElseGet(() -> all.isEmpty() ? NO_CUT : all.getLast());
    }

    @Override public String hash() {
        return toBundle().hash();
    }

    @Override public Bundle toBundle() {
        return MetricsBundle.of(this);
    }

    public static Metrics of(Bundle b) {
        return MetricsBundle.read(b);
    }
}
