package shelfwise.model.content;

import java.util.stream.Stream;
import shelfwise.model.ModelCase;
import shelfwise.model.Weights;
import shelfwise.model.vectors.Profile;

/** Content with settings other than its defaults. */
public final class ContentCases {
    private ContentCases() { }

    public static Stream<ModelCase<?>> all() {
        return Stream.of(new ModelCase<>(new FitContent(), new FitContent.Setup(true, false, false, false, 2, Weights.AS_THEY_ARE)),
                profile(Profile.NEAREST, Weights.AS_THEY_ARE, Scheme.BM25), profile(Profile.INTERESTS, Weights.BINARY, Scheme.TF_IDF));
    }

    private static ModelCase<?> profile(Profile profile, Weights weights, Scheme scheme) {
        return new ModelCase<>(new FitContent(), new FitContent.Setup(true, true, true, true, 1, weights, 2, 3, scheme, profile, 2, 3));
    }
}
