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

/** Recommends items that the same users took as those in the history. */
public final class FitItemKnn implements Operator.Fit<FitItemKnn.Setup> {
    /** Whose neighbours are kept; the same pairs are measured either way. */
    public enum Direction {
        /** A candidate keeps its own k nearest items and sums those found in the history. */
        CANDIDATE,
        /** Each history item keeps its own k nearest items and votes for them. */
        HISTORY
    }

    /**
     * @param neighbours  k, the items kept for each item
     * @param norms       of the measures that divide by lengths
     * @param alpha       of Tversky and asymmetric cosine
     * @param beta        of Tversky
     * @param weighting   of the matrix, for the measures that read values
     * @param k1          of BM25
     * @param b           of BM25
     * @param shrinkage   added to the similarity's denominator
     * @param discount    μ in the factor n/(n + μ), n the users in common
     * @param support     fewest users in common
     * @param aggregation of the votes
     * @param weights     of the events, in the measure and in the vote
     */
    public record Setup(@Between(min = 1, max = 10_000) int neighbours, Measure measure, Norms norms, @Between(min = 0, max = 10) double alpha,
            @Between(min = 0, max = 10) double beta, Weighting weighting, @Between(min = 0, max = 1000) double k1, @Between(min = 0, max = 1) double b,
            @Between(min = 0, max = 1e6) double shrinkage, @Between(min = 0, max = 1e6) double discount, @Between(min = 1, max = 1_000_000) int support,
            Direction direction, Aggregation aggregation, Weights weights) {
        public Setup {
            Settings.check(Setup.class, neighbours, measure, norms, alpha, beta, weighting, k1, b, shrinkage, discount, support, direction, aggregation, weights);
        }

        /** The settings that matter most, with the others as by default. */
        public Setup(int neighbours, Measure measure, double shrinkage, Direction direction, Weights weights) {
            this(neighbours, measure, Norms.FULL, 0.5, 0.5, Weighting.NONE, 1.2, 0.75, shrinkage, 0, 1, direction, Aggregation.SUM, weights);
        }

        Likeness likeness() {
            return new Likeness(measure, norms, alpha, beta, new Likeness.Weighing(weights, weighting, k1, b), new Likeness.Shrinkage(shrinkage, discount, support));
        }
    }

    @Override public String id() {
        return "model.item-knn";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(20, Measure.COSINE, 0, Direction.CANDIDATE, Weights.BINARY);
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("split", PortType.SPLIT));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("model", PortType.MODEL));
    }

    @Override public long memory(Setup settings, Volumes in) {
        return ItemKnnModel.memory(Extent.of(in.at("split")), settings.neighbours()).bytes();
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        return Values.of("model", ItemKnnModel.fit(context.node(), in.one("split", Split.class).train(), settings, Workers.all(), context.progress()));
    }

    @Override public Model restore(Bundle bundle, Restorer others) {
        return ItemKnnModel.of(bundle);
    }
}
