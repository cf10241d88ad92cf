package shelfwise.model.torch;

import ai.djl.ndarray.NDManager;
import java.util.Map;
import java.util.SplittableRandom;
import shelfwise.base.Problem;
import shelfwise.data.Split;

/** What the operators share that train a {@link Transformer}, whichever way its places look. */
abstract class TransformerFit<S extends Record> extends SequenceFit<S> {
    /**
     * The sizes that are asked for.
     *
     * @param causal whether a place sees what came before it alone
     * @param gaps   whether the time since the event before is looked at
     */
    record Sizes(int width, int heads, int blocks, int length, boolean causal, boolean gaps) {
        TransformerShape shape() {
            return new TransformerShape(width, heads, blocks, length, causal, gaps);
        }
    }

    abstract Sizes sizes(S settings);

    abstract double dropout(S settings);

    @Override void check(S settings, Split split, String node) {
        Sizes s = sizes(settings);
        if (s.width() % s.heads() != 0) throw Problem.of("torch.heads", node, s.width(), s.heads()).asException();
        if (s.gaps() && !split.train().timed()) throw Problem.of("torch.no-gaps", node).asException();
    }

    @Override int length(S settings) {
        return sizes(settings).length();
    }

    @Override Map<String, String> shape(S settings, Given given) {
        return sizes(settings).shape().facts();
    }

    @Override Network start(S settings, NDManager manager, Given given, SplittableRandom random) {
        return Transformer.start(sizes(settings).shape(), manager, given.taught(), given.text(), dropout(settings), random);
    }

    @Override Reader reader(Map<String, String> shape, Map<String, float[]> learned) {
        return new TransformerScorer(TransformerShape.of(shape), learned);
    }

    @Override long weights(S settings, long items) {
        return sizes(settings).shape().weights(items);
    }

    @Override long place(S settings) {
        return sizes(settings).shape().place();
    }
}
