package shelfwise.model.torch;

import ai.djl.ndarray.NDManager;
import java.util.SplittableRandom;
import shelfwise.model.Extent;
import shelfwise.model.Memory;
import shelfwise.pipeline.Volume;
import shelfwise.pipeline.Volumes;

/** What all operators share that train a {@link Network} on the order of each user's events. */
abstract class SequenceFit<S extends Record> extends NeuralFit<S> {
    /** Weights, two moments, gradient and the best so far, each a float. */
    private static final int COPIES = 5;

    abstract SequenceLesson.Way way(S settings);

    abstract Network start(S settings, NDManager manager, Given given, SplittableRandom random);

    /** Floats that are learned. */
    abstract long weights(S settings, long items);

    /** Floats that a step keeps of each place, for the way back. */
    abstract long place(S settings);

    /** Events of a history that are looked at. */
    abstract int length(S settings);

    Questions questions(S settings, Given given) {
        return new Questions.Next();
    }

    @Override final boolean goesOn() {
        return true;
    }

    @Override final Lesson lesson(S s, NDManager manager, Given given, SplittableRandom random) {
        return new SequenceLesson(manager, start(s, manager, given, random), questions(s, given), way(s), given.split(), given.known(), plan(s).seed());
    }

    /** On the processor; a graphics card has memory of its own. */
    @Override public long memory(S s, Volumes in) {
        Extent of = Extent.of(in.at("split"));
        long places = Math.min((long) way(s).batch() * length(s), of.events());
        long step = places * (place(s) + 4L * way(s).negatives());
        long vectors = in.all().mapToLong(Volume::bytes).sum() - in.at("split").bytes();
        return Memory.ofMatrix(of).plus(COPIES * weights(s, of.items()) + step, Float.BYTES).bytes() + 2 * vectors;
    }
}
