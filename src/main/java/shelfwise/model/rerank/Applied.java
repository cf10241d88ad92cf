package shelfwise.model.rerank;

import java.util.BitSet;
import shelfwise.data.Ids;
import shelfwise.model.Categories;

/** A rule and the items it is for. */
record Applied(Rule rule, BitSet items) {
    /** Of a rule whose item is among {@code ids}. */
    static Applied of(Rule rule, Ids ids, Categories categories) {
        var items = new BitSet(ids.size());
        switch (rule.scope()) {
            case ITEM -> items.set(ids.number(rule.which()));
            case CATEGORY -> {
                int category = categories.names().indexOf(rule.which().strip());
                for (int i = 0; i < ids.size(); i++) if (category >= 0 && categories.of()[i] == category) items.set(i);
            }
            case EVERYTHING -> items.set(0, ids.size());
        }
        return new Applied(rule, items);
    }

    /** Whether it is of this act and for this item. */
    boolean is(Rule.Act act, int item) {
        return rule.act() == act && items.get(item);
    }
}
