package shelfwise.model.vectors;

import java.util.stream.Stream;
import shelfwise.model.ModelCase;
import shelfwise.model.Weights;

/** Models on vectors with settings other than their defaults. */
public final class VectorsCases {
    private VectorsCases() { }

    public static Stream<ModelCase<?>> all() {
        return Stream.of(
                new ModelCase<>(new FitVectors(), new FitVectors.Setup(Profile.MEAN, 1, 1, 2, Weights.AS_THEY_ARE)),
                new ModelCase<>(new FitVectors(), new FitVectors.Setup(Profile.NEAREST, 3, 1, 2.5, Weights.BINARY)),
                new ModelCase<>(new FitVectors(), new FitVectors.Setup(Profile.INTERESTS, 3, 3, 0, Weights.BINARY)));
    }
}
