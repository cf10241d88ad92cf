package shelfwise.model.rerank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import shelfwise.data.Catalogue;
import shelfwise.data.ColumnType;
import shelfwise.data.DoubleCells;
import shelfwise.data.Field;
import shelfwise.data.Interactions;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.TableBuilder;
import shelfwise.data.TextCells;
import shelfwise.model.Evidence;
import shelfwise.model.History;
import shelfwise.model.Recommendations;
import shelfwise.model.Recommendations.Fallback;
import shelfwise.model.Recommendations.Row;
import shelfwise.model.Recommender;
import shelfwise.model.Says;
import shelfwise.model.Tiny;
import shelfwise.model.rerank.Rule.Act;
import shelfwise.model.rerank.Rule.Scope;
import shelfwise.pipeline.Values;

/** u0 had i0 ten days before the end and i1 on the last day; u1 had i2 to i4; u2 nothing. Mugs are i0, i2, i3, lamps i1, i4, i5. */
class RulesModelTest {
    private static final float NOTHING = Float.NEGATIVE_INFINITY;
    private static final long DAY = 86_400_000;
    private static final Interactions SHOP = new Interactions(Tiny.ids("u", 3), Tiny.ids("i", 6), new int[] {0, 1, 1, 1, 0}, new int[] {0, 2, 3, 4, 1},
            new long[] {0, DAY, 2 * DAY, 3 * DAY, 10 * DAY}, new float[] {1, 1, 1, 1, 1}, true);
    /** New to u0: i2 to i5, relevance 1, 0.75, 0.5, 0. */
    private static final Recommender BASE = new Says("base", SHOP, 9, 8, 5, 4, 3, 1);

    private static Catalogue catalogue() {
        var schema = Schema.of(new Field("group", ColumnType.TEXT, Role.CATEGORY), new Field("price", ColumnType.DECIMAL, Role.PRICE),
                new Field("left", ColumnType.DECIMAL, Role.STOCK), new Field("gain", ColumnType.DECIMAL));
        return new Catalogue(Tiny.ids("i", 6), TableBuilder.of(schema, TextCells.of("mugs", "lamps", "mugs", "mugs", "lamps", "lamps"),
                new DoubleCells(new double[] {10, 20, 5, 15, 30, Double.NaN}), new DoubleCells(new double[] {1, 1, 0, Double.NaN, 3, 2}),
                new DoubleCells(new double[] {1, 1, 1, 2, 3, 4})));
    }

    private static Recommender ruled(boolean excludeSeen, Rule... rules) {
        var in = Values.of("model", BASE, "catalogue", catalogue());
        return new FitRules().run(new FitRules.Setup(List.of(rules), "gain", 200, excludeSeen), in, Tiny.context("rules")).one("model", Recommender.class);
    }

    private static Rule everything(Act act, double amount) {
        return new Rule(act, Scope.EVERYTHING, "", amount);
    }

    private static List<Integer> list(Recommender model, String user, int n) {
        return Recommendations.forUser(model, user, n, true).stream().map(Row::item).toList();
    }

    private static List<Integer> modelRows(Recommender model, String user, boolean excludeSeen) {
        return Recommendations.forUser(model, user, 6, excludeSeen).stream().filter(r -> r.fallback() == Fallback.NONE).map(Row::item).toList();
    }

    private static List<List<String>> notes(Recommender model, int item) {
        return model.evidence(new History(new int[] {0, 1}, new float[] {1, 1}), item).parts().stream().filter(p -> p.kind() == Evidence.Kind.RULE).map(Evidence.Part::terms).toList();
    }

    @Test void withoutRulesTheListIsTheModels() {
        assertEquals(List.of(2, 3, 4, 5), list(ruled(true), "u0", 4));
        assertEquals(List.of(), notes(ruled(true), 3));
    }

    @Test void boostsAndBurialsMultiplyTheRelevance() {
        Recommender model = ruled(true, new Rule(Act.BOOST, Scope.ITEM, "i4", 1.8), new Rule(Act.BURY, Scope.CATEGORY, "mugs", 2));
        assertEquals(List.of(4, 2, 3, 5), list(model, "u0", 4)); // i4 0.9, i2 0.5, i3 0.375, i5 0
        assertArrayEquals(new float[] {9, 8, 4, 3, 5, 1}, Tiny.scores(model, 0));
        assertEquals(List.of(List.of("rerank.why.rules", "3", "1"), List.of("rerank.why.boosted", "1.8")), notes(model, 4));
        assertEquals(List.of(List.of("rerank.why.buried", "2"), List.of("rerank.why.rules", "1", "2")), notes(model, 2));
    }

    @Test void capsLetTheOthersWaitAndFillUpAtTheEnd() {
        Recommender model = ruled(true, everything(Act.CAP, 1));
        assertEquals(List.of(2, 4, 3, 5), list(model, "u0", 4));
        assertEquals(List.of(List.of("rerank.why.capped", "1", "mugs"), List.of("rerank.why.rules", "2", "3")), notes(model, 3));
        assertEquals(List.of(2, 3, 4, 5), list(ruled(true, new Rule(Act.CAP, Scope.CATEGORY, "lamps", 1)), "u0", 4));
    }

    @Test void pinsComeFromBehindAndCountForCaps() {
        Recommender model = ruled(true, new Rule(Act.PIN, Scope.ITEM, "i5", 2), everything(Act.CAP, 1));
        assertEquals(List.of(2, 5, 3, 4), list(model, "u0", 4)); // both categories are full after i2 and i5
        assertEquals(List.of("rerank.why.pinned", "2"), notes(model, 5).get(1));
        assertEquals(List.of(4, 2, 3, 5), list(ruled(true, new Rule(Act.PIN, Scope.CATEGORY, "lamps", 1)), "u0", 4), "the best of the category");
    }

    @Test void aPinIsThereWhateverTheModelSays() {
        Recommender silent = new Says("silent", SHOP, 9, 8, 5, NOTHING, NOTHING, NOTHING);
        var in = Values.of("model", silent, "catalogue", catalogue());
        var setup = new FitRules.Setup(List.of(new Rule(Act.PIN, Scope.ITEM, "i4", 1)), "", 200, true);
        Recommender model = new FitRules().run(setup, in, Tiny.context("rules")).one("model", Recommender.class);
        assertEquals(List.of(4, 2), modelRows(model, "u0", true));
        Evidence why = model.evidence(new History(new int[] {0}, new float[] {1}), 4);
        assertEquals(why.score(), why.parts().stream().mapToDouble(Evidence.Part::contribution).sum(), 1e-9);
        assertEquals(4, list(model, "nobody", 3).getFirst(), "for those whom nobody knows, too");
    }

    @Test void whatIsHiddenFromAllDoesNotComeBackWhenAListIsFilledUp() {
        Recommender model = ruled(true, new Rule(Act.BLOCK, Scope.ITEM, "i3", 0), new Rule(Act.BLOCK, Scope.CATEGORY, "lamps", 0));
        assertEquals(List.of(2), list(model, "u0", 4));
        assertEquals(List.of(0, 2), list(model, "nobody", 4));
        assertFalse(model.offers(3));
        assertEquals(NOTHING, Tiny.scores(model, 0)[3]);
        assertEquals(new Evidence(NOTHING, false, List.of()), model.evidence(new History(new int[] {0}, new float[] {1}), 3));
    }

    @Test void theReasonOfAFillUpTellsOfRules() {
        Recommender few = new Says("few", SHOP, 9, 8, 5, 4, NOTHING, NOTHING);
        var in = Values.of("model", few, "catalogue", catalogue());
        var setup = new FitRules.Setup(List.of(new Rule(Act.BLOCK, Scope.ITEM, "i3", 0)), "", 200, true);
        Recommender model = new FitRules().run(setup, in, Tiny.context("rules")).one("model", Recommender.class);
        assertEquals(List.of(Fallback.NONE, Fallback.RULES, Fallback.RULES), Recommendations.forUser(model, "u0", 3, true).stream().map(Row::fallback).toList());
    }

    @Test void stockMarginAndPriceHideWhereTheyAreKnown() {
        assertEquals(List.of(3, 4, 5), modelRows(ruled(true, everything(Act.IN_STOCK, 0)), "u0", true)); // i2 has 0, of i3 nothing is known
        assertEquals(List.of(4, 5), modelRows(ruled(true, everything(Act.MARGIN, 2.5)), "u0", true));
        assertEquals(List.of(3, 5), modelRows(ruled(true, everything(Act.PRICE_FROM, 10), everything(Act.PRICE_TO, 20)), "u0", true));
    }

    @Test void theUsualPriceIsTheMedianOfTheHistory() {
        // u0: 10 and 20, so 15, and half of it: 7.5 to 22.5; i2 costs 5, i4 30, the price of i5 is not known
        assertEquals(List.of(3, 5), modelRows(ruled(true, everything(Act.USUAL_PRICE, 0.5)), "u0", true));
        Recommender model = ruled(true, everything(Act.USUAL_PRICE, 0.5));
        assertEquals(List.of(3, 5), list(model, "u0", 6), "nor do they fill up its list");
        assertEquals(List.of(2, 3, 4), list(model, "u2", 6).subList(2, 5), "while others may have them");
    }

    @Test void whatWasHadInTheLastDaysIsNotShownAgain() {
        Recommender model = ruled(false, everything(Act.NOT_AGAIN, 7));
        assertEquals(List.of(0, 2, 3, 4, 5), modelRows(model, "u0", false)); // i0 was ten days ago
        assertEquals(List.of(0, 2, 3, 4, 5), Recommendations.forUser(model, "u0", 6, false).stream().map(Row::item).toList(), "not even to fill up");
        assertEquals(List.of(2, 3, 4, 5), Recommendations.forHistory(model, new History(new int[] {0, 1}, new float[] {1, 1}), 6, false).stream().map(Row::item).toList(),
                "events without a time are of today");
    }

    @Test void aRuleThatCannotBeAppliedIsNamed() {
        assertEquals(Problem.of("rerank.no-such-item", "rules: rules 2", "mug"), problem(new Rule(Act.BLOCK, Scope.ITEM, "i1", 0), new Rule(Act.BLOCK, Scope.ITEM, "mug", 0)));
        assertEquals("rerank.no-such-category", problem(new Rule(Act.BOOST, Scope.CATEGORY, "cups", 2)).key());
        assertEquals("rerank.rule-amount", problem(everything(Act.BOOST, 0)).key());
        assertEquals("rerank.rule-amount", problem(new Rule(Act.PIN, Scope.ITEM, "i1", 0)).key());
        assertEquals("rerank.cap-of-item", problem(new Rule(Act.CAP, Scope.ITEM, "i1", 2)).key());
        assertEquals("rerank.pin-of-everything", problem(everything(Act.PIN, 2)).key());
        assertEquals("rerank.nothing-left", problem(everything(Act.BLOCK, 0)).key());
    }

    private static Problem problem(Rule... rules) {
        return assertThrows(ProblemException.class, () -> ruled(true, rules)).problem();
    }

    @Test void whatTheCatalogueLacksIsNamed() {
        for (var wanted : List.of(List.of(everything(Act.IN_STOCK, 0), "rerank.no-stock"), List.of(everything(Act.PRICE_TO, 9), "rerank.no-price"),
                List.of(everything(Act.MARGIN, 1), "rerank.no-margin"), List.of(everything(Act.CAP, 1), "rerank.rule-needs-categories"))) {
            var setup = new FitRules.Setup(List.of((Rule) wanted.get(0)), "", 200, true);
            var e = assertThrows(ProblemException.class, () -> new FitRules().run(setup, Values.of("model", BASE), Tiny.context("rules")));
            assertEquals(wanted.get(1), e.problem().key());
        }
    }

    @Test void aKeptModelHasItsRules() {
        Recommender model = ruled(true, new Rule(Act.PIN, Scope.ITEM, "i5", 1), new Rule(Act.BOOST, Scope.CATEGORY, "lamps", 3), everything(Act.IN_STOCK, 0));
        var restored = (Recommender) new FitRules().restore(model.toBundle(), (_, _) -> BASE);
        assertEquals(model.hash(), restored.hash());
        assertArrayEquals(Tiny.scores(model, 0), Tiny.scores(restored, 0));
        assertFalse(restored.offers(2));
    }
}
