package shelfwise.model.rerank;

import java.util.List;
import java.util.Optional;
import shelfwise.data.Bundle;
import shelfwise.data.Catalogue;
import shelfwise.data.Ids;
import shelfwise.data.Model;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Picks;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volumes;

/** Puts the rules of the shop over a model's lists: stock, margin, prices, caps, pins, boosts, what is not to be shown. */
public final class FitRules implements Operator.Fit<FitRules.Setup> {
    /**
     * @param rules       applied all together
     * @param margin      the catalogue's column with the margin, for rules on it; blank if there is none
     * @param pool        so many of the model's best items are put in order
     * @param excludeSeen whether only items new to the user are
     */
    public record Setup(List<Rule> rules, @Picks(value = Picks.What.COLUMN, port = "catalogue") String margin,
            @Between(min = 1, max = 10_000) int pool, boolean excludeSeen) {
        public Setup {
            Settings.check(Setup.class, rules, margin, pool, excludeSeen);
            rules = List.copyOf(rules);
        }
    }

    @Override public String id() {
        return "rerank.rules";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(List.of(), "", 200, true);
    }

    @Override public List<Port> inputs() {
        return List.of(Base.MODEL, Port.maybe("catalogue", PortType.CATALOGUE), Base.SPLIT);
    }

    @Override public List<Port> outputs() {
        return Base.OUTPUTS;
    }

    @Override public long memory(Setup settings, Volumes in) {
        return Base.memory(in);
    }

    /** @throws shelfwise.base.ProblemException naming the rule that can't be applied */
    @Override public Values run(Setup s, Values in, Context context) {
        Base base = Base.of(in, context);
        Ids items = base.training().items();
        Optional<Catalogue> catalogue = in.find("catalogue", Catalogue.class);
        ItemFacts facts = catalogue.map(c -> ItemFacts.of(items, c)).orElseGet(() -> ItemFacts.none(items.size()));
        var ruled = new RulesModel.Ruled(s.rules(), facts, hidden(s, base, catalogue, facts));
        return Values.of("model", new RulesModel(base.node(), base.training(), base.model(), new Reach(s.pool(), s.excludeSeen()), ruled));
    }

    private static boolean[] hidden(Setup s, Base base, Optional<Catalogue> catalogue, ItemFacts facts) {
        boolean[] none = new boolean[base.training().items().size()];
        if (base.training().size() == 0) return none; // the model itself refuses it
        return new RuleChecks(base.node(), base.training().items(), catalogue, s.margin(), base.training().timed()).hidden(s.rules(), facts);
    }

    @Override public Model restore(Bundle bundle, Restorer others) {
        return RulesModel.of(bundle, others);
    }
}
