package shelfwise.model.factor;

import java.util.stream.Stream;
import shelfwise.model.ModelCase;
import shelfwise.model.Weights;

/** Least squares with settings other than their defaults. */
public final class AlsCases {
    private AlsCases() { }

    public static Stream<ModelCase<?>> all() {
        return Stream.of(
                new ModelCase<>(new FitAls(), new FitAls.Setup(8, 5, 0.1, false, 2, Weights.BINARY, FitAls.Solver.CONJUGATE_GRADIENT, 3, 1, 32, 0)),
                new ModelCase<>(new FitAls(), new FitAls.Setup(8, 5, 0.1, true, 2, Weights.AS_THEY_ARE, FitAls.Solver.CHOLESKY, 3, 1, 32, 0)),
                new ModelCase<>(new FitAls(), new FitAls.Setup(40, 3, 0.1, false, 2, Weights.AS_THEY_ARE, FitAls.Solver.BLOCKS, 3, 1, 16, 0.01)));
    }
}
