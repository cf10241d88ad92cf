package shelfwise.evaluate;

import java.util.List;

/** What a list is worth: the sum over its hits of a value of money an item, 0 where the item's value is not known (Jannach, Adomavicius 2017). */
final class Money implements Family {
    private final String metric;
    private final int[] cuts;
    private final double[] worth;

    /** @param worth by item; NaN where it is not known */
    Money(String metric, int[] cuts, double[] worth) {
        this.metric = metric;
        this.cuts = cuts;
        this.worth = worth;
    }

    @Override public List<String> metrics() {
        return List.of(metric);
    }

    @Override public void measure(OneList list, double[] values, int at) {
        double sum = 0;
        int row = 0;
        for (int c = 0; c < cuts.length; c++) {
            for (; row < cuts[c]; row++) if (list.hit(row) && !Double.isNaN(worth[list.item(row)])) sum += worth[list.item(row)];
            values[at + c] = sum;
        }
    }
}
