package shelfwise.model.rerank;

import shelfwise.model.Asked;
import shelfwise.model.Categories;

/** The share of each category among the different items of a history whose category is known. */
record Taste(double[] share, boolean known) {
    static Taste of(Asked asked, Categories categories) {
        double[] share = new double[categories.size()];
        int n = 0;
        for (int i : asked.seen()) {
            int category = categories.of()[i];
            if (category < 0) continue;
            share[category]++;
            n++;
        }
        for (int c = 0; n > 0 && c < share.length; c++) share[c] /= n;
        return new Taste(share, n > 0);
    }
}
