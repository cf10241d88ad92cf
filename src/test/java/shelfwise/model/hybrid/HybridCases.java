package shelfwise.model.hybrid;

import java.util.List;
import java.util.stream.Stream;
import shelfwise.model.ModelCase;

/** Hybrids with settings other than their defaults; the models linked are called als and knn. */
public final class HybridCases {
    private HybridCases() { }

    public static Stream<ModelCase<?>> all() {
        return Stream.of(
                new ModelCase<>(new FitWeighted(), new FitWeighted.Setup(Scale.Z_SCORE, List.of(new ModelWeight("knn", 2.5)))),
                new ModelCase<>(new FitWeighted(), new FitWeighted.Setup(Scale.RANK, List.of(new ModelWeight("als", 0)))),
                new ModelCase<>(new FitWeighted(), new FitWeighted.Setup(Scale.AS_THEY_ARE, List.of())),
                new ModelCase<>(new FitRankFusion(), new FitRankFusion.Setup(1, 4, List.of(new ModelWeight("als", 3)))),
                new ModelCase<>(new FitSwitch(), new FitSwitch.Setup(8, "knn", "als")),
                new ModelCase<>(new FitCascade(), new FitCascade.Setup(3, "knn")),
                new ModelCase<>(new FitBlend(), new FitBlend.Setup(FitBlend.Method.TREES, 6, 3, 15, 7, 4)));
    }
}
