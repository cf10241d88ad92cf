package shelfwise.model.knn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shelfwise.data.Bundle;
import shelfwise.data.Model;
import shelfwise.data.Split;
import shelfwise.model.Extent;
import shelfwise.model.Weights;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volumes;

/** Recommends what the users most like this one took. */
public final class FitUserKnn implements Operator.Fit<FitUserKnn.Setup> {
    /**
     * @param neighbours  k, the users asked for their items
     * @param norms       of the measures that divide by lengths
     * @param alpha       of Tversky and asymmetric cosine
     * @param beta        of Tversky
     * @param weighting   of the matrix, for the measures that read values
     * @param k1          of BM25
     * @param b           of BM25
     * @param shrinkage   added to the similarity's denominator
     * @param discount    μ in the factor n/(n + μ), n the items in common
     * @param support     fewest items in common
     * @param aggregation of the votes
     * @param weights     of the events, in the measure and in the vote
     */
    public record Setup(@Between(min = 1, max = 10_000) int neighbours, Measure measure, Norms norms, @Between(min = 0, max = 10) double alpha,
            @Between(min = 0, max = 10) double beta, Weighting weighting, @Between(min = 0, max = 1000) double k1, @Between(min = 0, max = 1) double b,
            @Between(min = 0, max = 1e6) double shrinkage, @Between(min = 0, max = 1e6) double discount, @Between(min = 1, max = 1_000_000) int support,
            Aggregation aggregation, Weights weights) {
        public Setup {
            Settings.check(Setup.class, neighbours, measure, norms, alpha, beta, weighting, k1, b, shrinkage, discount, support, aggregation, weights);
        }

        /** The settings that matter most, with the others as by default. */
        public Setup(int neighbours, Measure measure, double shrinkage, Weights weights) {
            this(neighbours, measure, Norms.FULL, 0.5, 0.5, Weighting.NONE, 1.2, 0.75, shrinkage, 0, 1, Aggregation.SUM, weights);
        }

        Likeness likeness() {
            return new Likeness(measure, norms, alpha, beta, new Likeness.Weighing(weights, weighting, k1, b), new Likeness.Shrinkage(shrinkage, discount, support));
        }

        Map<String, String> facts() {
            return Map.ofEntries(Map.entry("neighbours", Integer.toString(neighbours)), Map.entry("measure", measure.name()), Map.entry("norms", norms.name()),
                    Map.entry("alpha", Double.toString(alpha)), Map.entry("beta", Double.toString(beta)), Map.entry("weighting", weighting.name()),
                    Map.entry("k1", Double.toString(k1)), Map.entry("b", Double.toString(b)), Map.entry("shrinkage", Double.toString(shrinkage)),
                    Map.entry("discount", Double.toString(discount)), Map.entry("support", Integer.toString(support)),
                    Map.entry("aggregation", aggregation.name()), Map.entry("weights", weights.name()));
        }

        /** @param kept may be of a time when there were fewer settings: the others are as by default */
        static Setup of(Map<String, String> kept) {
            var all = new HashMap<>(new FitUserKnn().defaults().facts());
            all.putAll(kept);
            var b = new Bundle(all, Map.of());
            return new Setup(Integer.parseInt(b.fact("neighbours")), Measure.valueOf(b.fact("measure")), Norms.valueOf(b.fact("norms")),
                    Double.parseDouble(b.fact("alpha")), Double.parseDouble(b.fact("beta")), Weighting.valueOf(b.fact("weighting")),
                    Double.parseDouble(b.fact("k1")), Double.parseDouble(b.fact("b")), Double.parseDouble(b.fact("shrinkage")),
                    Double.parseDouble(b.fact("discount")), Integer.parseInt(b.fact("support")), Aggregation.valueOf(b.fact("aggregation")),
                    Weights.valueOf(b.fact("weights")));
        }
    }

    @Override public String id() {
        return "model.user-knn";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(100, Measure.COSINE, 0, Weights.BINARY);
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("split", PortType.SPLIT));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("model", PortType.MODEL));
    }

    @Override public long memory(Setup settings, Volumes in) {
        Extent of = Extent.of(in.at("split"));
        return ItemKnnModel.memory(new Extent(of.events(), of.items(), of.users()), settings.neighbours()).bytes();
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        context.progress().at(0, 1);
        return Values.of("model", new UserKnnModel(context.node(), in.one("split", Split.class).train(), settings));
    }

    @Override public Model restore(Bundle bundle, Restorer others) {
        return UserKnnModel.of(bundle);
    }
}
