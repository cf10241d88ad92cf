package shelfwise.model.rerank;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import shelfwise.base.Problem;
import shelfwise.data.Catalogue;
import shelfwise.data.ColumnType;
import shelfwise.data.Ids;
import shelfwise.data.Role;

/** Checks rules against the data they are for, and finds the items that none may get. */
record RuleChecks(String node, Ids items, Optional<Catalogue> catalogue, String marginColumn, boolean timed) {
    /**
     * The items that the rules keep out of every list.
     *
     * @throws shelfwise.base.ProblemException naming the rule that can't be applied, or if no item is left
     */
    boolean[] hidden(List<Rule> rules, ItemFacts facts) {
        boolean[] hidden = new boolean[items.size()];
        for (int k = 0; k < rules.size(); k++) {
            Rule rule = rules.get(k);
            check(rule, node + ": rules " + (k + 1), facts);
            double[] amounts = amounts(rule, node + ": rules " + (k + 1), facts);
            Applied applied = Applied.of(rule, items, facts.categories());
            for (int i = 0; i < hidden.length; i++) hidden[i] |= applied.items().get(i) && hides(rule, amounts[i]);
        }
        for (boolean h : hidden) if (!h) return hidden;
        throw Problem.of("rerank.nothing-left", node).asException();
    }

    private void check(Rule rule, String where, ItemFacts facts) {
        double least = rule.act().least();
        if (rule.amount() < least || rule.act().positive() && rule.amount() == 0) throw Problem.of("rerank.rule-amount", where, least, rule.amount()).asException();
        if (rule.act() == Rule.Act.NOT_AGAIN && !timed) throw Problem.of("rerank.no-time", where).asException();
        if (rule.act() == Rule.Act.CAP && rule.scope() == Rule.Scope.ITEM) throw Problem.of("rerank.cap-of-item", where).asException();
        if (rule.act() == Rule.Act.PIN && rule.scope() == Rule.Scope.EVERYTHING) throw Problem.of("rerank.pin-of-everything", where).asException();
        boolean categories = rule.scope() == Rule.Scope.CATEGORY || rule.act() == Rule.Act.CAP;
        if (categories && facts.categories().size() == 0) throw Problem.of("rerank.rule-needs-categories", where).asException();
        switch (rule.scope()) {
            case ITEM -> {
                if (items.number(rule.which()) < 0) throw Problem.of("rerank.no-such-item", where, rule.which()).asException();
            }
            case CATEGORY -> {
                if (!facts.categories().names().contains(rule.which().strip())) throw Problem.of("rerank.no-such-category", where, rule.which()).asException();
            }
            case EVERYTHING -> { }
        }
    }

    /** Of each item what the rule's amount is held against; NaN where it is not known or not needed. */
    private double[] amounts(Rule rule, String where, ItemFacts facts) {
        return switch (rule.act()) {
            case IN_STOCK -> column(where, Role.STOCK);
            case PRICE_FROM, PRICE_TO, USUAL_PRICE -> priced(where, facts);
            case MARGIN -> margin(where);
            case BOOST, BURY, PIN, BLOCK, CAP, NOT_AGAIN -> facts.price();
        };
    }

    private static boolean hides(Rule rule, double known) {
        return switch (rule.act()) {
            case BLOCK -> true;
            case IN_STOCK -> known <= rule.amount(); // false where it is NaN
            case MARGIN, PRICE_FROM -> known < rule.amount();
            case PRICE_TO -> known > rule.amount();
            case BOOST, BURY, PIN, CAP, USUAL_PRICE, NOT_AGAIN -> false;
        };
    }

    private static double[] priced(String where, ItemFacts facts) {
        if (Arrays.stream(facts.price()).allMatch(Double::isNaN)) throw Problem.of("rerank.no-price", where).asException();
        return facts.price();
    }

    private double[] column(String where, Role role) {
        Catalogue known = catalogue.filter(c -> c.attributes().schema().find(role).isPresent()).orElseThrow(() -> Problem.of("rerank.no-stock", where).asException());
        return ItemFacts.byItem(items, known, known.numbers(role));
    }

    private double[] margin(String where) {
        OptionalInt column = catalogue.map(c -> c.attributes().schema().find(marginColumn)).orElse(OptionalInt.empty());
        if (column.isEmpty() || catalogue.orElseThrow().attributes().schema().field(column.getAsInt()).type() == ColumnType.TEXT) {
            List<String> names = catalogue.map(c -> c.attributes().schema().names()).orElse(List.of());
            throw Problem.of("rerank.no-margin", where, marginColumn, names).asException();
        }
        Catalogue known = catalogue.orElseThrow();
        double[] ofRow = new double[known.items().size()];
        int[] at = new int[1];
        known.attributes().scan(new int[] {column.getAsInt()}, c -> {
            for (int i = 0; i < c.rows(); i++) ofRow[at[0]++] = c.number(0, i);
        });
        return ItemFacts.byItem(items, known, ofRow);
    }
}
