package shelfwise.model.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Catalogue;
import shelfwise.data.Vectors;
import shelfwise.model.content.Texts;
import shelfwise.model.content.Tokens;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Bound;
import shelfwise.pipeline.Bounds;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volumes;

/**
 * Learns a vector for each word of the catalogue's texts from the words beside it ({@link SkipGram}); an item's vector is the mean of its
 * words', where a word weighs a / (a + its share of all words), a = 0.001, so that common words say less (Arora, Liang, Ma 2017), made
 * length 1.
 */
public final class WordVectors implements Operator.Transform<WordVectors.Setup> {
    private static final double COMMON = 1e-3;
    /** Words of a title, about. */
    private static final long WORDS = 16;

    /**
     * @param length      of the vectors
     * @param window      words on either side that count, at most
     * @param negatives   words drawn at random for each pair
     * @param epochs      passes over all texts
     * @param rate        of learning at the start
     * @param fewestTimes words that come fewer times have no vector
     * @param often       words whose share of all is larger are left out now and then; 0: none is
     * @param title       whether the words of title columns count; so description and category
     * @param seed        of the first vectors and all that is drawn
     */
    public record Setup(@Between(min = 2, max = 512) int length, @Between(min = 1, max = 50) int window, @Between(min = 1, max = 50) int negatives,
            @Between(min = 1, max = 1000) int epochs, @Between(min = 1e-5, max = 1) double rate, @Between(min = 1, max = 1000) int fewestTimes,
            @Between(min = 0, max = 1) double often, boolean title, boolean description, boolean category, @Between(min = Long.MIN_VALUE, max = Long.MAX_VALUE) long seed) {
        public Setup {
            Settings.check(Setup.class, length, window, negatives, epochs, rate, fewestTimes, often, title, description, category, seed);
        }
    }

    @Override public String id() {
        return "vectors.words";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(64, 5, 5, 20, 0.05, 2, 0.01, true, true, false, 1);
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("catalogue", PortType.CATALOGUE));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("vectors", PortType.VECTORS));
    }

    /** The words of the texts, two vectors of each different one, and the items' vectors. */
    @Override public long memory(Setup settings, Volumes in) {
        long items = in.at("catalogue").items();
        return 2 * in.at("catalogue").bytes() + items * (WORDS * Integer.BYTES + 4L * Float.BYTES * settings.length());
    }

    @Override public Map<String, Bound> most(Setup settings, Bounds in) {
        return in.at("catalogue").map(c -> Map.of("vectors", Bound.ofVectors(c.most().items(), settings.length()))).orElse(Map.of());
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        return Values.of("vectors", vectors(context.node(), in.one("catalogue", Catalogue.class), settings, context.progress()));
    }

    static Vectors vectors(String node, Catalogue catalogue, Setup s, Progress progress) {
        String[] texts = Texts.of(catalogue.items(), catalogue, new Texts.Choice(s.title(), s.description(), s.category(), false, 0)).words();
        var numbers = new LinkedHashMap<String, Integer>();
        var sentences = new ArrayList<int[]>();
        for (String text : texts) {
            var words = new ArrayList<Integer>();
            Tokens.each(text, word -> words.add(numbers.computeIfAbsent(word, _ -> numbers.size())));
            sentences.add(words.stream().mapToInt(Integer::intValue).toArray());
        }
        Corpus corpus = Corpus.of(numbers.size(), sentences).atLeast(s.fewestTimes());
        if (corpus.word().length == 0) {
            if (texts.length > 0) throw Problem.of("words.none", node, s.fewestTimes()).asException();
            return new UnitVectors(0, s.length()).told(Map.of());
        }
        var learner = new SkipGram(corpus, new SkipGram.Setup(s.length(), s.window(), true, s.negatives(), s.epochs(), s.rate(), s.often(), s.seed()));
        double loss = learner.learn(progress);
        return items(catalogue, corpus, learner.middle, s.length()).told(Told.of(corpus, loss));
    }

    private static UnitVectors items(Catalogue catalogue, Corpus corpus, float[] words, int length) {
        var made = new UnitVectors(catalogue.items().size(), length);
        int[] count = corpus.counts();
        double all = corpus.word().length;
        for (int i = 0; i < catalogue.items().size(); i++) {
            double[] sum = new double[length];
            for (int k = corpus.start()[i]; k < corpus.start()[i + 1]; k++) {
                int w = corpus.word()[k];
                double weight = COMMON / (COMMON + count[w] / all);
                for (int f = 0; f < length; f++) sum[f] += weight * words[w * length + f];
            }
            made.add(catalogue.items().id(i), sum);
        }
        return made;
    }
}
