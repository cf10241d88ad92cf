package shelfwise.model.rerank;

import java.util.List;
import shelfwise.base.Problem;
import shelfwise.data.Bundle;
import shelfwise.data.Model;
import shelfwise.data.Vectors;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volumes;

/** Makes lists more varied: an item too much like those above it goes down (maximal marginal relevance, Carbonell, Goldstein 1998). */
public final class FitDiversity implements Operator.Fit<FitDiversity.Setup> {
    /** By what items are alike: users in common, categories, vectors, or what the model itself calls similar. */
    public enum By { CUSTOMERS, CATEGORY, VECTORS, MODEL }

    /**
     * @param strength    0 leaves the list as it is, 1 forgets the scores
     * @param by          how likeness is measured
     * @param places      how many are filled anew
     * @param pool        of so many of the model's best items
     * @param excludeSeen whether only items new to the user are put in order
     */
    public record Setup(@Between(min = 0, max = 1) double strength, By by, @Between(min = 1, max = 1000) int places,
            @Between(min = 1, max = 10_000) int pool, boolean excludeSeen) {
        public Setup {
            Settings.check(Setup.class, strength, by, places, pool, excludeSeen);
        }
    }

    @Override public String id() {
        return "rerank.diversity";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(0.3, By.CUSTOMERS, 20, 100, true);
    }

    @Override public List<Port> inputs() {
        return List.of(Base.MODEL, Port.maybe("catalogue", PortType.CATALOGUE), Port.maybe("vectors", PortType.VECTORS), Base.SPLIT);
    }

    @Override public List<Port> outputs() {
        return Base.OUTPUTS;
    }

    @Override public long memory(Setup settings, Volumes in) {
        return Base.memory(in);
    }

    @Override public Values run(Setup s, Values in, Context context) {
        Base base = Base.of(in, context);
        var aim = new Diversity(s.strength(), likeness(s.by(), base));
        return Values.of("model", new GreedyModel(base.node(), base.training(), base.model(), new Reach(s.pool(), s.excludeSeen()), s.places(), aim));
    }

    /** @throws shelfwise.base.ProblemException if what it needs is not linked, or tells nothing of the items */
    private static Likeness likeness(By by, Base base) {
        return switch (by) {
            case CUSTOMERS -> new Likeness.OfCustomers(base.training().matrix().transpose());
            case CATEGORY -> new Likeness.OfCategory(base.categories());
            case VECTORS -> vectors(base);
            case MODEL -> new Likeness.OfModel(base.model());
        };
    }

    private static Likeness vectors(Base base) {
        Vectors vectors = base.in().find("vectors", Vectors.class).orElseThrow(() -> Problem.of("rerank.no-vectors", base.node()).asException());
        if (base.training().items().all().stream().allMatch(id -> vectors.ids().number(id) < 0)) throw Problem.of("rerank.other-vectors", base.node()).asException();
        return Likeness.OfVectors.of(base.training().items(), vectors);
    }

    @Override public Model restore(Bundle bundle, Restorer others) {
        return GreedyModel.of(bundle, others);
    }
}
