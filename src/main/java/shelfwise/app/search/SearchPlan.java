package shelfwise.app.search;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shelfwise.base.Problem;
import shelfwise.pipeline.Pipeline;

/**
 * What a search is to do.
 *
 * @param pipeline with the model's step and all before it
 * @param node     the step that trains the model
 * @param space    the settings that are varied
 * @param metric   of the ranking, more of which is better, such as {@code ndcg}
 * @param k        its cut-off
 * @param method   how settings are chosen
 * @param trials   how many are tried; with {@link SearchMethod#HALVING} those of the first round
 * @param minutes  after which no trial is begun any more; 0 for no limit
 * @param seed     the same seed draws the same settings
 * @param folds    whether each trial is judged by all folds of a rolling split, by their mean
 * @param parallel trials at a time; 0 for what the machine has room for. It does not change what comes out
 */
public record SearchPlan(Pipeline pipeline, String node, Space space, String metric, int k, SearchMethod method, int trials, double minutes, long seed,
        boolean folds, int parallel) {
    /** The metrics a search can go by: of these, more is better. */
    public static final List<String> METRICS = List.of("ndcg", "hit-rate", "recall", "precision", "f1", "map", "mrr");
    public static final int MOST_TRIALS = 10_000, DEFAULT_TRIALS = 30;
    private static final int MOST_PARALLEL = 64, LONGEST_LIST = 1000;
    private static final double MOST_MINUTES = 100_000;
    private static final Pattern METRIC = Pattern.compile("([a-z0-9-]+)@([1-9][0-9]{0,3})");

    /** @throws shelfwise.base.ProblemException naming what is out of range */
    public SearchPlan {
        check("trials", trials, 1, MOST_TRIALS);
        check("minutes", minutes, 0, MOST_MINUTES);
        check("parallel", parallel, 0, MOST_PARALLEL);
        measure(metric + "@" + k);
    }

    /** @throws shelfwise.base.ProblemException naming it, if it is outside of what it may be */
    private static void check(String name, double value, int from, double to) {
        if (!(value >= from && value <= to)) throw Problem.of("search.out-of-range", name, plain(value), plain(from), plain(to)).asException();
    }

    private static String plain(double number) {
        return Double.isFinite(number) ? Dimension.Range.plain(number) : Double.toString(number);
    }

    /** A metric and its cut-off. */
    public record Measure(String metric, int k) { }

    /** Reads {@code ndcg@10}. @throws shelfwise.base.ProblemException if it is none a search can go by */
    public static Measure measure(String text) {
        Matcher m = METRIC.matcher(text.strip());
        if (!m.matches() || !METRICS.contains(m.group(1)) || Integer.parseInt(m.group(2)) > LONGEST_LIST) {
            throw Problem.of("search.no-metric", text, METRICS).asException();
        }
        return new Measure(m.group(1), Integer.parseInt(m.group(2)));
    }

    /** As on the command line: {@code ndcg@10}. */
    public String measure() {
        return metric + "@" + k;
    }
}
