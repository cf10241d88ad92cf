package shelfwise.model.interests;

import java.util.stream.Stream;
import shelfwise.model.ModelCase;
import shelfwise.model.Weights;

/** Interests with settings other than their defaults. */
public final class InterestCases {
    private InterestCases() { }

    public static Stream<ModelCase<?>> all() {
        return Stream.of(
                new ModelCase<>(new FitInterests(), new FitInterests.Setup(FitInterests.Method.MIXTURE, 4, 3, 2, Weights.AS_THEY_ARE, 2, 5)),
                new ModelCase<>(new FitInterests(), new FitInterests.Setup(FitInterests.Method.K_MEANS, 3, 2, 0, Weights.BINARY, 2, 5)),
                new ModelCase<>(new FitInterests(), new FitInterests.Setup(FitInterests.Method.K_MEANS, 1, 1, 0, Weights.BINARY, 1, 5)));
    }
}
