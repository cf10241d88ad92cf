package shelfwise.model.rerank;

import java.util.Arrays;
import java.util.Map;
import java.util.HashMap;
import shelfwise.data.Bundle;
import shelfwise.data.Catalogue;
import shelfwise.data.Ids;
import shelfwise.data.Role;
import shelfwise.data.Table;
import shelfwise.model.Categories;

/**
 * What rules need to know of the items in a list.
 *
 * @param categories of the items
 * @param price      NaN where it is not known
 */
record ItemFacts(Categories categories, double[] price) {
    static ItemFacts none(int items) {
        double[] price = new double[items];
        Arrays.fill(price, Double.NaN);
        return new ItemFacts(Categories.none(items), price);
    }

    static ItemFacts of(Ids items, Catalogue catalogue) {
        return new ItemFacts(Categories.of(items, catalogue), byItem(items, catalogue, catalogue.numbers(Role.PRICE)));
    }

    /** Numbers of the catalogue's rows in the order of the items; NaN for items it lacks. */
    static double[] byItem(Ids items, Catalogue catalogue, double[] ofRow) {
        double[] all = new double[items.size()];
        for (int i = 0; i < all.length; i++) {
            int row = catalogue.items().number(items.id(i));
            all[i] = row < 0 ? Double.NaN : ofRow[row];
        }
        return all;
    }

    Map<String, Table> parts() {
        var parts = new HashMap<>(categories.parts());
        parts.put("rules.price", Bundle.doubles(price));
        return parts;
    }

    static ItemFacts of(Bundle b) {
        return new ItemFacts(Categories.of(b), b.doubles("rules.price"));
    }
}
