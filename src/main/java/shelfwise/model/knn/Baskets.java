package shelfwise.model.knn;

import java.util.Arrays;
import shelfwise.base.Problem;
import shelfwise.data.Histories;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;

/** Puts the events of each user into baskets. */
final class Baskets {
    private static final double MINUTE_MILLIS = 60_000;

    private Baskets() { }

    /**
     * baskets x items, each item once, its value 1; a basket starts where the pause after the last event is longer than the gap.
     *
     * @throws shelfwise.base.ProblemException if baskets are visits and the events have no time
     */
    static Sparse of(Interactions all, FitAssociation.Setup setup, String name) {
        boolean visits = setup.basket() == FitAssociation.Basket.VISIT;
        if (visits && !all.timed()) throw Problem.of("knn.no-visits", name).asException();
        Histories histories = all.histories();
        int[] basket = new int[all.size()];
        int count = 0;
        for (int u = 0; u < all.users().size(); u++) {
            for (int k = histories.start()[u]; k < histories.start()[u + 1]; k++) {
                int event = histories.event()[k];
                boolean first = k == histories.start()[u];
                if (first || visits && all.time()[event] - all.time()[histories.event()[k - 1]] > setup.gap() * MINUTE_MILLIS) count++;
                basket[event] = count - 1;
            }
        }
        float[] one = new float[all.size()];
        Arrays.fill(one, 1);
        Sparse sums = Sparse.of(count, all.items().size(), basket, all.item(), one);
        Arrays.fill(sums.value(), 1); // made just now, and not yet in other hands
        return sums;
    }
}
