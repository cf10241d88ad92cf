package shelfwise.model.factor;

import java.util.stream.Stream;
import shelfwise.model.ModelCase;
import shelfwise.model.Weights;

/** Factors by gradient descent with settings other than their defaults. */
public final class GradientCases {
    private GradientCases() { }

    public static Stream<ModelCase<?>> all() {
        return Stream.of(
                new ModelCase<>(new FitBpr(), new FitBpr.Setup(7, 12, 0.1, 0.001, FitBpr.Negatives.POPULARITY, 0, 5)),
                new ModelCase<>(new FitLogistic(), new FitLogistic.Setup(7, 5, 0.1, 0.001, 2, Weights.AS_THEY_ARE, 2, 0, 5)),
                new ModelCase<>(new FitWarp(), new FitWarp.Setup(7, 5, 0.1, 0, 5, false, true, true, true, 0, 5)),
                new ModelCase<>(new FitBiasedMf(), new FitBiasedMf.Setup(7, 5, 0.05, 0.01, false, 0, 5)),
                new ModelCase<>(new FitSvdPlusPlus(), new FitSvdPlusPlus.Setup(7, 5, 0.05, 0.01, false, 0, 5)),
                new ModelCase<>(new FitNmf(), new FitNmf.Setup(3, 5, 0, false, 0, 5)));
    }
}
