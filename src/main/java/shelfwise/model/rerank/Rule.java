package shelfwise.model.rerank;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import shelfwise.data.Bundle;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Settings;

/**
 * A rule of the shop.
 *
 * @param act    what is done
 * @param scope  to what
 * @param which  the item's id or the category; not looked at for everything
 * @param amount what the act says
 */
public record Rule(Act act, Scope scope, String which, @Between(min = 0, max = 1e12) double amount) {
    public Rule {
        Settings.check(Rule.class, act, scope, which, amount);
    }

    /** What a rule does. */
    public enum Act {
        /** Multiplies the relevance, 0 to 1 in the pool, by the amount. */
        BOOST,
        /** Divides the relevance by the amount. */
        BURY,
        /** Puts the item, or the best of the category, at the place that the amount tells. */
        PIN,
        /** Leaves out. */
        BLOCK,
        /** At most the amount of each category; the others come behind, and fill the list up if nothing else is left. */
        CAP,
        /** Leaves out where the stock is known and not more than the amount. */
        IN_STOCK,
        /** Leaves out where the margin is known and less than the amount. */
        MARGIN,
        /** Leaves out where the price is known and less than the amount. */
        PRICE_FROM,
        /** Leaves out where the price is known and more than the amount. */
        PRICE_TO,
        /** Leaves out where the price is known and further from the median price of the user's items than the amount, as a share of it. */
        USUAL_PRICE,
        /** Leaves out what the user had in the last days of the training data, as many as the amount tells. */
        NOT_AGAIN;

        /** The least that the amount may be; above 0 where 0 is told for {@link #positive}. */
        double least() {
            return switch (this) {
                case PIN, CAP -> 1;
                case BOOST, BURY, USUAL_PRICE, NOT_AGAIN, BLOCK, IN_STOCK, MARGIN, PRICE_FROM, PRICE_TO -> 0;
            };
        }

        /** Whether an amount of 0 has no meaning. */
        boolean positive() {
            return this == BOOST || this == BURY || this == USUAL_PRICE || this == NOT_AGAIN;
        }

        /** Whether it may take items out of lists. */
        boolean hides() {
            return switch (this) {
                case BLOCK, IN_STOCK, MARGIN, PRICE_FROM, PRICE_TO, USUAL_PRICE, NOT_AGAIN -> true;
                case BOOST, BURY, PIN, CAP -> false;
            };
        }
    }

    /** To what a rule is applied. */
    public enum Scope { ITEM, CATEGORY, EVERYTHING }

    /** As facts of a model's bundle. */
    static Map<String, String> facts(List<Rule> rules) {
        var facts = new HashMap<String, String>();
        facts.put("rules", Integer.toString(rules.size()));
        for (int k = 0; k < rules.size(); k++) {
            Rule r = rules.get(k);
            facts.putAll(Map.of("rule." + k + ".act", r.act().name(), "rule." + k + ".scope", r.scope().name(), "rule." + k + ".which", r.which(),
                    "rule." + k + ".amount", Double.toString(r.amount())));
        }
        return facts;
    }

    static List<Rule> of(Bundle b) {
        return IntStream.range(0, Integer.parseInt(b.fact("rules"))).mapToObj(k -> "rule." + k + ".").map(p -> new Rule(Act.valueOf(b.fact(p + "act")),
                Scope.valueOf(b.fact(p + "scope")), b.fact(p + "which"), Double.parseDouble(b.fact(p + "amount")))).toList();
    }
}
