package shelfwise.model.torch;

import java.util.List;
import shelfwise.base.Problem;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.data.Model;
import shelfwise.data.Split;
import shelfwise.model.Extent;
import shelfwise.model.Memory;
import shelfwise.model.Workers;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volumes;

/** Learns from the order of each user's events what comes next (sequential Transformer). */
public final class FitTransformer implements Operator.Fit<FitTransformer.Setup> {
    private static final String ID = "model.transformer";
    /** Weights, two moments, gradient and the best so far, each a float. */
    private static final int COPIES = 5;
    /** Floats that a step keeps of each place, width and block, for the way back. */
    private static final int KEPT = 16;

    /**
     * @param width       of the vectors of items and of what is made of them; a multiple of the heads
     * @param blocks      of attention and forward layer, one above the other
     * @param heads       of attention in each block
     * @param length      events of a history that are looked at, the latest
     * @param epochs      passes over all histories, at most
     * @param batch       histories in one step
     * @param rate        of learning, the highest
     * @param dropout     share of the numbers that are left out at random while training
     * @param decay       of weights, decoupled
     * @param longest     gradients together are cut to this length
     * @param objective   what is made small
     * @param negatives   items drawn at random in each step
     * @param crop        whether half of the histories are cut to random stretches in each epoch
     * @param patience    ends early after so many looks at the validation part without gain; 0 for never
     * @param processor   where to train
     * @param seed        of the first weights, the order of work and all that is drawn
     */
    public record Setup(@Between(min = 4, max = 1024) int width, @Between(min = 1, max = 4) int blocks, @Between(min = 1, max = 16) int heads,
            @Between(min = 2, max = 1000) int length, @Between(min = 1, max = 10_000) int epochs, @Between(min = 1, max = 4096) int batch,
            @Between(min = 1e-6, max = 1) double rate, @Between(min = 0, max = 0.9) double dropout, @Between(min = 0, max = 1) double decay,
            @Between(min = 0.001, max = 1000) double longest, Objective objective, @Between(min = 1, max = 10_000) int negatives, boolean crop,
            @Between(min = 0, max = 1000) int patience, Processor processor, @Between(min = Long.MIN_VALUE, max = Long.MAX_VALUE) long seed) {
        public Setup {
            Settings.check(Setup.class, width, blocks, heads, length, epochs, batch, rate, dropout, decay, longest, objective, negatives, crop, patience,
                    processor, seed);
        }
    }

    @Override public String id() {
        return ID;
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(64, 2, 2, 100, 100, 128, 0.001, 0.2, 0, 5, Objective.SOFTMAX, 256, false, 10, Processor.AUTO, 1);
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("split", PortType.SPLIT));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("model", PortType.MODEL));
    }

    /** On the processor; a graphics card has memory of its own. */
    @Override public long memory(Setup s, Volumes in) {
        Extent of = Extent.of(in.at("split"));
        long learned = (of.items() + s.length() + 6L * s.blocks() * s.width()) * s.width();
        long places = Math.min((long) s.batch() * s.length(), of.events());
        long step = places * ((long) s.width() * s.blocks() * KEPT + (long) s.blocks() * s.heads() * s.length() * 3 + 3L * s.negatives());
        return Memory.ofMatrix(of).plus(COPIES * learned + step + of.users() * s.width(), Float.BYTES).bytes();
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        Split split = in.one("split", Split.class);
        Interactions training = split.train();
        if (training.size() == 0) throw Problem.of("model.no-events", context.node()).asException();
        if (settings.width() % settings.heads() != 0) throw Problem.of("torch.heads", context.node(), settings.width(), settings.heads()).asException();
        var shape = new TransformerShape(training.items().size(), settings.width(), settings.heads(), settings.blocks(), settings.length());
        SequenceTraining.Learned learned = new SequenceTraining(context.node(), shape, settings, split).learn(Workers.all(), context.progress().part(0, 0.9));
        return Values.of("model", SequenceModel.made(context.node(), training, ID, shape, learned, Workers.all(), context.progress().part(0.9, 1)));
    }

    @Override public Model restore(Bundle bundle, Restorer others) {
        return SequenceModel.of(ID, bundle);
    }
}
