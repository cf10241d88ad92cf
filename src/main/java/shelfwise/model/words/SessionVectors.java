package shelfwise.model.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Histories;
import shelfwise.data.Interactions;
import shelfwise.data.Split;
import shelfwise.data.Vectors;
import shelfwise.model.Extent;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Bound;
import shelfwise.pipeline.Bounds;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volume;
import shelfwise.pipeline.Volumes;

/**
 * Learns a vector for each item from the items that are taken with it in a visit, as if items were words and visits sentences (item2vec:
 * Barkan, Koenigstein 2016; prod2vec: Grbovic and others 2015). Of the training part alone. Items of few events have none.
 */
public final class SessionVectors implements Operator.Transform<SessionVectors.Setup> {
    private static final long MINUTE_MILLIS = 60_000;

    /**
     * @param length      of the vectors
     * @param gapMinutes  a longer pause of a user begins a new visit; 0: the whole history is one
     * @param ordered     whether items near in time count; else all of a visit alike
     * @param window      events on either side that count, at most
     * @param negatives   items drawn at random for each pair
     * @param epochs      passes over all events
     * @param rate        of learning at the start
     * @param fewestTimes items of fewer events have no vector
     * @param often       items whose share of all events is larger are left out now and then; 0: none is
     * @param seed        of the first vectors and all that is drawn
     */
    public record Setup(@Between(min = 2, max = 512) int length, @Between(min = 0, max = 525_600, unit = "unit.minutes") int gapMinutes, boolean ordered,
            @Between(min = 1, max = 200) int window, @Between(min = 1, max = 50) int negatives, @Between(min = 1, max = 1000) int epochs,
            @Between(min = 1e-5, max = 1) double rate, @Between(min = 1, max = 1000) int fewestTimes, @Between(min = 0, max = 1) double often,
            @Between(min = Long.MIN_VALUE, max = Long.MAX_VALUE) long seed) {
        public Setup {
            Settings.check(Setup.class, length, gapMinutes, ordered, window, negatives, epochs, rate, fewestTimes, often, seed);
        }
    }

    @Override public String id() {
        return "vectors.sessions";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(64, 0, true, 5, 5, 10, 0.05, 3, 0.001, 1);
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("split", PortType.SPLIT));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("vectors", PortType.VECTORS));
    }

    /** The events in the order of users, and three vectors of each item. */
    @Override public long memory(Setup settings, Volumes in) {
        Extent of = Extent.of(in.at("split"));
        return 4L * Integer.BYTES * of.events() + 4L * Float.BYTES * of.items() * settings.length();
    }

    @Override public Map<String, Bound> most(Setup settings, Bounds in) {
        return in.at("split").map(Bound::most).map(m -> Map.of("vectors", Bound.of(new Volume(m.items(), 0, m.items(), m.items() * settings.length() * Double.BYTES)))).orElse(Map.of());
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        return Values.of("vectors", vectors(context.node(), in.one("split", Split.class).train(), settings, context.progress()));
    }

    static Vectors vectors(String node, Interactions events, Setup s, Progress progress) {
        Corpus corpus = Corpus.of(events.items().size(), visits(events, s.gapMinutes() * MINUTE_MILLIS)).atLeast(s.fewestTimes());
        if (corpus.word().length == 0) {
            if (events.size() > 0) throw Problem.of("words.no-items", node, s.fewestTimes()).asException();
            throw Problem.of("model.no-events", node).asException();
        }
        var learner = new SkipGram(corpus, new SkipGram.Setup(s.length(), s.window(), s.ordered(), s.negatives(), s.epochs(), s.rate(), s.often(), s.seed()));
        double loss = learner.learn(progress);
        if (Double.isNaN(loss)) throw Problem.of("words.alone", node).asException();
        var made = new UnitVectors(events.items().size(), s.length());
        int[] count = corpus.counts();
        for (int i = 0; i < count.length; i++) {
            double[] vector = new double[s.length()];
            for (int f = 0; f < vector.length && count[i] > 0; f++) vector[f] = learner.middle[i * vector.length + f];
            made.add(events.items().id(i), vector);
        }
        return made.told(Told.of(corpus, loss));
    }

    /** @param gap milliseconds; events without times are one visit a user */
    static List<int[]> visits(Interactions events, long gap) {
        Histories histories = events.histories();
        var visits = new ArrayList<int[]>();
        for (int u = 0; u < events.users().size(); u++) {
            int from = histories.start()[u], end = histories.start()[u + 1];
            for (int k = from + 1; k <= end; k++) {
                boolean ends = k == end || gap > 0 && events.timed() && events.time()[histories.event()[k]] - events.time()[histories.event()[k - 1]] > gap;
                if (!ends) continue;
                int[] visit = new int[k - from];
                for (int p = from; p < k; p++) visit[p - from] = events.item()[histories.event()[p]];
                visits.add(visit);
                from = k;
            }
        }
        return visits;
    }
}
