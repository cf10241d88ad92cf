package shelfwise.model.torch;

import ai.djl.ndarray.NDManager;
import java.util.Map;
import java.util.SplittableRandom;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Seldom;
import shelfwise.pipeline.Settings;

/** Learns from the order of each user's events what comes next, event by event (GRU4Rec). */
public final class FitGru extends SequenceFit<FitGru.Setup> {
    private static final String ID = "model.gru4rec";

    /**
     * @param width     of the vectors
     * @param layers    of units, one above the other
     * @param length    events of a history that are looked at, the latest
     * @param epochs    passes over all histories, at most
     * @param batch     histories in one step
     * @param rate      of learning, the highest
     * @param dropout   share of the numbers that are left out at random while training
     * @param decay     of weights, decoupled
     * @param longest   gradients together are cut to this length
     * @param objective what is made small
     * @param negatives items drawn at random in each step
     * @param popular   share of them that is drawn by popularity
     * @param crop      whether half of the histories are cut to random stretches in each epoch
     * @param patience  ends early after so many looks at the validation part without gain; 0 for never
     * @param stopAt    ends after so many epochs, as if stopped by hand: the rate still falls over all; 0 for never
     * @param processor where to train
     * @param seed      of the first weights, the order of work and all that is drawn
     */
    public record Setup(@Between(min = 4, max = 1024) int width, @Between(min = 1, max = 4) int layers, @Between(min = 2, max = 1000) int length,
            @Between(min = 1, max = 10_000) int epochs, @Between(min = 1, max = 4096) int batch, @Between(min = 1e-6, max = 1) double rate,
            @Between(min = 0, max = 0.9) double dropout, @Seldom @Between(min = 0, max = 1) double decay, @Seldom @Between(min = 0.001, max = 1000) double longest,
            Objective objective, @Between(min = 1, max = 10_000) int negatives, @Seldom @Between(min = 0, max = 1) double popular, @Seldom boolean crop,
            @Between(min = 0, max = 1000) int patience, @Seldom @Between(min = 0, max = 10_000) int stopAt, Processor processor, @Seldom @Between(min = Long.MIN_VALUE, max = Long.MAX_VALUE) long seed) {
        public Setup {
            Settings.check(Setup.class, width, layers, length, epochs, batch, rate, dropout, decay, longest, objective, negatives, popular, crop, patience, stopAt,
                    processor, seed);
        }
    }

    @Override public String id() {
        return ID;
    }

    @Override public Setup defaults() {
        return new Setup(64, 1, 100, 100, 128, 0.002, 0.2, 0, 5, Objective.SOFTMAX, 256, 0, false, 10, 0, Processor.AUTO, 1);
    }

    @Override Plan plan(Setup s) {
        return new Plan(s.epochs(), s.rate(), s.decay(), s.longest(), s.patience(), s.stopAt(), s.processor(), s.seed());
    }

    @Override SequenceLesson.Way way(Setup s) {
        return new SequenceLesson.Way(s.batch(), s.crop(), s.objective(), s.negatives(), s.popular());
    }

    @Override int length(Setup s) {
        return s.length();
    }

    @Override Map<String, String> shape(Setup s, Given given) {
        return Map.of("width", Integer.toString(s.width()), "layers", Integer.toString(s.layers()), "length", Integer.toString(s.length()));
    }

    @Override Network start(Setup s, NDManager manager, Given given, SplittableRandom random) {
        return Gru.start(new Gru.Size(s.width(), s.layers(), s.length()), manager, given.taught(), given.text(), s.dropout(), random);
    }

    @Override Reader reader(Map<String, String> shape, Map<String, float[]> learned) {
        return new GruReader(new Gru.Size(number(shape, "width"), number(shape, "layers"), number(shape, "length")), learned);
    }

    @Override long weights(Setup s, long items) {
        return (items + 6L * s.layers() * s.width()) * s.width();
    }

    @Override long place(Setup s) {
        return 12L * s.layers() * s.width();
    }
}
