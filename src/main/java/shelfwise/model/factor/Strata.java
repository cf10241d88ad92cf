package shelfwise.model.factor;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import shelfwise.base.Progress;
import shelfwise.data.Sparse;
import shelfwise.model.Workers;

/**
 * The events of users with items, cut anew at random for each epoch of stochastic gradient descent into blocks of users x blocks of items.
 * Blocks that share neither users nor items (a stratum) are worked on at the same time, one stratum after the other (Gemulla, Nijkamp, Haas,
 * Sismanis 2011). The number of blocks depends on the data alone and each block has random numbers of its own, so that the result does not
 * depend on the number of threads.
 */
final class Strata {
    private static final int MOST_BLOCKS = 16;
    /** Users and items that a block has at least, so that negatives drawn from one block are of many kinds. */
    private static final int SMALLEST = 32;
    private static final int USERS_AT_ONCE = 1024;

    /** Works on one block with a scratch that no other thread uses. */
    @FunctionalInterface
    interface Body<S> {
        void run(S scratch, Block block);
    }

    /**
     * One block of an epoch: users {@code user(userFrom)} to {@code user(userTo)} (exclusive), and in {@link #items} those from
     * {@code itemFrom} to {@code itemTo} (exclusive).
     */
    record Block(int number, int userFrom, int userTo, int itemFrom, int itemTo, SplittableRandom random) {
        int items() {
            return itemTo - itemFrom;
        }
    }

    private final Sparse rows;
    private final long seed;
    private final int blocks;
    private final int[] users, items, local, blockOf;
    /** Each user's entries by block of items: those of user u in block b are {@code entry[start[u·(blocks+1)+b]]} to the next start. */
    private final int[] entry, place, start;

    Strata(Sparse rows, long seed) {
        this.rows = rows;
        this.seed = seed;
        users = IntStream.range(0, rows.rows()).filter(u -> rows.count(u) > 0).toArray();
        items = IntStream.of(rows.column()).distinct().sorted().toArray();
        blocks = Math.clamp(Math.min(users.length, items.length) / SMALLEST, 1, MOST_BLOCKS);
        local = new int[rows.columns()];
        blockOf = new int[rows.columns()];
        entry = new int[rows.entries()];
        place = new int[rows.entries()];
        start = new int[Math.multiplyExact(rows.rows(), blocks + 1)];
    }

    int blocks() {
        return blocks;
    }

    /** The items that have events, in the order of this epoch's blocks. */
    int[] items() {
        return items;
    }

    /** Where in its block the item of an entry stands. */
    int place(int at) {
        return place[at];
    }

    int user(int at) {
        return users[at];
    }

    /** Number of an entry of the matrix. */
    int entry(int at) {
        return entry[at];
    }

    int from(int user, int block) {
        return start[user * (blocks + 1) + block];
    }

    int to(int user, int block) {
        return start[user * (blocks + 1) + block + 1];
    }

    /** Where in {@link #items} block {@code b} begins. */
    int begin(int b) {
        return begin(items.length, b);
    }

    private int begin(int n, int b) {
        return (int) ((long) n * b / blocks);
    }

    /** Cuts the events anew; to be called for each epoch in turn. */
    void cut(int epoch, Workers workers) {
        var random = new SplittableRandom(seedOf(epoch, -1));
        shuffle(users, random);
        shuffle(items, random);
        for (int b = 0; b < blocks; b++) number(b);
        workers.each(rows.rows(), USERS_AT_ONCE, Progress.NONE, () -> new int[blocks], (next, from, to) -> {
            for (int u = from; u < to; u++) sort(u, next);
        });
    }

    private void number(int block) {
        int from = begin(block);
        for (int k = from; k < begin(block + 1); k++) {
            blockOf[items[k]] = block;
            local[items[k]] = k - from;
        }
    }

    private void sort(int user, int[] next) {
        int at = user * (blocks + 1), from = rows.start()[user], end = rows.start()[user + 1];
        Arrays.fill(next, 0);
        for (int e = from; e < end; e++) next[blockOf[rows.column()[e]]]++;
        start[at] = from;
        for (int b = 0; b < blocks; b++) {
            start[at + b + 1] = start[at + b] + next[b];
            next[b] = start[at + b];
        }
        for (int e = from; e < end; e++) {
            int item = rows.column()[e], to = next[blockOf[item]]++;
            entry[to] = e;
            place[to] = local[item];
        }
    }

    /** One epoch over all blocks as they are cut. */
    <S> void each(int epoch, Workers workers, Progress progress, Supplier<S> scratch, Body<S> body) {
        for (int stratum = 0; stratum < blocks; stratum++) {
            int shift = stratum;
            workers.each(blocks, 1, progress.part((double) stratum / blocks, (stratum + 1.0) / blocks), scratch, (s, from, to) -> {
                for (int b = from; b < to; b++) body.run(s, block(epoch, b, (b + shift) % blocks));
            });
        }
    }

    private Block block(int epoch, int ofUsers, int ofItems) {
        return new Block(ofItems, begin(users.length, ofUsers), begin(users.length, ofUsers + 1), begin(ofItems), begin(ofItems + 1),
                new SplittableRandom(seedOf(epoch, ofUsers * blocks + ofItems)));
    }

    private long seedOf(int epoch, int block) {
        return new SplittableRandom(new SplittableRandom(seed + epoch).nextLong() + block).nextLong();
    }

    static void shuffle(int[] numbers, SplittableRandom random) {
        for (int k = numbers.length - 1; k > 0; k--) {
            int other = random.nextInt(k + 1), swap = numbers[k];
            numbers[k] = numbers[other];
            numbers[other] = swap;
        }
    }
}
