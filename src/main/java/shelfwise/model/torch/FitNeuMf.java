package shelfwise.model.torch;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import shelfwise.model.Extent;
import shelfwise.model.Memory;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Seldom;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Volumes;

/** Learns vectors whose product and layers over them tell how likely a user takes an item (neural matrix factorisation). */
public final class FitNeuMf extends NeuralFit<FitNeuMf.Setup> {
    private static final String ID = "model.neumf";
    /** Weights, two moments, gradient and the best so far. */
    private static final int COPIES = 6;

    /**
     * @param form      product of the vectors, layers over them, or both
     * @param width     of the vectors, of each of the two parts
     * @param hidden    numbers of the first layer, twice those of the second; an even number
     * @param epochs    passes over all users, at most
     * @param batch     users in one step
     * @param rate      of learning, the highest
     * @param left      share of a user's items that is left out while training, and told from the others
     * @param decay     of weights, decoupled
     * @param longest   gradients together are cut to this length
     * @param negatives items drawn at random for each item left out
     * @param patience  ends early after so many looks at the validation part without gain; 0 for never
     * @param stopAt    ends after so many epochs, as if stopped by hand: the rate still falls over all; 0 for never
     * @param processor where to train
     * @param seed      of the first weights, the order of work and all that is drawn
     */
    public record Setup(PairForm form, @Between(min = 4, max = 1024) int width, @Between(min = 4, max = 1024) int hidden,
            @Between(min = 1, max = 10_000) int epochs, @Between(min = 1, max = 4096) int batch, @Between(min = 1e-6, max = 1) double rate,
            @Between(min = 0.01, max = 0.99) double left, @Seldom @Between(min = 0, max = 1) double decay, @Seldom @Between(min = 0.001, max = 1000) double longest,
            @Between(min = 1, max = 100) int negatives, @Between(min = 0, max = 1000) int patience, @Seldom @Between(min = 0, max = 10_000) int stopAt, Processor processor,
            @Seldom @Between(min = Long.MIN_VALUE, max = Long.MAX_VALUE) long seed) {
        public Setup {
            Settings.check(Setup.class, form, width, hidden, epochs, batch, rate, left, decay, longest, negatives, patience, stopAt, processor, seed);
        }

        NeuMf.Size size() {
            return new NeuMf.Size(form, width, hidden);
        }
    }

    @Override public String id() {
        return ID;
    }

    @Override public Setup defaults() {
        return new Setup(PairForm.BOTH, 32, 64, 50, 64, 0.002, 0.2, 0, 5, 4, 5, 0, Processor.AUTO, 1);
    }

    @Override Plan plan(Setup s) {
        return new Plan(s.epochs(), s.rate(), s.decay(), s.longest(), s.patience(), s.stopAt(), s.processor(), s.seed());
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("split", PortType.SPLIT));
    }

    @Override Map<String, String> shape(Setup s, Given given) {
        return Map.of("form", s.form().name(), "width", Integer.toString(s.width()), "hidden", Integer.toString(s.hidden()));
    }

    @Override Lesson lesson(Setup s, NDManager manager, Given given, SplittableRandom random) {
        return new NeuMf(manager, s.size(), new NeuMf.Way(s.batch(), s.left(), s.negatives()), given.split(), given.known(), random);
    }

    @Override Reader reader(Map<String, String> shape, Map<String, float[]> learned) {
        var size = new NeuMf.Size(PairForm.valueOf(java.util.Objects.requireNonNull(shape.get("form"))), number(shape, "width"), number(shape, "hidden"));
        return new NeuMfReader(size, learned);
    }

    /** On the processor; a graphics card has memory of its own. */
    @Override public long memory(Setup s, Volumes in) {
        Extent of = Extent.of(in.at("split"));
        int whole = s.size().whole();
        long pairs = (long) (s.left() * of.events() * s.batch() / Math.max(1, of.users())) * (s.negatives() + 1);
        long learned = COPIES * 2L * of.items() * whole + of.items() * s.hidden() + of.users() * (long) (s.width() + s.hidden());
        return Memory.ofMatrix(of).plus(learned + 2L * s.batch() * of.items() + pairs * (4L * s.hidden() + 3L * whole), Float.BYTES).bytes();
    }
}
