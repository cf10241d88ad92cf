package shelfwise.model.knn;

import java.util.stream.Stream;
import shelfwise.model.ModelCase;
import shelfwise.model.Weights;

/** Neighbour models with settings other than their defaults. */
public final class KnnCases {
    private KnnCases() { }

    public static Stream<ModelCase<?>> all() {
        return Stream.concat(measures(), Stream.of(
                new ModelCase<>(new FitSar(), new FitSar.Setup(FitSar.Likeness.LIFT, 1e-7, 1, 10, Weights.BINARY)), // in days: 9 of the data's milliseconds
                new ModelCase<>(new FitSar(), new FitSar.Setup(FitSar.Likeness.CO_OCCURRENCE, 0, 2, 100, Weights.AS_THEY_ARE)),
                new ModelCase<>(new FitAssociation(), new FitAssociation.Setup(FitAssociation.Measure.LIFT, FitAssociation.Basket.USER, 0, 2, 0.2, 10)),
                new ModelCase<>(new FitAssociation(), new FitAssociation.Setup(FitAssociation.Measure.CONFIDENCE, FitAssociation.Basket.VISIT, 0.001, 1, 0, 10)),
                new ModelCase<>(new FitItemKnn(), new FitItemKnn.Setup(5, Measure.COSINE, 3, FitItemKnn.Direction.HISTORY, Weights.AS_THEY_ARE)),
                new ModelCase<>(new FitUserKnn(), new FitUserKnn.Setup(7, Measure.JACCARD, 0, Weights.BINARY)),
                new ModelCase<>(new FitUserKnn(), new FitUserKnn.Setup(7, Measure.COSINE, 1, Weights.AS_THEY_ARE))));
    }

    /** Each measure once, the other settings in turn. */
    private static Stream<ModelCase<?>> measures() {
        return Stream.of(Measure.values()).flatMap(m -> {
            Weighting weighting = Weighting.values()[m.ordinal() % 3];
            Norms norms = Norms.values()[m.ordinal() % 2];
            Aggregation aggregation = Aggregation.values()[m.ordinal() % 2];
            var direction = FitItemKnn.Direction.values()[m.ordinal() / 2 % 2];
            return Stream.of(
                    new ModelCase<>(new FitItemKnn(), new FitItemKnn.Setup(6, m, norms, 0.3, 0.8, weighting, 1.2, 0.75, 2, 3, 1, direction, aggregation, Weights.AS_THEY_ARE)),
                    new ModelCase<>(new FitUserKnn(), new FitUserKnn.Setup(6, m, norms, 0.3, 0.8, weighting, 1.2, 0.75, 2, 3, 2, aggregation, Weights.AS_THEY_ARE)));
        });
    }
}
