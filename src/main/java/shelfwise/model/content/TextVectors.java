package shelfwise.model.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import shelfwise.base.MemoryProblemException;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Catalogue;
import shelfwise.data.Ids;
import shelfwise.data.Vectors;
import shelfwise.model.Memory;
import shelfwise.model.Workers;
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

/** Makes a short vector of what the catalogue tells of each item, so that items of like texts and attributes have like vectors. */
public final class TextVectors implements Operator.Transform<TextVectors.Setup> {
    private static final int MEGA = 1 << 20;

    /** TOPICS: words that come together count as alike, by singular value decomposition. PROJECTION: words are mixed by chance; quick and rough. */
    public enum Method { TOPICS, PROJECTION }

    /**
     * @param length      of the vectors
     * @param title       whether the words of columns with this role count; so description and category
     * @param attributes  a whole value of a category or feature column counts so many times as much as a word; 0: not at all
     * @param fewestItems words and values of fewer items are left out
     * @param rounds      of the decomposition; more are more exact
     * @param seed        of the random numbers it starts from
     */
    public record Setup(Method method, @Between(min = 1, max = 512) int length, boolean title, boolean description, boolean category,
            @Between(min = 0, max = 100) double attributes, @Between(min = 1, max = 1000) int fewestItems, @Between(min = 1, max = 20) int rounds,
            @Between(min = Long.MIN_VALUE, max = Long.MAX_VALUE) long seed) {
        public Setup {
            Settings.check(Setup.class, method, length, title, description, category, attributes, fewestItems, rounds, seed);
        }
    }

    @Override public String id() {
        return "vectors.text";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(Method.TOPICS, 64, true, true, true, 1, 2, 2, 1);
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("catalogue", PortType.CATALOGUE));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("vectors", PortType.VECTORS));
    }

    @Override public long memory(Setup settings, Volumes in) {
        return bytes(settings, in.at("catalogue").items(), TermMatrix.likelyTerms(in.at("catalogue").items()));
    }

    /** A vector for each item of the catalogue at most. */
    @Override public Map<String, Bound> most(Setup settings, Bounds in) {
        return in.at("catalogue").map(c -> Map.of("vectors", Bound.ofVectors(c.most().items(), settings.length()))).orElse(Map.of());
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        return Values.of("vectors", vectors(context.node(), in.one("catalogue", Catalogue.class), settings, Workers.all(), context.progress()));
    }

    /**
     * Vectors of length 1 of the items that have a word or value.
     *
     * @throws shelfwise.base.ProblemException if none has, or there is not enough memory
     */
    static Vectors vectors(String node, Catalogue catalogue, Setup s, Workers workers, Progress progress) {
        var choice = new Texts.Choice(s.title(), s.description(), s.category(), s.attributes() > 0, 0);
        var weights = new TermWeights(Scheme.TF_IDF, true, s.fewestItems(), s.attributes());
        TermMatrix text = TermMatrix.of(Texts.of(catalogue.items(), catalogue, choice), weights, progress.part(0, 0.2));
        if (text.weights().entries() == 0 && catalogue.items().size() > 0) throw Problem.of("model.no-words", node).asException();
        checkMemory(node, text, s);
        Progress rest = progress.part(0.2, 1);
        Tall made = switch (s.method()) {
            case TOPICS -> LatentTopics.of(text.weights(), s.length(), s.rounds(), s.seed(), workers, rest);
            case PROJECTION -> Tall.signs(text.terms().size(), s.length(), s.seed()).times(text.weights(), workers, rest);
        };
        return unit(catalogue.items(), made);
    }

    private static long bytes(Setup s, long items, long terms) {
        return 2L * Float.BYTES * (s.length() + LatentTopics.BEYOND) * (items + terms);
    }

    private static void checkMemory(String node, TermMatrix text, Setup s) {
        long width = s.length() + LatentTopics.BEYOND, longest = Math.max(text.weights().rows(), text.terms().size());
        long bytes = bytes(s, text.weights().rows(), text.terms().size()), most = Memory.freeFor(bytes);
        if (bytes > most || longest * width > Integer.MAX_VALUE - 16) {
            throw new MemoryProblemException(Problem.of("vectors.too-large", node, text.weights().rows(), text.terms().size(), bytes / MEGA, most / MEGA));
        }
    }

    /** Those that are not zeros, made length 1. */
    private static Vectors unit(Ids items, Tall made) {
        int length = made.width();
        var ids = new ArrayList<String>();
        float[] values = new float[made.values().length];
        for (int i = 0; i < items.size(); i++) {
            double squares = 0;
            for (int f = 0; f < length; f++) squares += (double) made.values()[i * length + f] * made.values()[i * length + f];
            if (!(squares > 0)) continue;
            for (int f = 0; f < length; f++) values[ids.size() * length + f] = (float) (made.values()[i * length + f] / Math.sqrt(squares));
            ids.add(items.id(i));
        }
        return new Vectors(new Ids(ids), length, Arrays.copyOf(values, ids.size() * length));
    }
}
