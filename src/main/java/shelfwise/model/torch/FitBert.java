package shelfwise.model.torch;

import shelfwise.pipeline.Between;
import shelfwise.pipeline.Seldom;
import shelfwise.pipeline.Settings;

/** Learns to tell hidden items from those on both sides (BERT4Rec), and so the one that comes next. */
public final class FitBert extends TransformerFit<FitBert.Setup> {
    private static final String ID = "model.bert4rec";

    /**
     * @param width     of the vectors
     * @param blocks    of attention and forward layer, one above the other
     * @param heads     of attention in each block
     * @param length    events of a history that are looked at, the latest
     * @param share     of each history that is hidden
     * @param onlyLast  share of the histories whose last item alone is hidden
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
    public record Setup(@Between(min = 4, max = 1024) int width, @Between(min = 1, max = 4) int blocks, @Between(min = 1, max = 16) int heads,
            @Between(min = 2, max = 1000) int length, @Between(min = 0.01, max = 0.9) double share, @Between(min = 0, max = 1) double onlyLast,
            @Between(min = 1, max = 10_000) int epochs, @Between(min = 1, max = 4096) int batch, @Between(min = 1e-6, max = 1) double rate,
            @Between(min = 0, max = 0.9) double dropout, @Seldom @Between(min = 0, max = 1) double decay, @Seldom @Between(min = 0.001, max = 1000) double longest,
            Objective objective, @Between(min = 1, max = 10_000) int negatives, @Seldom @Between(min = 0, max = 1) double popular, @Seldom boolean crop,
            @Between(min = 0, max = 1000) int patience, @Seldom @Between(min = 0, max = 10_000) int stopAt, Processor processor, @Seldom @Between(min = Long.MIN_VALUE, max = Long.MAX_VALUE) long seed) {
        public Setup {
            Settings.check(Setup.class, width, blocks, heads, length, share, onlyLast, epochs, batch, rate, dropout, decay, longest, objective, negatives,
                    popular, crop, patience, stopAt, processor, seed);
        }
    }

    @Override public String id() {
        return ID;
    }

    @Override public Setup defaults() {
        return new Setup(64, 2, 2, 100, 0.2, 0.1, 200, 128, 0.001, 0.2, 0, 5, Objective.SOFTMAX, 512, 0, false, 15, 0, Processor.AUTO, 1);
    }

    @Override Plan plan(Setup s) {
        return new Plan(s.epochs(), s.rate(), s.decay(), s.longest(), s.patience(), s.stopAt(), s.processor(), s.seed());
    }

    @Override SequenceLesson.Way way(Setup s) {
        return new SequenceLesson.Way(s.batch(), s.crop(), s.objective(), s.negatives(), s.popular());
    }

    @Override Questions questions(Setup s, Given given) {
        return new Cloze(given.known().length, s.share(), s.onlyLast());
    }

    @Override Sizes sizes(Setup s) {
        return new Sizes(s.width(), s.heads(), s.blocks(), s.length(), false, false);
    }

    @Override double dropout(Setup s) {
        return s.dropout();
    }
}
