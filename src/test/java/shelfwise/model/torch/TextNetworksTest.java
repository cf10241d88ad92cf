package shelfwise.model.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;
import shelfwise.data.Split;
import shelfwise.data.Vectors;
import shelfwise.model.History;
import shelfwise.model.Recommender;
import shelfwise.model.Tiny;
import shelfwise.pipeline.Values;

/** Networks that are given the texts of items: three kinds of items, each user takes one kind, and the last item of each kind is new. */
class TextNetworksTest {
    private static final int KINDS = 3, EACH = 8, ITEMS = KINDS * EACH;

    private static Interactions tastes() {
        var random = new SplittableRandom(3);
        List<int[]> pairs = new ArrayList<>();
        for (int u = 0; u < 60; u++) for (int k = 0; k < 6; k++) pairs.add(new int[] {u, u % KINDS * EACH + random.nextInt(EACH - 1)});
        return Tiny.events(60, ITEMS, pairs.toArray(int[][]::new));
    }

    /** An axis for each kind and two of noise; item 0 has none. */
    private static Vectors texts() {
        var random = new SplittableRandom(4);
        float[] values = new float[ITEMS * 5];
        for (int i = 1; i < ITEMS; i++) {
            values[i * 5 + i / EACH] = 1;
            values[i * 5 + 3] = (float) (0.5 * random.nextGaussian());
            values[i * 5 + 4] = (float) (0.5 * random.nextGaussian());
        }
        return new Vectors(Tiny.ids("i", ITEMS), 5, values);
    }

    private static <S extends Record> Recommender fit(SequenceFit<S> fit, S setup) {
        Interactions all = tastes();
        var split = new Split(all, all.pick(new int[0]), all.pick(new int[0]), "all");
        Values in = Values.of("split", split, "vectors", texts());
        return fit.run(setup, in, Tiny.context("node", Progress.NONE)).one("model", Recommender.class);
    }

    private static FitTwoTower.Setup towers() {
        return new FitTwoTower.Setup(8, 16, 10, 0, 0.2, 80, 16, 0.01, 0, 0, 5, Objective.SOFTMAX, 16, 0.5, true, 0, 0, Processor.CPU, 7, List.of(), 100, 0.2);
    }

    private static FitPooling.Setup pooling() {
        return new FitPooling.Setup(8, 10, 80, 16, 0.01, 0, 0, 5, Objective.SOFTMAX, 16, 0, true, 0, 0, Processor.CPU, 7);
    }

    /** The new item of a kind stands before all items of other kinds for somebody who likes the kind. */
    private static void newOnesComeFirst(Recommender model) {
        for (int kind = 0; kind < KINDS; kind++) {
            float[] scores = new float[ITEMS];
            model.score(new History(new int[] {kind * EACH + 1, kind * EACH + 2}, new float[] {1, 1}), scores);
            int fresh = kind * EACH + EACH - 1;
            for (int i = 1; i < ITEMS; i++) if (i / EACH != kind) assertTrue(scores[fresh] > scores[i], model.operator() + ": kind " + kind + ", item " + i);
        }
    }

    @Test void newItemsAreFoundByTheirTexts() {
        newOnesComeFirst(fit(new FitTwoTower(), towers()));
        newOnesComeFirst(fit(new FitPooling(), pooling()));
    }

    @Test void anItemWithoutTextIsNeitherFoundNorReadByAttentionOverTexts() {
        Recommender model = fit(new FitPooling(), pooling());
        float[] with = new float[ITEMS], without = new float[ITEMS];
        model.score(new History(new int[] {0, 9}, new float[] {1, 1}), with);
        model.score(new History(new int[] {9}, new float[] {1}), without);
        assertEquals(Float.NEGATIVE_INFINITY, with[0]);
        for (int i = 1; i < ITEMS; i++) assertEquals(without[i], with[i]);
    }

    @Test void aKeptModelGivesTheSameScores() {
        for (Recommender model : List.of(fit(new FitTwoTower(), towers()), fit(new FitPooling(), pooling()))) {
            SequenceFit<?> fit = model.operator().equals("model.two-tower") ? new FitTwoTower() : new FitPooling();
            var again = (Recommender) fit.restore(model.toBundle(), Tiny.NO_OTHERS);
            float[] before = new float[ITEMS], after = new float[ITEMS];
            for (int u = 0; u < 60; u++) {
                model.score(u, before);
                again.score(u, after);
                for (int i = 0; i < ITEMS; i++) assertEquals(before[i], after[i]);
            }
            assertEquals(model.hash(), again.hash());
        }
    }
}
