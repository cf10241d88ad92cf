package shelfwise.model.knn;

import java.util.List;
import shelfwise.data.Bundle;
import shelfwise.data.Model;
import shelfwise.data.Split;
import shelfwise.model.Extent;
import shelfwise.model.Memory;
import shelfwise.model.Workers;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volumes;

/** Recommends what is found in the same baskets (Agrawal, Imieliński, Swami 1993). */
public final class FitAssociation implements Operator.Fit<FitAssociation.Setup> {
    /** What one item says of another. */
    public enum Measure {
        /** Baskets with both. */
        CO_OCCURRENCE,
        /** Of the baskets with the first the share that has the second too. */
        CONFIDENCE,
        /** How many times more often both meet than by chance. */
        LIFT
    }

    /** Which events make a basket. */
    public enum Basket {
        /** Those of one user with no longer pause than the gap between them. */
        VISIT,
        /** All of one user. */
        USER
    }

    /**
     * @param measure    by which items vote
     * @param basket     what lies together
     * @param gap        minutes between two events of a visit, at most; 0: only those of the same time
     * @param support    fewest baskets with both items
     * @param confidence least confidence of a rule
     * @param neighbours the strongest rules kept for each item
     */
    public record Setup(Measure measure, Basket basket, @Between(min = 0, max = 1e6, unit = "unit.minutes") double gap,
            @Between(min = 1, max = 1_000_000) int support, @Between(min = 0, max = 1) double confidence, @Between(min = 1, max = 10_000) int neighbours) {
        public Setup {
            Settings.check(Setup.class, measure, basket, gap, support, confidence, neighbours);
        }

        Likeness likeness() {
            return switch (measure) {
                case CO_OCCURRENCE -> Likeness.counted(shelfwise.model.knn.Measure.DOT, 0, 0, support);
                case CONFIDENCE -> Likeness.counted(shelfwise.model.knn.Measure.TVERSKY, 0, 1, support); // c / (c + |history item| − c)
                case LIFT -> Likeness.counted(shelfwise.model.knn.Measure.LIFT, 0, 0, support);
            };
        }
    }

    @Override public String id() {
        return "model.association";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(Measure.CONFIDENCE, Basket.VISIT, 0, 2, 0, 200);
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("split", PortType.SPLIT));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("model", PortType.MODEL));
    }

    /** As for item-kNN, with the matrix of baskets beside it; there are at most as many as events. */
    @Override public long memory(Setup settings, Volumes in) {
        return ItemKnnModel.memory(Extent.of(in.at("split")), settings.neighbours()).bytes() + Memory.ofMatrix(new Extent(in.at("split").rows(), in.at("split").rows(), in.at("split").items())).bytes();
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        return Values.of("model", AssociationModel.fit(context.node(), in.one("split", Split.class).train(), settings, Workers.all(), context.progress()));
    }

    @Override public Model restore(Bundle bundle, Restorer others) {
        return AssociationModel.of(bundle);
    }
}
