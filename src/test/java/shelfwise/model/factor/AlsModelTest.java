package shelfwise.model.factor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;
import shelfwise.model.Evidence;
import shelfwise.model.History;
import shelfwise.model.ItemFactors;
import shelfwise.model.Tiny;
import shelfwise.model.TrainedModel;
import shelfwise.model.Weights;
import shelfwise.model.Workers;
import shelfwise.model.factor.FitAls.Solver;
import shelfwise.model.kernel.Kernel;

class AlsModelTest {
    private static final int USERS = 30, ITEMS = 17, FACTORS = 9; // neither a multiple of 4 nor of 8
    private static final Interactions EVENTS = random();

    private static Interactions random() {
        var random = new Random(5);
        int[][] pairs = new int[200][];
        float[] weight = new float[pairs.length];
        for (int e = 0; e < pairs.length; e++) {
            int user = random.nextInt(USERS);
            pairs[e] = new int[] {user, (user * 3 + random.nextInt(6)) % ITEMS};
            weight[e] = 1 + random.nextInt(3);
        }
        return Tiny.weighted(USERS, ITEMS, weight, pairs);
    }

    private static FitAls.Setup setup(Weights weights, boolean scaled, Solver solver, int iterations, int steps) {
        return new FitAls.Setup(FACTORS, iterations, 0.3, scaled, 2, weights, solver, steps, 7, 32, 0);
    }

    private static TrainedModel fit(FitAls.Setup setup) {
        return Tiny.fit(new FitAls(), setup, EVENTS);
    }

    private static void agreesWithDense(Weights weights, boolean scaled) {
        var dense = DenseAls.scores(EVENTS.matrix(), new Objective(FACTORS, 2, weights, 0.3, scaled), 4, start());
        var model = fit(setup(weights, scaled, Solver.CHOLESKY, 4, 1));
        for (int u = 0; u < USERS; u++) for (int i = 0; i < ITEMS; i++) assertEquals(dense[u][i], Tiny.scores(model, u)[i], 1e-4, u + " " + i);
    }

    private static double[][] start() {
        float[] values = Factors.random(ITEMS, FACTORS, 7).values();
        double[][] rows = new double[ITEMS][FACTORS];
        for (int v = 0; v < values.length; v++) rows[v / FACTORS][v % FACTORS] = values[v];
        return rows;
    }

    @Test void exactSolvesAgreeWithSlowDenseArithmetic() {
        agreesWithDense(Weights.BINARY, false);
    }

    @Test void weightsAndScaledRegularisationAgreeToo() {
        agreesWithDense(Weights.AS_THEY_ARE, true);
    }

    @Test void conjugateGradientWithAsManyStepsAsFactorsIsExact() {
        var exact = fit(setup(Weights.BINARY, false, Solver.CHOLESKY, 4, 1));
        var stepped = fit(setup(Weights.BINARY, false, Solver.CONJUGATE_GRADIENT, 4, 2 * FACTORS));
        for (int u = 0; u < USERS; u++) assertArrayEquals(Tiny.scores(exact, u), Tiny.scores(stepped, u), 1e-3f);
    }

    @Test void threeStepsComeNearAfterSomeIterations() {
        var exact = fit(setup(Weights.BINARY, false, Solver.CHOLESKY, 30, 1));
        var stepped = fit(setup(Weights.BINARY, false, Solver.CONJUGATE_GRADIENT, 30, 3));
        for (int u = 0; u < USERS; u++) assertArrayEquals(Tiny.scores(exact, u), Tiny.scores(stepped, u), 0.1f);
    }

    @Test void oneBlockOfAllPlacesIsExact() {
        var exact = fit(setup(Weights.AS_THEY_ARE, false, Solver.CHOLESKY, 4, 1));
        var blocks = fit(setup(Weights.AS_THEY_ARE, false, Solver.BLOCKS, 4, 1));
        for (int u = 0; u < USERS; u++) assertArrayEquals(Tiny.scores(exact, u), Tiny.scores(blocks, u), 1e-3f);
    }

    @Test void smallBlocksComeNearAfterSomeIterations() {
        var exact = Tiny.fit(new FitAls(), new FitAls.Setup(40, 40, 0.5, true, 2, Weights.AS_THEY_ARE, Solver.CHOLESKY, 1, 7, 32, 0), EVENTS);
        var blocks = Tiny.fit(new FitAls(), new FitAls.Setup(40, 40, 0.5, true, 2, Weights.AS_THEY_ARE, Solver.BLOCKS, 1, 7, 16, 0), EVENTS);
        for (int u = 0; u < USERS; u++) assertArrayEquals(Tiny.scores(exact, u), Tiny.scores(blocks, u), 0.05f);
    }

    @Test void itEndsEarlyOnceTheVectorsHardlyMove() {
        var patient = new FitAls.Setup(FACTORS, 200, 0.3, false, 2, Weights.BINARY, Solver.CHOLESKY, 1, 7, 32, 0);
        var tolerant = new FitAls.Setup(FACTORS, 200, 0.3, false, 2, Weights.BINARY, Solver.CHOLESKY, 1, 7, 32, 0.001);
        AlsTraining.Result all = train(patient, Kernel.best()), early = train(tolerant, Kernel.best());
        assertEquals(200, all.iterations());
        assertTrue(early.iterations() > 3 && early.iterations() < 150, "" + early.iterations());
        AlsTraining.Result before = train(new FitAls.Setup(FACTORS, early.iterations() - 1, 0.3, false, 2, Weights.BINARY, Solver.CHOLESKY, 1, 7, 32, 0), Kernel.best());
        double moved = 0, length = 0;
        for (int k = 0; k < ITEMS * FACTORS; k++) {
            moved += Math.pow(early.items().values()[k] - before.items().values()[k], 2);
            length += Math.pow(early.items().values()[k], 2);
        }
        assertTrue(Math.sqrt(moved / length) <= 0.001);
    }

    private static AlsTraining.Result train(FitAls.Setup setup, Kernel kernel) {
        return new AlsTraining(kernel, setup, new Workers(1)).learn(EVENTS.matrix(), Progress.NONE);
    }

    @ParameterizedTest @EnumSource
    void plainJavaAndVectorsLearnTheSameBits(Solver solver) {
        var setup = new FitAls.Setup(40, 3, 0.3, false, 2, Weights.AS_THEY_ARE, solver, 3, 7, 16, 0);
        AlsTraining.Result plain = train(setup, Kernel.plain()), best = train(setup, Kernel.best());
        assertArrayEquals(plain.items().values(), best.items().values());
        assertArrayEquals(plain.users().values(), best.users().values());
    }

    @Test void rowsLongerThanATileAreSolvedAsWell() {
        int users = 20_000; // all took i0, every third i1: the row of i0 is gathered in pieces
        int[][] pairs = new int[users + users / 3][];
        for (int u = 0; u < users; u++) pairs[u] = new int[] {u, 0};
        for (int k = 0; k < users / 3; k++) pairs[users + k] = new int[] {3 * k, 1};
        var events = Tiny.events(users, 2, pairs);
        var exact = Tiny.fit(new FitAls(), new FitAls.Setup(3, 4, 0.3, false, 2, Weights.BINARY, Solver.CHOLESKY, 1, 7, 32, 0), events);
        var stepped = Tiny.fit(new FitAls(), new FitAls.Setup(3, 4, 0.3, false, 2, Weights.BINARY, Solver.CONJUGATE_GRADIENT, 6, 7, 32, 0), events);
        var blocks = Tiny.fit(new FitAls(), new FitAls.Setup(3, 4, 0.3, false, 2, Weights.BINARY, Solver.BLOCKS, 6, 7, 32, 0), events);
        for (int u = 0; u < 6; u++) assertArrayEquals(Tiny.scores(exact, u), Tiny.scores(stepped, u), 1e-3f);
        for (int u = 0; u < 6; u++) assertArrayEquals(Tiny.scores(exact, u), Tiny.scores(blocks, u), 1e-3f);
    }

    @Test void aUserIsFoldedInToItsOwnScores() {
        var model = fit(setup(Weights.AS_THEY_ARE, false, Solver.CONJUGATE_GRADIENT, 5, 3));
        float[] folded = new float[ITEMS];
        for (int u = 0; u < USERS; u++) {
            model.score(History.of(EVENTS, EVENTS.histories(), u), folded);
            assertArrayEquals(Tiny.scores(model, u), folded, 1e-5f);
        }
    }

    @Test void theEvidenceAddsUpToTheScore() {
        var model = fit(setup(Weights.AS_THEY_ARE, false, Solver.CONJUGATE_GRADIENT, 5, 3));
        for (int i = 0; i < ITEMS; i++) {
            Evidence why = model.evidence(History.of(EVENTS, EVENTS.histories(), 3), i);
            assertEquals(Tiny.scores(model, 3)[i], why.score(), 1e-4);
            assertEquals(why.score(), why.parts().stream().mapToDouble(Evidence.Part::contribution).sum(), 1e-5);
        }
    }

    @Test void theSameSeedGivesTheSameModelWithAnyNumberOfThreads() {
        var setup = setup(Weights.BINARY, false, Solver.CONJUGATE_GRADIENT, 3, 3);
        String one = AlsModel.fit("m", EVENTS, setup, new Workers(1), Progress.NONE).hash();
        assertEquals(one, AlsModel.fit("m", EVENTS, setup, new Workers(3), Progress.NONE).hash());
        var other = new FitAls.Setup(FACTORS, 3, 0.3, false, 2, Weights.BINARY, Solver.CONJUGATE_GRADIENT, 3, 8, 32, 0);
        assertTrue(!one.equals(AlsModel.fit("m", EVENTS, other, new Workers(1), Progress.NONE).hash()));
    }

    @Test void twoGroupsOfUsersAreToldApart() {
        var model = Tiny.fit(new FitAls(), new FitAls.Setup(2, 15, 0.1, false, 1, Weights.BINARY, Solver.CHOLESKY, 1, 1, 32, 0),
                Tiny.drawn("xxx   ", "xx    ", " xx   ", "   xxx", "   xx ", "    xx"));
        float[] scores = Tiny.scores(model, 1);
        assertTrue(scores[2] > 0.3 && Math.abs(scores[5]) < 0.05, scores[2] + " " + scores[5]);
        assertEquals(List.of(0, 1), model.similar(2, 2).stream().map(n -> n.number()).sorted().toList());
    }

    @Test void itemsAndUsersWithoutEventsAreSilent() {
        var model = Tiny.fit(new FitAls(), null, Tiny.drawn("xx ", "x  ", "   "));
        assertEquals(Float.NEGATIVE_INFINITY, Tiny.scores(model, 0)[2]);
        assertArrayEquals(new float[] {Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY}, Tiny.scores(model, 2));
        assertEquals(List.of(), model.similar(2, 3));
    }

    @Test void negativeWeightsAreRefused() {
        var returned = Tiny.weighted(1, 2, new float[] {1, -2}, new int[] {0, 0}, new int[] {0, 1});
        var e = assertThrows(ProblemException.class, () -> Tiny.fit(new FitAls(), setup(Weights.AS_THEY_ARE, false, Solver.CHOLESKY, 1, 1), returned));
        assertEquals("model.negative-weight", e.problem().key());
    }

    @Test void theMemoryReckonedIsThatOfItsArraysWithinAFifth() {
        int users = 3000, items = 500, factors = 30;
        int[][] pairs = new int[40_000][];
        for (int e = 0; e < pairs.length; e++) pairs[e] = new int[] {e % users, e / users * 31 % items};
        Interactions events = Tiny.events(users, items, pairs);
        var setup = new FitAls.Setup(factors, 1, 0.3, false, 2, Weights.BINARY, Solver.CONJUGATE_GRADIENT, 1, 7, 32, 0);
        var training = new AlsTraining(Kernel.plain(), setup, new Workers(1));
        AlsTraining.Result learned = training.learn(events.matrix(), Progress.NONE);
        var thread = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        boolean[] known = new boolean[items];
        new ItemFactors(learned.items().values(), factors, null, known);
        long before = thread.getCurrentThreadAllocatedBytes();
        events.matrix();
        new ItemFactors(learned.items().values(), factors, null, known);
        long made = thread.getCurrentThreadAllocatedBytes() - before + 4L * (learned.users().values().length + learned.items().values().length);
        assertEquals(1, (double) AlsModel.memory("als", events, factors).bytes() / made, 0.2);
    }

    @Test void vectorsThatNoArrayHoldsAreRefused() {
        var events = new Interactions(Tiny.ids("u", 2), Tiny.ids("i", 2), new int[0], new int[0], new long[0], new float[0], false);
        assertEquals("model.too-many-factors", assertThrows(ProblemException.class, () -> AlsModel.memory("als", events, 1_200_000_000)).problem().key());
    }
}
