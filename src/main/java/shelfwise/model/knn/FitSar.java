package shelfwise.model.knn;

import java.util.List;
import shelfwise.data.Bundle;
import shelfwise.data.Model;
import shelfwise.data.Split;
import shelfwise.model.Extent;
import shelfwise.model.Weights;
import shelfwise.model.Workers;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volumes;

/** Recommends what was taken along with what a user takes of late (Microsoft's Smart Adaptive Recommendations). */
public final class FitSar implements Operator.Fit<FitSar.Setup> {
    /** How two items are compared by the users they have in common. */
    public enum Likeness { JACCARD, LIFT, CO_OCCURRENCE }

    /**
     * @param likeness   of two items
     * @param halfLife   days after which an event of the history counts half; 0 for events that never age
     * @param support    fewest users in common
     * @param neighbours the most similar items that each history item votes for; the original keeps all
     * @param weights    of the events in the user's affinity, in which each event counts
     */
    public record Setup(Likeness likeness, @Between(min = 0, max = 36_500, unit = "unit.days") double halfLife, @Between(min = 1, max = 1_000_000) int support,
            @Between(min = 1, max = 10_000) int neighbours, Weights weights) {
        public Setup {
            Settings.check(Setup.class, likeness, halfLife, support, neighbours, weights);
        }

        shelfwise.model.knn.Likeness measured() {
            Measure measure = switch (likeness) {
                case JACCARD -> Measure.JACCARD;
                case LIFT -> Measure.LIFT;
                case CO_OCCURRENCE -> Measure.DOT;
            };
            return shelfwise.model.knn.Likeness.counted(measure, 0, 0, support);
        }
    }

    @Override public String id() {
        return "model.sar";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(Likeness.JACCARD, 30, 2, 1000, Weights.AS_THEY_ARE);
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("split", PortType.SPLIT));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("model", PortType.MODEL));
    }

    /** As for item-kNN, with the matrix aged once more. */
    @Override public long memory(Setup settings, Volumes in) {
        return ItemKnnModel.memory(Extent.of(in.at("split")), settings.neighbours()).plus(in.at("split").rows(), 2 * Long.BYTES).bytes();
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        return Values.of("model", SarModel.fit(context.node(), in.one("split", Split.class).train(), settings, Workers.all(), context.progress()));
    }

    @Override public Model restore(Bundle bundle, Restorer others) {
        return SarModel.of(bundle);
    }
}
