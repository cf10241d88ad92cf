package shelfwise.model.content;

import java.util.stream.Stream;
import shelfwise.model.ModelCase;
import shelfwise.model.Weights;

/** Content with settings other than its defaults. */
public final class ContentCases {
    private ContentCases() { }

    public static Stream<ModelCase<?>> all() {
        return Stream.of(new ModelCase<>(new FitContent(), new FitContent.Setup(true, false, false, false, 2, Weights.AS_THEY_ARE)));
    }
}
