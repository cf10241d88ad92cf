package shelfwise.model.rerank;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.data.Table;
import shelfwise.model.Asked;
import shelfwise.model.History;
import shelfwise.model.Recommendations;
import shelfwise.model.Recommender;
import shelfwise.pipeline.Operator;

/**
 * A base model under the rules of the shop. Items hidden from everybody are not offered, so that they do not come back when a list is
 * filled up; those hidden from one user are withheld from that user's lists. Events without a time count as of today.
 */
final class RulesModel extends RerankModel {
    private static final double DAY_MILLIS = 86_400_000;

    /** @param hidden items that no user may get */
    record Ruled(List<Rule> rules, ItemFacts facts, boolean[] hidden) { }

    private final Ruled ruled;
    private final List<Applied> applied;

    RulesModel(String name, Interactions training, Recommender base, Reach reach, Ruled ruled) {
        super(name, training, base, reach);
        this.ruled = ruled;
        applied = ruled.rules().stream().map(r -> Applied.of(r, training.items(), ruled.facts().categories())).toList();
    }

    @Override public String operator() {
        return "rerank.rules";
    }

    @Override String moved() {
        return "rerank.why.rules";
    }

    @Override public boolean offers(int item) {
        return super.offers(item) && !ruled.hidden()[item];
    }

    @Override public Recommendations.Fallback shortage() {
        return ruled.rules().stream().anyMatch(r -> r.act().hides()) ? Recommendations.Fallback.RULES : super.shortage();
    }

    @Override protected void withhold(Asked asked, BitSet items) {
        super.withhold(asked, items);
        for (Applied r : applied) {
            switch (r.rule().act()) {
                case NOT_AGAIN -> had(asked.history(), r, items);
                case USUAL_PRICE -> unusual(asked, r, items);
                case BOOST, BURY, PIN, BLOCK, CAP, IN_STOCK, MARGIN, PRICE_FROM, PRICE_TO -> { }
            }
        }
    }

    private void had(History history, Applied r, BitSet items) {
        double after = training().time()[training().size() - 1] - r.rule().amount() * DAY_MILLIS;
        for (int k = 0; k < history.item().length; k++) {
            if (r.items().get(history.item()[k]) && (history.time().length == 0 || history.time()[k] > after)) items.set(history.item()[k]);
        }
    }

    private void unusual(Asked asked, Applied r, BitSet items) {
        double[] price = ruled.facts().price();
        double[] had = IntStream.of(asked.seen()).mapToDouble(i -> price[i]).filter(p -> !Double.isNaN(p)).sorted().toArray();
        if (had.length == 0) return;
        double usual = (had[(had.length - 1) / 2] + had[had.length / 2]) / 2;
        for (int i = r.items().nextSetBit(0); i >= 0; i = r.items().nextSetBit(i + 1)) if (Math.abs(price[i] - usual) > r.rule().amount() * usual) items.set(i);
    }

    @Override void addTo(BitSet pool) {
        for (Applied r : applied) if (r.rule().act() == Rule.Act.PIN && r.rule().scope() == Rule.Scope.ITEM) pool.or(r.items());
    }

    @Override Arrangement arrange(Asked asked, Pool pool) {
        return new RuleOrder(applied, ruled.facts().categories(), pool).arrangement();
    }

    @Override protected Map<String, String> facts() {
        var facts = new HashMap<>(reach().facts());
        facts.putAll(Rule.facts(ruled.rules()));
        return facts;
    }

    @Override protected Map<String, Table> parts() {
        var parts = new HashMap<>(ruled.facts().parts());
        parts.put("rules.hidden", Bundle.ints(IntStream.range(0, ruled.hidden().length).filter(i -> ruled.hidden()[i]).toArray()));
        return parts;
    }

    static RulesModel of(Bundle b, Operator.Restorer others) {
        Interactions training = Interactions.of(b);
        boolean[] hidden = new boolean[training.items().size()];
        for (int i : b.ints("rules.hidden")) hidden[i] = true;
        return new RulesModel(b.fact("name"), training, components(b, others).getFirst(), Reach.of(b), new Ruled(Rule.of(b), ItemFacts.of(b), hidden));
    }
}
