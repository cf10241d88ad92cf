package shelfwise.model.linear;

import java.util.stream.Stream;
import shelfwise.model.ModelCase;
import shelfwise.model.Weights;

/** Linear models with settings other than their defaults. */
public final class LinearCases {
    private LinearCases() { }

    public static Stream<ModelCase<?>> all() {
        return Stream.of(
                new ModelCase<>(new FitEase(), new FitEase.Setup(3, Weights.AS_THEY_ARE)),
                new ModelCase<>(new FitSlim(), new FitSlim.Setup(0.5, 2, true, 50, 1e-4, Weights.BINARY)),
                new ModelCase<>(new FitSlim(), new FitSlim.Setup(0.2, 1, false, 3, 0, Weights.AS_THEY_ARE)));
    }
}
