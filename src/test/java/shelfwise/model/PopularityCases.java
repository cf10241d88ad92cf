package shelfwise.model;

import java.util.stream.Stream;
import shelfwise.model.FitPopularity.Counting;

/** Popularity with settings other than its defaults. */
public final class PopularityCases {
    private PopularityCases() { }

    public static Stream<ModelCase<?>> all() {
        return Stream.of(
                new ModelCase<>(new FitPopularity(), new FitPopularity.Setup(0, Counting.EVENTS, 0.000001, false)),
                new ModelCase<>(new FitPopularity(), new FitPopularity.Setup(0, Counting.USERS, 0, true)));
    }
}
