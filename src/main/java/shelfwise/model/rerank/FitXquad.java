package shelfwise.model.rerank;

import java.util.List;
import shelfwise.data.Bundle;
import shelfwise.data.Model;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volumes;

/** Gives every category of the user's history its place in the list (xQuAD, Santos, Macdonald, Ounis 2010). */
public final class FitXquad implements Operator.Fit<FitXquad.Setup> {
    /**
     * @param strength    0 leaves the list as it is, 1 forgets the scores
     * @param places      how many are filled anew
     * @param pool        of so many of the model's best items
     * @param excludeSeen whether only items new to the user are put in order
     */
    public record Setup(@Between(min = 0, max = 1) double strength, @Between(min = 1, max = 1000) int places,
            @Between(min = 1, max = 10_000) int pool, boolean excludeSeen) {
        public Setup {
            Settings.check(Setup.class, strength, places, pool, excludeSeen);
        }
    }

    @Override public String id() {
        return "rerank.xquad";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(0.5, 20, 100, true);
    }

    @Override public List<Port> inputs() {
        return List.of(Base.MODEL, Port.one("catalogue", PortType.CATALOGUE), Base.SPLIT);
    }

    @Override public List<Port> outputs() {
        return Base.OUTPUTS;
    }

    @Override public long memory(Setup settings, Volumes in) {
        return Base.memory(in);
    }

    @Override public Values run(Setup s, Values in, Context context) {
        Base base = Base.of(in, context);
        var aim = new Xquad(s.strength(), base.categories());
        return Values.of("model", new GreedyModel(base.node(), base.training(), base.model(), new Reach(s.pool(), s.excludeSeen()), s.places(), aim));
    }

    @Override public Model restore(Bundle bundle, Restorer others) {
        return GreedyModel.of(bundle, others);
    }
}
