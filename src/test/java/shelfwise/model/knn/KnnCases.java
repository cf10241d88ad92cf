package shelfwise.model.knn;

import java.util.stream.Stream;
import shelfwise.model.ModelCase;
import shelfwise.model.Weights;

/** Neighbour models with settings other than their defaults. */
public final class KnnCases {
    private KnnCases() { }

    public static Stream<ModelCase<?>> all() {
        return Stream.of(
                new ModelCase<>(new FitItemKnn(), new FitItemKnn.Setup(5, Measure.COSINE, 3, FitItemKnn.Direction.HISTORY, Weights.AS_THEY_ARE)),
                new ModelCase<>(new FitUserKnn(), new FitUserKnn.Setup(7, Measure.JACCARD, 0, Weights.BINARY)),
                new ModelCase<>(new FitUserKnn(), new FitUserKnn.Setup(7, Measure.COSINE, 1, Weights.AS_THEY_ARE)));
    }
}
