package shelfwise.model.torch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import shelfwise.model.torch.Batch.Stretch;

/**
 * Parts users into batches of about equally long stretches, so that little is computed for what is filled up. Users are shuffled, and so are
 * the batches.
 */
final class Buckets {
    /** Stretches of lengths that differ by less are taken as equally long. */
    private static final int STEP = 8;

    private Buckets() { }

    /**
     * One epoch. A stretch has the item that comes next behind each of its places: the last of a history is only foretold.
     *
     * @param length of the longest stretch
     * @param fewest events of a stretch: 0 where the first of a history is foretold as well
     * @param crop   whether half of the histories are cut to a random stretch of random length; else the latest is taken
     */
    static List<Stretch[]> of(Sequences all, int length, int fewest, int batch, boolean crop, SplittableRandom random) {
        var stretches = new ArrayList<Stretch>();
        for (int u = 0; u < all.users(); u++) {
            int steps = all.count(u) - 1;
            if (steps < fewest) continue;
            int longest = Math.min(steps, length);
            boolean cut = crop && longest > 0 && random.nextBoolean();
            int count = cut ? 1 + random.nextInt(longest) : longest, skip = cut ? random.nextInt(steps - count + 1) : steps - count;
            stretches.add(new Stretch(all.start()[u] + skip, count));
        }
        shuffle(stretches, random);
        stretches.sort(Comparator.comparingInt(s -> s.count() / STEP));
        var batches = new ArrayList<Stretch[]>();
        for (int from = 0; from < stretches.size(); from += batch) {
            batches.add(stretches.subList(from, Math.min(stretches.size(), from + batch)).toArray(Stretch[]::new));
        }
        shuffle(batches, random);
        return batches;
    }

    private static <T> void shuffle(List<T> list, SplittableRandom random) {
        for (int k = list.size() - 1; k > 0; k--) java.util.Collections.swap(list, k, random.nextInt(k + 1));
    }
}
