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

/** Learns to tell the items of each user through a bottleneck of a few numbers (variational autoencoder). */
public final class FitAutoEncoder extends NeuralFit<FitAutoEncoder.Setup> {
    private static final String ID = "model.vae";
    /** Weights, two moments, gradient and the best so far, each a float. */
    private static final int COPIES = 6;

    /**
     * @param hidden    numbers of the outer layers
     * @param latent    numbers that a user is boiled down to
     * @param beta      weight of the divergence from the standard normal distribution, at last
     * @param rising    epochs over which the weight rises to it
     * @param epochs    passes over all users, at most
     * @param batch     users in one step
     * @param rate      of learning, the highest
     * @param dropout   share of a user's items that are left out at random while training
     * @param decay     of weights, decoupled
     * @param longest   gradients together are cut to this length
     * @param patience  ends early after so many looks at the validation part without gain; 0 for never
     * @param stopAt    ends after so many epochs, as if stopped by hand: the rate still falls over all; 0 for never
     * @param processor where to train
     * @param seed      of the first weights, the order of work and all that is drawn
     */
    public record Setup(@Between(min = 4, max = 4096) int hidden, @Between(min = 2, max = 2048) int latent, @Seldom @Between(min = 0, max = 10) double beta,
            @Seldom @Between(min = 1, max = 10_000) int rising, @Between(min = 1, max = 10_000) int epochs, @Between(min = 1, max = 4096) int batch,
            @Between(min = 1e-6, max = 1) double rate, @Between(min = 0, max = 0.9) double dropout, @Seldom @Between(min = 0, max = 1) double decay,
            @Seldom @Between(min = 0.001, max = 1000) double longest, @Between(min = 0, max = 1000) int patience, @Seldom @Between(min = 0, max = 10_000) int stopAt, Processor processor,
            @Seldom @Between(min = Long.MIN_VALUE, max = Long.MAX_VALUE) long seed) {
        public Setup {
            Settings.check(Setup.class, hidden, latent, beta, rising, epochs, batch, rate, dropout, decay, longest, patience, stopAt, processor, seed);
        }
    }

    @Override public String id() {
        return ID;
    }

    @Override public Setup defaults() {
        return new Setup(256, 64, 0.2, 20, 100, 256, 0.001, 0.5, 0, 5, 10, 0, Processor.AUTO, 1);
    }

    @Override Plan plan(Setup s) {
        return new Plan(s.epochs(), s.rate(), s.decay(), s.longest(), s.patience(), s.stopAt(), s.processor(), s.seed());
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("split", PortType.SPLIT));
    }

    @Override Map<String, String> shape(Setup s, Given given) {
        return Map.of();
    }

    @Override Lesson lesson(Setup s, NDManager manager, Given given, SplittableRandom random) {
        var way = new AutoEncoder.Way(s.batch(), s.dropout(), s.beta(), s.rising());
        return new AutoEncoder(manager, new AutoEncoder.Size(s.hidden(), s.latent()), way, given.split(), given.known(), random);
    }

    @Override Reader reader(Map<String, String> shape, Map<String, float[]> learned) {
        return new AutoEncoderReader(learned);
    }

    /** On the processor; a graphics card has memory of its own. */
    @Override public long memory(Setup s, Volumes in) {
        Extent of = Extent.of(in.at("split"));
        long learned = 2L * of.items() * s.hidden() + 3L * s.hidden() * s.latent(), step = Math.min(s.batch(), of.users()) * (6L * of.items() + 8L * s.hidden());
        return Memory.ofMatrix(of).plus(COPIES * learned + step + of.users() * s.hidden(), Float.BYTES).bytes();
    }
}
