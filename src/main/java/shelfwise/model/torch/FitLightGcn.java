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

/** Learns vectors of items that are handed on over the graph of who took what (LightGCN). */
public final class FitLightGcn extends NeuralFit<FitLightGcn.Setup> {
    private static final String ID = "model.lightgcn";
    /** Vectors, two moments, gradient, the best so far, and what handing on takes. */
    private static final int COPIES = 9;

    /**
     * @param width     of the vectors
     * @param rounds    how often vectors are handed on from items to users and back
     * @param epochs    passes over all users, at most
     * @param batch     users in one step
     * @param rate      of learning, the highest
     * @param left      share of a user's items that is left out while training, and told from the others
     * @param decay     of weights, decoupled
     * @param longest   gradients together are cut to this length
     * @param objective what is made small
     * @param negatives items drawn at random in each step
     * @param popular   share of them that is drawn by popularity
     * @param patience  ends early after so many looks at the validation part without gain; 0 for never
     * @param stopAt    ends after so many epochs, as if stopped by hand: the rate still falls over all; 0 for never
     * @param processor where to train
     * @param seed      of the first vectors, the order of work and all that is drawn
     */
    public record Setup(@Between(min = 4, max = 1024) int width, @Between(min = 0, max = 8) int rounds, @Between(min = 1, max = 10_000) int epochs,
            @Between(min = 1, max = 4096) int batch, @Between(min = 1e-6, max = 1) double rate, @Between(min = 0.01, max = 0.99) double left,
            @Seldom @Between(min = 0, max = 1) double decay, @Seldom @Between(min = 0.001, max = 1000) double longest, Objective objective,
            @Between(min = 1, max = 10_000) int negatives, @Seldom @Between(min = 0, max = 1) double popular, @Between(min = 0, max = 1000) int patience, @Seldom @Between(min = 0, max = 10_000) int stopAt,
            Processor processor, @Seldom @Between(min = Long.MIN_VALUE, max = Long.MAX_VALUE) long seed) {
        public Setup {
            Settings.check(Setup.class, width, rounds, epochs, batch, rate, left, decay, longest, objective, negatives, popular, patience, stopAt, processor, seed);
        }
    }

    @Override public String id() {
        return ID;
    }

    @Override public Setup defaults() {
        return new Setup(64, 1, 50, 64, 0.02, 0.2, 0, 5, Objective.SOFTMAX, 512, 0.5, 5, 0, Processor.AUTO, 1);
    }

    @Override Plan plan(Setup s) {
        return new Plan(s.epochs(), s.rate(), s.decay(), s.longest(), s.patience(), s.stopAt(), s.processor(), s.seed());
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("split", PortType.SPLIT));
    }

    @Override Map<String, String> shape(Setup s, Given given) {
        return Map.of("width", Integer.toString(s.width()));
    }

    @Override Lesson lesson(Setup s, NDManager manager, Given given, SplittableRandom random) {
        var way = new LightGcn.Way(s.batch(), s.left(), s.objective(), s.negatives(), s.popular());
        return new LightGcn(manager, new LightGcn.Size(s.width(), s.rounds()), way, given.split(), given.known(), random);
    }

    @Override Reader reader(Map<String, String> shape, Map<String, float[]> learned) {
        return new GraphReader(number(shape, "width"), learned);
    }

    /** On the processor; a graphics card has memory of its own. */
    @Override public long memory(Setup s, Volumes in) {
        Extent of = Extent.of(in.at("split"));
        long told = (long) (s.left() * of.events() * s.batch() / Math.max(1, of.users())), step = 2L * s.batch() * of.items() + told * (6L * s.negatives() + 3L * s.width());
        return Memory.ofTraining(of).plus((COPIES * of.items() + 2L * of.users()) * s.width() + step, Float.BYTES).bytes();
    }
}
