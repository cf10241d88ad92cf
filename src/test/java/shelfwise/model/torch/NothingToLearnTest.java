package shelfwise.model.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shelfwise.base.ProblemException;
import shelfwise.data.Interactions;
import shelfwise.data.Vectors;
import shelfwise.model.Tiny;
import shelfwise.pipeline.Values;

/** A network that was taught nothing is no model: its numbers are those that chance began with. */
class NothingToLearnTest {
    private static final int USERS = 6;
    private static final List<NeuralFit<?>> IN_ORDER = List.of(new FitTransformer(), new FitBert(), new FitGru(), new FitTwoTower(), new FitPooling());
    private static final List<NeuralFit<?>> OF_SETS = List.of(new FitLightGcn(), new FitNeuMf());

    private static Interactions events(int each, int items) {
        int[][] pairs = IntStream.range(0, USERS * each).mapToObj(k -> new int[] {k / each, k % items}).toArray(int[][]::new);
        return Tiny.events(USERS, items, pairs);
    }

    private static <S extends Record> String refused(NeuralFit<S> fit, Interactions training) {
        int n = training.items().size();
        float[] axes = new float[n * n];
        for (int i = 0; i < n; i++) axes[i * n + i] = 1;
        Values in = Values.of("split", Tiny.split(training), "vectors", new Vectors(training.items(), n, axes));
        return assertThrows(ProblemException.class, () -> fit.run(fit.defaults(), in, Tiny.context("net")), fit.id()).problem().key();
    }

    @Test void usersOfOneEventEachTeachNoOrder() {
        for (NeuralFit<?> fit : IN_ORDER) assertEquals("torch.nothing-to-learn", refused(fit, events(1, 2)), fit.id());
    }

    @Test void usersOfOneItemEachTeachNothingOfWhatGoesTogether() {
        for (NeuralFit<?> fit : OF_SETS) assertEquals("torch.nothing-to-learn", refused(fit, events(3, 1)), fit.id());
    }
}
