package shelfwise.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shelfwise.app.Operators;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.model.content.ContentCases;
import shelfwise.model.factor.AlsCases;
import shelfwise.model.factor.GradientCases;
import shelfwise.model.hybrid.HybridCases;
import shelfwise.model.interests.InterestCases;
import shelfwise.model.knn.KnnCases;
import shelfwise.model.linear.LinearCases;
import shelfwise.model.rerank.RerankCases;
import shelfwise.model.vectors.VectorsCases;
import shelfwise.pipeline.Operator;

/** What {@link Recommender} promises, asked of every model with and without weights, on random events with repeated pairs. */
class ModelContractTest {
    private static final int USERS = ModelCase.USERS, ITEMS = ModelCase.ITEMS;
    private static final Interactions EVENTS = ModelCase.EVENTS;
    /** They say the same to everybody, so that an empty history silences them no more than another. */
    private static final Set<String> IMPERSONAL = Set.of("model.popularity");

    /** Every model with its defaults, and the settings that each family wants tested besides. */
    static Stream<ModelCase<?>> models() {
        Stream<ModelCase<?>> defaults = Operators.ALL.stream().flatMap(o -> o instanceof Operator.Fit<?> fit ? Stream.of(ModelCase.of(fit)) : Stream.empty());
        return Stream.concat(defaults, Stream.of(
                PopularityCases.all(),
                KnnCases.all(),
                LinearCases.all(),
                AlsCases.all(),
                GradientCases.all(),
                HybridCases.all(),
                RerankCases.all(),
                ContentCases.all(),
                VectorsCases.all(),
                InterestCases.all()).flatMap(c -> c));
    }

    private static History history(int user) {
        return History.of(EVENTS, EVENTS.histories(), user);
    }

    @ParameterizedTest @MethodSource("models")
    void aKnownUserAndItsEventsFoldedInGetTheSameScores(ModelCase<?> fit) {
        Recommender model = fit.model();
        float[] folded = new float[ITEMS];
        for (int u = 0; u < USERS; u++) {
            model.score(history(u), folded);
            assertArrayEquals(Tiny.scores(model, u), folded, 1e-5f, "user " + u);
        }
    }

    @ParameterizedTest @MethodSource("models")
    void evidenceIsOfTheScoreAndSharesAddUpToOne(ModelCase<?> fit) {
        Recommender model = fit.model();
        for (int u = 0; u < USERS; u++) {
            float[] scores = Tiny.scores(model, u);
            for (int i = 0; i < ITEMS; i++) {
                Evidence why = model.evidence(history(u), i);
                assertEquals(scores[i], why.score(), 1e-4, u + " " + i);
                if (why.parts().isEmpty()) continue;
                if (why.additive()) assertEquals(scores[i], why.parts().stream().mapToDouble(Evidence.Part::contribution).sum(), 1e-4, u + " " + i);
                boolean some = why.parts().getFirst().contribution() > 0;
                assertEquals(some ? 1 : 0, why.parts().stream().mapToDouble(Evidence.Part::share).sum(), 1e-9);
                assertEquals(why.parts().stream().map(Evidence.Part::contribution).sorted(java.util.Comparator.reverseOrder()).toList(),
                        why.parts().stream().map(Evidence.Part::contribution).toList(), "largest first");
            }
        }
    }

    @ParameterizedTest @MethodSource("models")
    void aKeptModelIsTheSameWhenRestored(ModelCase<?> fit) {
        Recommender model = fit.model();
        Bundle kept = model.toBundle();
        var restored = (Recommender) fit.operator().restore(kept, Operators.catalogue()::restore);
        assertEquals(model.hash(), restored.hash());
        assertEquals("node", restored.name());
        for (int u = 0; u < USERS; u++) assertArrayEquals(Tiny.scores(model, u), Tiny.scores(restored, u));
        for (int i = 0; i < ITEMS; i++) assertEquals(model.similar(i, 5), restored.similar(i, 5));
        assertEquals(model.evidence(history(3), 2), restored.evidence(history(3), 2));
    }

    @ParameterizedTest @MethodSource("models")
    void similarItemsComeBestFirstWithoutTheItemItself(ModelCase<?> fit) {
        Recommender model = fit.model();
        Sparse usersOfItems = EVENTS.matrix().transpose();
        for (int i = 0; i < ITEMS; i++) {
            int item = i;
            List<Neighbour> similar = model.similar(i, 6);
            assertTrue(similar.size() <= 6 && similar.stream().noneMatch(n -> n.number() == item));
            for (int k = 1; k < similar.size(); k++) {
                assertTrue(similar.get(k - 1).similarity() >= similar.get(k).similarity());
            }
            for (Neighbour n : similar) if (n.support() >= 0) assertEquals(Parts.common(usersOfItems, item, n.number()), n.support());
        }
        assertEquals(List.of(), model.similar(0, 0));
    }

    @ParameterizedTest @MethodSource("models")
    void aCancelStopsTheFit(ModelCase<?> fit) {
        assertThrows(CancellationException.class, () -> fit.model(EVENTS, (_, _) -> {
            throw new CancellationException();
        }));
    }

    @ParameterizedTest @MethodSource("models")
    void noEventsAreRefused(ModelCase<?> fit) {
        Problem problem = assertThrows(ProblemException.class, () -> fit.model(EVENTS.pick(new int[0]), Progress.NONE)).problem();
        assertEquals("model.no-events", problem.key());
        assertEquals("node", problem.where());
    }

    @ParameterizedTest @MethodSource("models")
    void aPersonalModelIsSilentOnAnEmptyHistory(ModelCase<?> fit) {
        float[] scores = Tiny.foldedIn(fit.model());
        if (IMPERSONAL.contains(fit.operator().id())) return;
        for (float s : scores) assertEquals(Float.NEGATIVE_INFINITY, s);
    }

    @ParameterizedTest @MethodSource("models")
    void scoresOfTheWrongLengthAndUnknownItemsAreRefused(ModelCase<?> fit) {
        Recommender model = fit.model();
        assertThrows(IllegalArgumentException.class, () -> model.score(0, new float[ITEMS - 1]));
        assertThrows(IllegalArgumentException.class, () -> model.score(new History(new int[] {ITEMS}, new float[] {1}), new float[ITEMS]));
        assertThrows(IllegalArgumentException.class, () -> model.score(new History(new int[] {0}, new float[] {Float.NaN}), new float[ITEMS]));
    }
}
