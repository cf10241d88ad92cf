package shelfwise.evaluate;

import java.util.List;

/**
 * How well known a list's items are, over its rows; NaN for an empty list.
 *
 * <ul>
 * <li>novelty: mean of −log₂(share of training users with the item), at least one user (Zhou et al. 2010)
 * <li>popularity-share: mean of the share of training users with the item, with the same floor
 * <li>arp: average recommendation popularity, mean of the number of training users with the item (Yin et al. 2012)
 * </ul>
 */
final class Familiarity implements Family {
    private final int[] cuts;
    private final int[] users;
    private final double[] share, information;

    /**
     * @param users   training users of each item
     * @param trained users with events in training
     */
    Familiarity(int[] cuts, int[] users, int trained) {
        this.cuts = cuts;
        this.users = users;
        share = new double[users.length];
        information = new double[users.length];
        for (int i = 0; i < users.length; i++) {
            share[i] = (double) Math.max(1, users[i]) / Math.max(1, trained);
            information[i] = -Math.log(share[i]) / Math.log(2);
        }
    }

    @Override public List<String> metrics() {
        return List.of("novelty", "popularity-share", "arp");
    }

    @Override public void measure(OneList list, double[] values, int at) {
        double bits = 0, shares = 0, counts = 0;
        int row = 0;
        for (int c = 0; c < cuts.length; c++) {
            for (; row < Math.min(cuts[c], list.rows); row++) {
                int item = list.item(row);
                bits += information[item];
                shares += share[item];
                counts += users[item];
            }
            values[at + c] = row > 0 ? bits / row : Double.NaN;
            values[at + cuts.length + c] = row > 0 ? shares / row : Double.NaN;
            values[at + 2 * cuts.length + c] = row > 0 ? counts / row : Double.NaN;
        }
    }
}
