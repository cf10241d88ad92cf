package shelfwise.model.hybrid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shelfwise.base.ProblemException;
import shelfwise.data.Interactions;
import shelfwise.data.Portable;
import shelfwise.data.Split;
import shelfwise.model.Evidence;
import shelfwise.model.History;
import shelfwise.model.Neighbour;
import shelfwise.model.Recommender;
import shelfwise.model.Says;
import shelfwise.model.Tiny;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Values;

/** Every formula worked out by hand for u0, who has seen i0 alone, and u1, who has seen i0, i1 and i2; u2 has seen everything. */
class HybridModelsTest {
    private static final float NOTHING = Float.NEGATIVE_INFINITY;
    private static final Interactions SHOP = Tiny.drawn("x...", "xxx.", "xxxx");
    private static final Recommender A = new Says("a", SHOP, 9, 4, 2, NOTHING), B = new Says("b", SHOP, NOTHING, 10, 30, 20);

    private static <S extends Record> Recommender fit(Operator.Fit<S> fit, S setup, Recommender... models) {
        return fit(fit, setup, Tiny.split(SHOP), models);
    }

    private static <S extends Record> Recommender fit(Operator.Fit<S> fit, S setup, Split split, Recommender... models) {
        var in = new Values(Map.<String, List<Portable>>of("split", List.of(split), "model", List.copyOf(Arrays.asList(models))));
        return fit.run(setup, in, Tiny.context("mix")).one("model", Recommender.class);
    }

    private static Recommender weighted(Scale scale, ModelWeight... weights) {
        return fit(new FitWeighted(), new FitWeighted.Setup(scale, List.of(weights)), A, B);
    }

    private static Evidence why(Recommender model, int item, int... history) {
        float[] weight = new float[history.length];
        Arrays.fill(weight, 1);
        return model.evidence(new History(history, weight), item);
    }

    @Test void minMaxTakesItsScaleFromNewItems() {
        // a: new items 4 and 2 become 1 and 0, the seen 9 is 7/2; b: 10, 30, 20 become 0, 1, 1/2
        assertArrayEquals(new float[] {3.5f, 1, 1, 0.5f}, Tiny.scores(weighted(Scale.MIN_MAX), 0), 1e-6f);
        assertArrayEquals(new float[] {7, 2, 3, 1.5f}, Tiny.scores(weighted(Scale.MIN_MAX, new ModelWeight("a", 2), new ModelWeight("b", 3)), 0), 1e-6f);
    }

    @Test void allItemsMakeTheScaleOnceEveryOneWasSeen() {
        // a: 9, 4, 2 become 1, 2/7, 0
        assertArrayEquals(new float[] {1, 2 / 7f, 1, 0.5f}, Tiny.scores(weighted(Scale.MIN_MAX), 2), 1e-6f);
    }

    @Test void zScoresCountSilenceAsTheLowest() {
        // a: mean 3, deviation 1: 6, 1, -1, silent -1; b: mean 20, deviation sqrt(200/3): silent and 10 are -10/8.165
        float z = (float) (10 / Math.sqrt(200 / 3.0));
        assertArrayEquals(new float[] {6 - z, 1 - z, -1 + z, -1}, Tiny.scores(weighted(Scale.Z_SCORE), 0), 1e-5f);
    }

    @Test void ranksForgetHowGoodTheScoresAre() {
        // a ranks i1, i2: 2/2, 1/2, and i0 above both 2/2; b ranks i2, i3, i1: 3/3, 2/3, 1/3
        assertArrayEquals(new float[] {1, 1 + 1 / 3f, 0.5f + 1, 2 / 3f}, Tiny.scores(weighted(Scale.RANK), 0), 1e-6f);
    }

    @Test void anItemIsSilentWhereEveryModelWithAWeightIs() {
        assertArrayEquals(new float[] {9, 4, 2, NOTHING}, Tiny.scores(weighted(Scale.AS_THEY_ARE, new ModelWeight("b", 0)), 0));
        assertArrayEquals(new float[] {9, 14, 32, 20}, Tiny.scores(weighted(Scale.AS_THEY_ARE), 0));
    }

    @Test void equalScoresAreAllTheHighest() {
        Recommender flat = new Says("flat", SHOP, 5, 5, 5, 5);
        assertArrayEquals(new float[] {3.5f + 1, 1 + 1, 0 + 1, 1}, Tiny.scores(fit(new FitWeighted(), new FitWeighted.Setup(Scale.MIN_MAX, List.of()), A, flat), 0), 1e-6f);
        assertArrayEquals(new float[] {6, 1, -1, -1}, Tiny.scores(fit(new FitWeighted(), new FitWeighted.Setup(Scale.Z_SCORE, List.of()), A, flat), 0), 1e-6f);
    }

    @Test void theEvidenceIsWhatEachModelAddsAndItsComponentIsAtThatPlace() {
        Recommender model = weighted(Scale.MIN_MAX, new ModelWeight("b", 3));
        var b = new Evidence.Part(Evidence.Kind.MODEL, 1, 3, 1, Double.NaN, -1, List.of("b"));
        assertEquals(new Evidence(3, true, List.of(b)), why(model, 2, 0));
        assertEquals("b", model.components().get(1).name());
    }

    @Test void reciprocalRanksAreAddedUp() {
        // k = 60; a: i1 first, i2 second, i0 would be first; b: i2, i3, i1
        Recommender fused = fit(new FitRankFusion(), new FitRankFusion().defaults(), A, B);
        assertArrayEquals(new float[] {1 / 61f, 1 / 61f + 1 / 63f, 1 / 62f + 1 / 61f, 1 / 62f}, Tiny.scores(fused, 0), 1e-7f);
        assertEquals(1 / 62.0 + 1 / 61.0, why(fused, 2, 0).parts().stream().mapToDouble(Evidence.Part::contribution).sum(), 1e-12);
    }

    @Test void equalScoresHaveEqualRanksAndNoneCountsBeyondTheDepth() {
        Recommender c = new Says("c", SHOP, 1, 7, 7, 3);
        Recommender fused = fit(new FitRankFusion(), new FitRankFusion.Setup(0, 2, List.of(new ModelWeight("b", 0))), c, B);
        assertArrayEquals(new float[] {0, 1, 1, 0}, Tiny.scores(fused, 0), 1e-7f); // i3 would be third
    }

    @Test void theModelIsSwitchedByTheDifferentItemsOfTheHistory() {
        Recommender model = fit(new FitSwitch(), new FitSwitch.Setup(2, "", ""), A, B);
        assertArrayEquals(Tiny.scores(B, 0), Tiny.scores(model, 0));
        assertArrayEquals(Tiny.scores(A, 0), Tiny.scores(model, 1));
        assertArrayEquals(Tiny.scores(B, 0), Tiny.foldedIn(model, 3, 3, 3));
        assertEquals(List.of("b"), why(model, 2, 0).parts().getFirst().terms());
        assertArrayEquals(Tiny.scores(A, 0), Tiny.scores(fit(new FitSwitch(), new FitSwitch.Setup(2, "", "a"), A, B), 0), "b for those with history, then");
    }

    @Test void aWarmModelThatSaysNothingIsSwitchedToo() {
        Recommender mute = new Says("mute", SHOP, NOTHING, NOTHING, NOTHING, NOTHING);
        assertArrayEquals(Tiny.scores(A, 0), Tiny.scores(fit(new FitSwitch(), new FitSwitch.Setup(1, "mute", ""), A, mute), 1));
    }

    @Test void theSecondModelOrdersThePoolOfTheFirst() {
        Recommender c = new Says("c", SHOP, 50, 1, 4, 3), d = new Says("d", SHOP, 2, 8, 1, 6);
        Recommender model = fit(new FitCascade(), new FitCascade.Setup(2, ""), c, d);
        // new items of c: 4 and 3 are the pool (i2, i3), 1 (i1) stands behind with (1-1)/(4-1); d orders i3 before i2; the seen i0 is good
        // enough for the pool, and d's scale in it is 1 to 6 over the new ones: i0 = (2-1)/5
        assertArrayEquals(new float[] {2 + 0.2f, 0, 2, 3}, Tiny.scores(model, 0), 1e-6f);
        assertEquals(List.of("hybrid.why.pool", "2", "c"), why(model, 3, 0).parts().getLast().terms());
        assertEquals(List.of("hybrid.why.behind-pool", "2", "c"), why(model, 1, 0).parts().getLast().terms());
    }

    @Test void anItemOfThePoolOnWhichTheSecondIsSilentComesBehindThoseItOrders() {
        Recommender model = fit(new FitCascade(), new FitCascade.Setup(3, "b"), A, B); // b finds i2, i3, i1; a has i1, i2 and not i3
        assertArrayEquals(new float[] {NOTHING, 3, 2, 1.5f}, Tiny.scores(model, 0), 1e-6f);
    }

    @Test void similarItemsAreThoseOfTheFirstModelThatKnowsAny() {
        assertEquals(List.of(new Neighbour(2, 0.5f, -1)), weighted(Scale.RANK).similar(1, 3));
        assertEquals(List.of(), weighted(Scale.RANK).similar(3, 3));
    }

    @Test void whatCannotBeJoinedIsRefused() {
        assertEquals("hybrid.one-model", key(() -> fit(new FitWeighted(), new FitWeighted().defaults(), A)));
        assertEquals("hybrid.model-twice", key(() -> fit(new FitWeighted(), new FitWeighted().defaults(), A, A)));
        assertEquals("hybrid.no-such-model", key(() -> weighted(Scale.RANK, new ModelWeight("c", 1))));
        assertEquals("hybrid.model-twice", key(() -> weighted(Scale.RANK, new ModelWeight("a", 1), new ModelWeight("a", 2))));
        assertEquals("hybrid.no-weight", key(() -> weighted(Scale.RANK, new ModelWeight("a", 0), new ModelWeight("b", 0))));
        assertEquals("hybrid.one-for-both", key(() -> fit(new FitSwitch(), new FitSwitch.Setup(2, "a", "a"), A, B)));
        assertEquals("hybrid.too-many-models", key(() -> fit(new FitCascade(), new FitCascade().defaults(), A, B, new Says("c", SHOP, 1, 1, 1, 1))));
        assertEquals("model.other-ids", key(() -> fit(new FitWeighted(), new FitWeighted().defaults(), A, new Says("c", Tiny.drawn("x.", ".x"), 1, 1))));
        assertEquals("hybrid.no-validation", key(() -> fit(new FitBlend(), new FitBlend().defaults(), A, B)));
    }

    private static String key(Runnable fit) {
        return assertThrows(ProblemException.class, fit::run).problem().key();
    }

    @Test void anItemThatOneModelDoesNotOfferIsNotOfferedAtAll() {
        Recommender strict = new Says("strict", SHOP, 2, new float[] {9, 4, 2, NOTHING});
        Recommender model = fit(new FitWeighted(), new FitWeighted().defaults(), strict, B);
        assertEquals(NOTHING, Tiny.scores(model, 0)[2]);
        assertEquals(false, model.offers(2));
        assertEquals(new Evidence(NOTHING, false, List.of()), why(model, 2, 0));
    }
}
