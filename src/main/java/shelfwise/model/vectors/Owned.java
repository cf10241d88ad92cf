package shelfwise.model.vectors;

import java.util.Arrays;
import java.util.stream.IntStream;
import shelfwise.data.Sparse;

/**
 * The known items of one history, ascending, in groups.
 *
 * @param weight what each counts
 * @param group  of each; -1 for none
 * @param groups how many there are
 */
record Owned(int[] item, float[] weight, int[] group, int groups) {
    /** Items of one history that are put into groups, those of most weight; the cosines of all their pairs are worked out. */
    private static final int GROUPED = 1000;

    static Owned of(Space space, Taste taste, Sparse rows, int row) {
        int from = rows.start()[row], n = 0;
        int[] item = new int[rows.count(row)];
        float[] weight = new float[item.length];
        for (int e = from; e < rows.start()[row + 1]; e++) {
            if (!space.knows(rows.column()[e])) continue;
            item[n] = rows.column()[e];
            weight[n++] = taste.weight(rows.value()[e]);
        }
        int[] items = Arrays.copyOf(item, n), group = new int[n];
        float[] weights = Arrays.copyOf(weight, n);
        if (taste.profile() != Profile.INTERESTS) return new Owned(items, weights, group, Math.min(1, n));
        return new Owned(items, weights, group, group(space, taste, items, weights, group));
    }

    private static int group(Space space, Taste taste, int[] item, float[] weight, int[] group) {
        int[] grouped = IntStream.range(0, item.length).filter(o -> weight[o] > 0).boxed().sorted((a, b) -> Float.compare(weight[b], weight[a]))
                .limit(GROUPED).mapToInt(Integer::intValue).sorted().toArray();
        int n = grouped.length;
        double[] cosine = new double[n * n];
        float[] w = new float[n];
        for (int a = 0; a < n; a++) {
            w[a] = weight[grouped[a]];
            for (int b = 0; b <= a; b++) cosine[a * n + b] = cosine[b * n + a] = space.cosine(item[grouped[a]], item[grouped[b]]);
        }
        int[] made = Groups.of(cosine, w, taste.interests());
        Arrays.fill(group, -1);
        for (int a = 0; a < n; a++) group[grouped[a]] = made[a];
        return Arrays.stream(made).max().orElse(-1) + 1;
    }

    int size() {
        return item.length;
    }

    /** Adds the profile of a group to {@code profile}, which is all zeros. @return its length */
    double norm(int g, Space space, double[] profile) {
        for (int o = 0; o < item.length; o++) if (group[o] == g) space.add(item[o], weight[o], profile);
        double squares = 0;
        for (double p : profile) squares += p * p;
        return Math.sqrt(squares);
    }
}
