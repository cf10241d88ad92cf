package shelfwise.model.torch;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Problem;
import shelfwise.data.Interactions;
import shelfwise.data.Split;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Seldom;
import shelfwise.pipeline.Settings;

/** Learns which text vectors of a history matter, and looks for items whose texts are like them (additive attention); for users and items never seen as well. */
public final class FitPooling extends SequenceFit<FitPooling.Setup> {
    private static final String ID = "model.attention-pooling";
    /** Of text vectors, for what memory is asked before they are seen. */
    private static final int LIKELY_WIDTH = 384;

    /**
     * @param hidden    numbers between the layers of a tower
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
    public record Setup(@Between(min = 4, max = 4096) int hidden, @Between(min = 2, max = 1000) int length, @Between(min = 1, max = 10_000) int epochs,
            @Between(min = 1, max = 4096) int batch, @Between(min = 1e-6, max = 1) double rate, @Between(min = 0, max = 0.9) double dropout,
            @Seldom @Between(min = 0, max = 1) double decay, @Seldom @Between(min = 0.001, max = 1000) double longest, Objective objective,
            @Between(min = 1, max = 10_000) int negatives, @Seldom @Between(min = 0, max = 1) double popular, @Seldom boolean crop,
            @Between(min = 0, max = 1000) int patience, @Seldom @Between(min = 0, max = 10_000) int stopAt, Processor processor, @Seldom @Between(min = Long.MIN_VALUE, max = Long.MAX_VALUE) long seed) {
        public Setup {
            Settings.check(Setup.class, hidden, length, epochs, batch, rate, dropout, decay, longest, objective, negatives, popular, crop, patience, stopAt,
                    processor, seed);
        }
    }

    @Override public String id() {
        return ID;
    }

    @Override public Setup defaults() {
        return new Setup(64, 50, 30, 128, 0.002, 0.1, 0, 5, Objective.SOFTMAX, 512, 0, true, 5, 0, Processor.AUTO, 1);
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

    @Override public List<Port> inputs() {
        return List.of(Port.one("split", PortType.SPLIT), Port.several("vectors", PortType.VECTORS));
    }

    /** Events of items without a text vector teach nothing. */
    @Override Split taughtFrom(Split split, @Nullable ItemText text, String node) {
        Interactions all = split.train();
        int[] known = text == null ? new int[0] : IntStream.range(0, all.size()).filter(e -> text.known()[all.item()[e]]).toArray();
        if (known.length == 0) throw Problem.of("vectors.of-no-item", node).asException();
        return new Split(all.pick(known), split.validation(), split.test(), split.method());
    }

    @Override boolean[] known(boolean[] taught, @Nullable ItemText text) {
        return Objects.requireNonNull(text).known();
    }

    @Override Map<String, String> shape(Setup s, Given given) {
        return Map.of("width", Integer.toString(Objects.requireNonNull(given.text()).length()), "hidden", Integer.toString(s.hidden()), "length", Integer.toString(s.length()));
    }

    @Override Network start(Setup s, NDManager manager, Given given, SplittableRandom random) {
        ItemText text = Objects.requireNonNull(given.text());
        return Pooling.start(new Pooling.Size(text.length(), s.hidden(), s.length()), manager, text, s.dropout(), random);
    }

    @Override Reader reader(Map<String, String> shape, Map<String, float[]> learned) {
        return new PoolingReader(new Pooling.Size(number(shape, "width"), number(shape, "hidden"), number(shape, "length")), learned);
    }

    @Override long weights(Setup s, long items) {
        return (long) LIKELY_WIDTH * (LIKELY_WIDTH + s.hidden());
    }

    @Override long place(Setup s) {
        return 4L * LIKELY_WIDTH + 3L * s.hidden() + 3L * s.length();
    }
}
