package shelfwise.model.torch;

import shelfwise.base.Progress;
import shelfwise.data.Sparse;
import shelfwise.model.Workers;
import shelfwise.model.kernel.Kernel;

/**
 * Who took what, as a graph whose edge between a user and an item weighs 1/√(n·m), n the items of the user and m the users of the item. Vectors
 * of items are handed on over it: R̂ᵀR̂ in the terms of He, Deng, Wang, Li, Zhang, Wang 2020, R̂ users x items. The same bits for any number
 * of threads.
 */
final class Graph {
    private static final int BLOCK = 64;

    private final Kernel kernel = Kernel.best();
    private final Workers workers;
    private final Sparse users, items;
    private final float[] ofUser, ofItem;

    /** @param users users x items; the values do not count */
    Graph(Sparse users, Workers workers) {
        this.users = users;
        this.workers = workers;
        items = users.transpose();
        ofUser = shares(users);
        ofItem = shares(items);
    }

    /** 1/√n for each row, n its entries; 0 where it has none. */
    private static float[] shares(Sparse rows) {
        float[] shares = new float[rows.rows()];
        for (int r = 0; r < shares.length; r++) if (rows.count(r) > 0) shares[r] = (float) (1 / Math.sqrt(rows.count(r)));
        return shares;
    }

    /** 1/√m for each item, m its users; 0 where it has none. */
    float[] shares() {
        return ofItem.clone();
    }

    /**
     * The mean of what was there at first and after each round of handing on from items to users and back: (V + GV + … + GⁿV)/(n + 1), G = R̂ᵀR̂.
     * G is symmetric, so that the same also takes gradients of the means back to those of what was there at first. Cost: O(rounds·entries·width).
     *
     * @param vectors items x width; left as they are
     */
    float[] means(float[] vectors, int width, int rounds) {
        float[] mean = vectors.clone(), at = vectors;
        for (int k = 0; k < rounds; k++) {
            at = handOn(items, ofItem, handOn(users, ofUser, at, ofItem, width), ofUser, width);
            kernel.add(1, at, 0, mean, 0, mean.length);
        }
        for (int k = 0; k < mean.length; k++) mean[k] /= rounds + 1;
        return mean;
    }

    /** One way: for each row the sum over its columns of their vectors times the weight of the edge. */
    private float[] handOn(Sparse rows, float[] ofRow, float[] from, float[] ofColumn, int width) {
        float[] to = new float[Math.multiplyExact(rows.rows(), width)];
        workers.each(rows.rows(), BLOCK, Progress.NONE, () -> to, (sums, first, end) -> {
            for (int r = first; r < end; r++) {
                for (int e = rows.start()[r]; e < rows.start()[r + 1]; e++) {
                    int c = rows.column()[e];
                    kernel.add(ofRow[r] * ofColumn[c], from, c * width, sums, r * width, width);
                }
            }
        });
        return to;
    }
}
