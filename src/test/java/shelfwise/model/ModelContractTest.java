package shelfwise.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Catalogue;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Interactions;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Sparse;
import shelfwise.data.TableBuilder;
import shelfwise.data.TextCells;
import shelfwise.model.content.FitContent;
import shelfwise.model.factor.FitAls;
import shelfwise.model.knn.FitItemKnn;
import shelfwise.model.knn.FitUserKnn;
import shelfwise.model.knn.Measure;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Values;

/** What {@link Recommender} promises, asked of every model with and without weights, on random events with repeated pairs. */
class ModelContractTest {
    private static final int USERS = 40, ITEMS = 25;
    private static final Interactions EVENTS = events();

    /** An operator with settings. */
    record Fit<S extends Record>(Operator.Fit<S> operator, S setup) {
        Recommender model(Interactions training, Progress progress) {
            Values in = new Values(java.util.Map.of("split", List.of(Tiny.split(training)), "catalogue", List.of(catalogue())));
            return operator.run(setup, in, Tiny.context("node", progress)).one("model", Recommender.class);
        }

        Recommender model() {
            return model(EVENTS, Progress.NONE);
        }
    }

    static Stream<Fit<?>> models() {
        return Stream.of(new Fit<>(new FitPopularity(), new FitPopularity().defaults()),
                new Fit<>(new FitItemKnn(), new FitItemKnn().defaults()),
                new Fit<>(new FitItemKnn(), new FitItemKnn.Setup(5, Measure.COSINE, 3, FitItemKnn.Direction.HISTORY, Weights.AS_THEY_ARE)),
                new Fit<>(new FitUserKnn(), new FitUserKnn.Setup(7, Measure.JACCARD, 0, Weights.BINARY)),
                new Fit<>(new FitUserKnn(), new FitUserKnn.Setup(7, Measure.COSINE, 1, Weights.AS_THEY_ARE)),
                new Fit<>(new FitAls(), new FitAls.Setup(8, 5, 0.1, false, 2, Weights.BINARY, FitAls.Solver.CONJUGATE_GRADIENT, 3, 1)),
                new Fit<>(new FitAls(), new FitAls.Setup(8, 5, 0.1, true, 2, Weights.AS_THEY_ARE, FitAls.Solver.CHOLESKY, 3, 1)),
                new Fit<>(new FitContent(), new FitContent().defaults()),
                new Fit<>(new FitContent(), new FitContent.Setup(true, false, false, false, 2, Weights.AS_THEY_ARE)));
    }

    private static Interactions events() {
        var random = new Random(11);
        int[][] pairs = IntStream.range(0, 300).mapToObj(_ -> {
            int user = random.nextInt(USERS - 1); // the last user and the last item have no events
            return new int[] {user, (user + random.nextInt(10)) % (ITEMS - 1)};
        }).toArray(int[][]::new);
        float[] weight = new float[pairs.length];
        for (int e = 0; e < weight.length; e++) weight[e] = 0.5f + random.nextInt(4);
        return Tiny.weighted(USERS, ITEMS, weight, pairs);
    }

    private static Catalogue catalogue() {
        String[] words = {"red", "blue", "mug", "glass", "lamp", "small", "old"};
        var random = new Random(2);
        String[] titles = IntStream.range(0, ITEMS).mapToObj(_ -> words[random.nextInt(7)] + " " + words[random.nextInt(7)]).toArray(String[]::new);
        return new Catalogue(Tiny.ids("i", ITEMS), TableBuilder.of(Schema.of(new Field("title", ColumnType.TEXT, Role.TITLE)), TextCells.of(titles)));
    }

    private static History history(int user) {
        return History.of(EVENTS, EVENTS.histories(), user);
    }

    @ParameterizedTest @MethodSource("models")
    void aKnownUserAndItsEventsFoldedInGetTheSameScores(Fit<?> fit) {
        Recommender model = fit.model();
        float[] folded = new float[ITEMS];
        for (int u = 0; u < USERS; u++) {
            model.score(history(u), folded);
            assertArrayEquals(Tiny.scores(model, u), folded, 1e-5f, "user " + u);
        }
    }

    @ParameterizedTest @MethodSource("models")
    void evidenceIsOfTheScoreAndSharesAddUpToOne(Fit<?> fit) {
        Recommender model = fit.model();
        for (int u = 0; u < USERS; u++) {
            float[] scores = Tiny.scores(model, u);
            for (int i = 0; i < ITEMS; i++) {
                Evidence why = model.evidence(history(u), i);
                assertEquals(scores[i], why.score(), 1e-4, u + " " + i);
                if (why.parts().isEmpty()) continue;
                assertTrue(why.additive());
                assertEquals(scores[i], why.parts().stream().mapToDouble(Evidence.Part::contribution).sum(), 1e-4, u + " " + i);
                boolean some = why.parts().getFirst().contribution() > 0;
                assertEquals(some ? 1 : 0, why.parts().stream().mapToDouble(Evidence.Part::share).sum(), 1e-9);
                assertEquals(why.parts().stream().map(Evidence.Part::contribution).sorted(java.util.Comparator.reverseOrder()).toList(),
                        why.parts().stream().map(Evidence.Part::contribution).toList(), "largest first");
            }
        }
    }

    @ParameterizedTest @MethodSource("models")
    void aKeptModelIsTheSameWhenRestored(Fit<?> fit) {
        Recommender model = fit.model();
        Bundle kept = model.toBundle();
        var restored = (Recommender) fit.operator().restore(kept);
        assertEquals(model.hash(), restored.hash());
        assertEquals("node", restored.name());
        for (int u = 0; u < USERS; u++) assertArrayEquals(Tiny.scores(model, u), Tiny.scores(restored, u));
        for (int i = 0; i < ITEMS; i++) assertEquals(model.similar(i, 5), restored.similar(i, 5));
        assertEquals(model.evidence(history(3), 2), restored.evidence(history(3), 2));
    }

    @ParameterizedTest @MethodSource("models")
    void similarItemsComeBestFirstWithoutTheItemItself(Fit<?> fit) {
        Recommender model = fit.model();
        Sparse usersOfItems = EVENTS.matrix().transpose();
        for (int i = 0; i < ITEMS; i++) {
            int item = i;
            List<Neighbour> similar = model.similar(i, 6);
            assertTrue(similar.size() <= 6 && similar.stream().noneMatch(n -> n.number() == item));
            for (int k = 1; k < similar.size(); k++) {
                assertTrue(similar.get(k - 1).similarity() >= similar.get(k).similarity());
            }
            for (Neighbour n : similar) assertEquals(Parts.common(usersOfItems, item, n.number()), n.support());
        }
        assertEquals(List.of(), model.similar(0, 0));
    }

    @ParameterizedTest @MethodSource("models")
    void aCancelStopsTheFit(Fit<?> fit) {
        assertThrows(CancellationException.class, () -> fit.model(EVENTS, (_, _) -> {
            throw new CancellationException();
        }));
    }

    @ParameterizedTest @MethodSource("models")
    void noEventsAreRefused(Fit<?> fit) {
        Problem problem = assertThrows(ProblemException.class, () -> fit.model(EVENTS.pick(new int[0]), Progress.NONE)).problem();
        assertEquals("model.no-events", problem.key());
        assertEquals("node", problem.where());
    }

    @ParameterizedTest @MethodSource("models")
    void aPersonalModelIsSilentOnAnEmptyHistory(Fit<?> fit) {
        float[] scores = Tiny.foldedIn(fit.model());
        if (fit.operator() instanceof FitPopularity) return;
        for (float s : scores) assertEquals(Float.NEGATIVE_INFINITY, s);
    }

    @ParameterizedTest @MethodSource("models")
    void scoresOfTheWrongLengthAndUnknownItemsAreRefused(Fit<?> fit) {
        Recommender model = fit.model();
        assertThrows(IllegalArgumentException.class, () -> model.score(0, new float[ITEMS - 1]));
        assertThrows(IllegalArgumentException.class, () -> model.score(new History(new int[] {ITEMS}, new float[] {1}), new float[ITEMS]));
        assertThrows(IllegalArgumentException.class, () -> model.score(new History(new int[] {0}, new float[] {Float.NaN}), new float[ITEMS]));
    }
}
