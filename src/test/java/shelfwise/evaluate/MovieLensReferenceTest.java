package shelfwise.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;
import shelfwise.data.Metrics;
import shelfwise.data.Split;
import shelfwise.model.FitPopularity;
import shelfwise.model.MovieLens;
import shelfwise.model.Recommender;
import shelfwise.model.Weights;
import shelfwise.model.factor.FitAls;
import shelfwise.model.knn.FitItemKnn;
import shelfwise.model.knn.FitItemKnn.Direction;
import shelfwise.model.knn.FitUserKnn;
import shelfwise.model.knn.Measure;
import shelfwise.model.linear.FitEase;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Values;

/**
 * Accuracy on the ordered MovieLens-1M against values of an independent, slow implementation in double precision: the last item of each
 * user is looked for among all items but those of the user's training part.
 */
class MovieLensReferenceTest {
    private static Split split;

    @BeforeAll static void readOnce() {
        split = MovieLens.lastOut();
        assertEquals(993_571, split.train().size());
    }

    @Test void popularity() {
        exact(0.0364, 0.0179, fit(new FitPopularity(), new FitPopularity().defaults()));
    }

    @Test void itemNeighboursOfTheCandidate() {
        exact(0.0876, 0.0433, itemKnn(20, Measure.COSINE, 0, Direction.CANDIDATE));
        exact(0.0805, 0.0410, itemKnn(100, Measure.COSINE, 0, Direction.CANDIDATE));
        exact(0.0829, 0.0410, itemKnn(200, Measure.COSINE, 0, Direction.CANDIDATE));
    }

    @Test void itemNeighboursOfTheHistory() {
        exact(0.0733, 0.0371, itemKnn(20, Measure.COSINE, 0, Direction.HISTORY));
        exact(0.0694, 0.0355, itemKnn(100, Measure.COSINE, 0, Direction.HISTORY));
        exact(0.0646, 0.0327, itemKnn(200, Measure.COSINE, 0, Direction.HISTORY));
    }

    @Test void allItemsAsNeighbours() {
        exact(0.0704, 0.0365, itemKnn(3_416, Measure.COSINE, 0, Direction.HISTORY));
    }

    @Test void jaccardAndShrinkage() {
        exact(0.0705, 0.0374, itemKnn(100, Measure.JACCARD, 0, Direction.HISTORY));
        exact(0.0619, 0.0318, itemKnn(100, Measure.COSINE, 100, Direction.HISTORY));
    }

    @Test void userNeighbours() {
        exact(0.0831, 0.0428, fit(new FitUserKnn(), new FitUserKnn.Setup(100, Measure.COSINE, 0, Weights.BINARY)));
    }

    @Test void linearModelOfItems() {
        exact(0.1066, 0.0524, ease(100));
        exact(0.1099, 0.0544, ease(500));
        exact(0.1070, 0.0533, ease(1000));
    }

    @Test void alternatingLeastSquares() {
        near(0.0982, 0.0498, als(0.01, false, 1));
        near(0.0985, 0.0494, als(10, false, 1));
        near(0.0879, 0.0437, als(10, false, 10));
        near(0.0839, 0.0423, als(0.05, true, 10));
    }

    private static Recommender itemKnn(int neighbours, Measure measure, double shrinkage, Direction direction) {
        return fit(new FitItemKnn(), new FitItemKnn.Setup(neighbours, measure, shrinkage, direction, Weights.BINARY));
    }

    private static Recommender ease(double regularisation) {
        return fit(new FitEase(), new FitEase.Setup(regularisation, Weights.BINARY));
    }

    private static Recommender als(double regularisation, boolean scaleByCount, double alpha) {
        return fit(new FitAls(), new FitAls.Setup(64, 15, regularisation, scaleByCount, alpha, Weights.BINARY, FitAls.Solver.CONJUGATE_GRADIENT, 3, 1, 32, 0));
    }

    private static <S extends Record> Recommender fit(Operator.Fit<S> operator, S setup) {
        return operator.run(setup, Values.of("split", split), context(operator.id())).one("model", Recommender.class);
    }

    private static Context context(String node) {
        return new Context(Progress.NONE, (asset, version) -> {
            throw new IllegalArgumentException(asset);
        }, node);
    }

    /** No chance in it: the fourth decimal may be off by 3. */
    private static void exact(double hitRate, double ndcg, Recommender model) {
        check(hitRate, ndcg, 0.0003, 0.0003, model);
    }

    /** A random start and approximate solves: 5 %. */
    private static void near(double hitRate, double ndcg, Recommender model) {
        check(hitRate, ndcg, 0.05 * hitRate, 0.05 * ndcg, model);
    }

    private static void check(double hitRate, double ndcg, double hitRateDelta, double ndcgDelta, Recommender model) {
        var setup = EvaluateRanking.Setup.plain(List.of(10), true, EvaluateRanking.Part.TEST);
        Metrics found = EvaluateRanking.measure(split, model, setup, context("evaluate"));
        Metrics.Row hits = found.find(model.name(), "hit-rate", 10), gain = found.find(model.name(), "ndcg", 10);
        assertNotNull(hits);
        assertNotNull(gain);
        System.out.printf(Locale.ROOT, "%s: HR@10 %.4f, reference %.4f; nDCG@10 %.4f, reference %.4f%n", model.name(), hits.value(), hitRate, gain.value(), ndcg);
        assertEquals(6_040, hits.users());
        assertEquals(hitRate, hits.value(), hitRateDelta, model.name());
        assertEquals(ndcg, gain.value(), ndcgDelta, model.name());
    }
}
