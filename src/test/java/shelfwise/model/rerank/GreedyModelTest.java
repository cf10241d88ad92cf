package shelfwise.model.rerank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shelfwise.base.ProblemException;
import shelfwise.data.Interactions;
import shelfwise.data.Portable;
import shelfwise.data.Vectors;
import shelfwise.model.Evidence;
import shelfwise.model.History;
import shelfwise.model.Recommendations;
import shelfwise.model.Recommender;
import shelfwise.model.Says;
import shelfwise.model.Tiny;
import shelfwise.model.rerank.FitDiversity.By;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Values;

/** Each order worked out by hand. u0 has seen i0 of category A and i1 of B, u1 has seen i0 alone; i2 and i3 are of A, i4 and i5 of B. */
class GreedyModelTest {
    private static final Interactions SHOP = Tiny.drawn("xx....", "x.....", "..xxxx");
    private static final String[] CATEGORIES = {"A", "B", "A", "A", "B", "B"};
    /** New items have relevance 1, 0.9, 0.8 and 0. */
    private static final Recommender BASE = new Says("base", SHOP, 20, 5, 10, 9, 8, 0);

    private static <S extends Record> Recommender fit(Operator.Fit<S> fit, S setup, Recommender base, Portable... more) {
        var in = new HashMap<String, List<Portable>>(Map.of("model", List.of(base), "catalogue", List.of(Tiny.categories(CATEGORIES))));
        for (Portable p : more) in.put("vectors", List.of(p));
        return fit.run(setup, new Values(in), Tiny.context("again")).one("model", Recommender.class);
    }

    private static List<Integer> order(Recommender model, String user) {
        var items = new ArrayList<Integer>();
        for (Recommendations.Row row : Recommendations.forUser(model, user, 4, true)) items.add(row.item());
        return items;
    }

    private static Recommender diverse(double strength, By by, int places, Portable... more) {
        return fit(new FitDiversity(), new FitDiversity.Setup(strength, by, places, 100, true), BASE, more);
    }

    @Test void varietyPutsAnItemLikeThoseAboveItDown() {
        // d = 0.5: i2 0.5; then i3 0.45 - 0.5, i4 0.4, i5 0: i4; then i3 -0.05, i5 0 - 0.5: i3
        assertEquals(List.of(2, 4, 3, 5), order(diverse(0.5, By.CATEGORY, 20), "u0"));
        assertEquals(List.of(2, 3, 4, 5), order(diverse(0, By.CATEGORY, 20), "u0"));
        assertEquals(List.of(2, 4, 3, 5), order(diverse(1, By.CATEGORY, 2), "u0"), "the rest as the model has it");
    }

    @Test void thePlacesKeepTheModelsScores() {
        assertArrayEquals(new float[] {20, 5, 10, 8, 9, 0}, Tiny.scores(diverse(0.5, By.CATEGORY, 20), 0), "seen ones keep theirs");
    }

    @Test void equalScoresAreMadeToFall() {
        Recommender flat = new Says("flat", SHOP, 1, 1, 1, 1, 1, 1);
        float[] scores = Tiny.scores(fit(new FitDiversity(), new FitDiversity.Setup(0.5, By.CATEGORY, 20, 100, true), flat), 0);
        float second = Math.nextDown(1f), third = Math.nextDown(second);
        assertArrayEquals(new float[] {1, 1, 1, third, second, Math.nextDown(third)}, scores); // i2, i4, then i3 before i5 as in the model
    }

    @Test void itemsBehindThePoolStayBehindIt() {
        Recommender flat = new Says("flat", SHOP, 1, 1, 1, 1, 1, 1);
        Recommender model = fit(new FitDiversity(), new FitDiversity.Setup(0.5, By.CATEGORY, 20, 2, true), flat);
        float last = Math.nextDown(1f);
        float[] scores = Tiny.scores(model, 0);
        assertArrayEquals(new float[] {1, last, Math.nextDown(last), Math.nextDown(last)}, Arrays.copyOfRange(scores, 2, 6));
    }

    @Test void theEvidenceIsTheModelsAndTheChange() {
        Evidence why = diverse(0.5, By.CATEGORY, 20).evidence(new History(new int[] {0, 1}, new float[] {1, 1}), 4);
        assertEquals(9, why.score());
        assertEquals(true, why.additive());
        assertEquals(List.of(8.0, 1.0), why.parts().stream().map(Evidence.Part::contribution).toList());
        assertEquals(new Evidence.Part(Evidence.Kind.RULE, 1, 1, 1 / 9.0, Double.NaN, -1, List.of("rerank.why.diversity", "3", "2")), why.parts().get(1));
    }

    @Test void customersInCommonMakeItemsAlike() {
        var likeness = new Likeness.OfCustomers(Tiny.drawn("xx.", "x..", "xx.").matrix().transpose());
        Likeness.Probe probe = likeness.probe();
        probe.from(0);
        assertEquals(2 / Math.sqrt(6), probe.to(1), 1e-12);
        assertEquals(0, probe.to(2));
        probe.from(2);
        assertEquals(0, probe.to(1), "nobody has it");
    }

    @Test void vectorsAreComparedByTheirAngle() {
        var vectors = new Vectors(Tiny.ids("i", 3), 2, new float[] {3, 4, 2, 0, 0, 0});
        Likeness.Probe probe = Likeness.OfVectors.of(Tiny.ids("i", 4), vectors).probe();
        probe.from(0);
        assertArrayEquals(new double[] {1, 0.6, 0, 0}, new double[] {probe.to(0), probe.to(1), probe.to(2), probe.to(3)}, 1e-6);
    }

    @Test void aModelsOwnSimilarItemsMakeItemsAlike() {
        Likeness.Probe probe = new Likeness.OfModel(BASE).probe(); // the next item, with 0.5
        probe.from(2);
        assertArrayEquals(new double[] {0, 0.5, 0}, new double[] {probe.to(2), probe.to(3), probe.to(4)});
        probe.from(3);
        assertArrayEquals(new double[] {0, 0.5}, new double[] {probe.to(3), probe.to(4)});
    }

    private static List<Integer> xquad(double strength) {
        return order(fit(new FitXquad(), new FitXquad.Setup(strength, 20, 100, true), BASE), "u0");
    }

    @Test void everyCategoryOfTheHistoryHasItsPlace() {
        // P(A) = P(B) = 1/2; within A i2 1/1.9, i3 0.9/1.9; within B i4 1. d = 1: i2 0.263, i3 0.237, i4 0.5: i4, then B is covered: i2, i3
        assertEquals(List.of(4, 2, 3, 5), xquad(1));
        // d = 0.1: i2 0.9/2.7 + 0.026 = 0.360, i4 0.9*0.8/2.7 + 0.05 = 0.317; then i3 0.9*0.9/2.7 + 0.1*0.5*0.474*0.474 = 0.311: i4
        assertEquals(List.of(2, 4, 3, 5), xquad(0.1));
        assertEquals(List.of(2, 3, 4, 5), xquad(0));
    }

    @Test void sharesComeToThoseOfTheHistory() {
        // u1 took A alone; relevance i2 0.8, i3 0, i4 1, i5 0.9; d = 0.5
        // first: i4 0.5 - 0.5 ln 100, i2 0.4 - 0: i2. Then q(A) after B 1/2: i4 0.5 - 0.5 ln(1/0.505) = 0.158, i3 0: i4
        // then i3, q 2/3: -0.5 ln(1/0.67) = -0.200; i5, q 1/3: 0.45 - 0.5 ln(1/0.34) = -0.089: i5
        Recommender base = new Says("base", SHOP, 0, 0, 8, 0, 10, 9);
        assertEquals(List.of(2, 4, 5), order(fit(new FitCalibration(), new FitCalibration.Setup(0.5, 20, 4, true), new Says("base", SHOP, 0, -1, 8, 0, 10, 9)), "u1").subList(0, 3));
        assertEquals(List.of(4, 5, 2), order(fit(new FitCalibration(), new FitCalibration.Setup(0, 20, 100, true), base), "u1").subList(0, 3));
    }

    @Test void whatIsNotLinkedIsAskedFor() {
        assertEquals("rerank.no-vectors", key(() -> diverse(0.5, By.VECTORS, 20)));
        assertEquals("rerank.other-vectors", key(() -> diverse(0.5, By.VECTORS, 20, new Vectors(Tiny.ids("x", 1), 1, new float[] {1}))));
        var in = Values.of("model", BASE);
        assertEquals("rerank.no-catalogue", key(() -> new FitXquad().run(new FitXquad().defaults(), in, Tiny.context("x"))));
        var blank = Values.of("model", BASE, "catalogue", Tiny.categories("", "", "", "", "", ""));
        assertEquals("model.no-categories", key(() -> new FitXquad().run(new FitXquad().defaults(), blank, Tiny.context("x"))));
    }

    private static String key(Runnable fit) {
        return assertThrows(ProblemException.class, fit::run).problem().key();
    }
}
