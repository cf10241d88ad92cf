package shelfwise.model;

import java.util.List;
import shelfwise.base.Problem;
import shelfwise.data.Bundle;
import shelfwise.data.Catalogue;
import shelfwise.data.Interactions;
import shelfwise.data.Model;
import shelfwise.data.Split;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volumes;

/** Counts who took what: the yardstick that every other model must beat. All time, in a window, trending or by the user's categories. */
public final class FitPopularity implements Operator.Fit<FitPopularity.Setup> {
    public enum Counting { USERS, EVENTS }

    /**
     * @param days       only the last so many days of the training data count, from its last event back; 0 for all time
     * @param counting   what is counted of each item: different users or events
     * @param halfLife   days after which an event counts half as much; 0 for events that never age
     * @param byCategory whether an item counts as much as its category is at home in the user's history; needs the catalogue
     */
    public record Setup(@Between(min = 0, max = 36_500, unit = "unit.days") int days, Counting counting,
            @Between(min = 0, max = 36_500, unit = "unit.days") double halfLife, boolean byCategory) {
        public Setup {
            Settings.check(Setup.class, days, counting, halfLife, byCategory);
        }

        /** The same for everybody, without age. */
        public Setup(int days, Counting counting) {
            this(days, counting, 0, false);
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
        return List.of(Port.one("split", PortType.SPLIT), Port.maybe("catalogue", PortType.CATALOGUE));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("model", PortType.MODEL));
    }

    /** The matrix, and what each user and item counts. */
    @Override public long memory(Setup settings, Volumes in) {
        return Memory.ofTraining(Extent.of(in.at("split"))).plus(in.at("split").users() + in.at("split").items(), 2 * Long.BYTES).bytes();
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        context.progress().at(0, 1);
        Interactions training = in.one("split", Split.class).train();
        Categories categories = settings.byCategory() ? categories(training, in, context.node()) : Categories.none(training.items().size());
        return Values.of("model", new PopularityModel(context.node(), training, settings, new Tally(settings).of(context.node(), training, context.progress()), categories));
    }

    private static Categories categories(Interactions training, Values in, String node) {
        Catalogue catalogue = in.find("catalogue", Catalogue.class).orElseThrow(() -> Problem.of("model.category-without-catalogue", node).asException());
        Categories known = Categories.of(training.items(), catalogue);
        if (known.size() == 0 && training.size() > 0) throw Problem.of("model.no-categories", node).asException();
        return known;
    }

    @Override public Model restore(Bundle bundle, Restorer others) {
        return PopularityModel.of(bundle);
    }
}
