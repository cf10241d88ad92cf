package shelfwise.model;

import java.util.List;
import shelfwise.data.Bundle;
import shelfwise.data.Model;
import shelfwise.data.Split;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;

/** Counts who took what: the yardstick that every other model must beat. */
public final class FitPopularity implements Operator.Fit<FitPopularity.Setup> {
    public enum Counting { USERS, EVENTS }

    /**
     * @param days     only the last so many days of the training data count, from its last event back; 0 for all time
     * @param counting what is counted of each item: different users or events
     */
    public record Setup(@Between(min = 0, max = 36_500, unit = "unit.days") int days, Counting counting) {
        public Setup {
            Settings.check(Setup.class, days, counting);
        }
    }

    @Override public String id() {
        return "model.popularity";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(0, Counting.USERS);
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("split", PortType.SPLIT));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("model", PortType.MODEL));
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        context.progress().at(0, 1);
        return Values.of("model", PopularityModel.fit(context.node(), in.one("split", Split.class).train(), settings.days(), settings.counting()));
    }

    @Override public Model restore(Bundle bundle, Restorer others) {
        return PopularityModel.of(bundle);
    }
}
