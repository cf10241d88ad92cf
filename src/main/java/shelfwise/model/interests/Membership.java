package shelfwise.model.interests;

import java.util.Arrays;
import java.util.stream.IntStream;
import shelfwise.base.Progress;
import shelfwise.data.Sparse;
import shelfwise.model.Workers;
import shelfwise.model.vectors.DenseSpace;

/** Which interests each item belongs to. */
final class Membership {
    /** A part of an item in an interest that is smaller is left out. */
    private static final double SMALLEST = 0.01;
    /** An interest stands for so many items on the average at least: fewer are no group. */
    private static final int ITEMS = 3;

    private Membership() { }

    /**
     * Interests are learned of the items that somebody took; the others are put to them.
     *
     * @return items x interests, each item's parts adding up to 1, none of items without a vector; no interest is without an item
     */
    static Sparse of(DenseSpace space, boolean[] taken, FitInterests.Setup s, Workers workers, Progress progress) {
        double[][] points = IntStream.range(0, space.items()).filter(i -> taken[i] && space.knows(i)).mapToObj(space::vector).toArray(double[][]::new);
        int most = Math.clamp(points.length / ITEMS, 1, s.clusters());
        double[][] centres = Means.centres(points, most, s.starts(), s.seed(), progress.part(0, 0.8));
        return switch (s.method()) {
            case K_MEANS -> matrix(space, centres.length, (point, parts) -> parts[Means.nearest(point, centres)] = 1);
            case MIXTURE -> {
                Mixture mixture = Mixture.fit(points, centres, workers, progress.part(0.8, 1));
                yield matrix(space, mixture.size(), mixture::parts);
            }
        };
    }

    @FunctionalInterface
    private interface Parter {
        void part(double[] point, double[] parts);
    }

    private static Sparse matrix(DenseSpace space, int interests, Parter parter) {
        double[][] all = new double[space.items()][interests];
        boolean[] used = new boolean[interests];
        for (int i = 0; i < all.length; i++) {
            if (!space.knows(i)) continue;
            parter.part(space.vector(i), all[i]);
            all[i] = Mixture.clear(all[i], SMALLEST);
            for (int c = 0; c < interests; c++) used[c] |= all[i][c] > 0;
        }
        int[] number = new int[interests];
        int n = 0;
        for (int c = 0; c < interests; c++) number[c] = used[c] ? n++ : -1;
        return sparse(all, number, n);
    }

    private static Sparse sparse(double[][] all, int[] number, int interests) {
        int entries = 0;
        for (double[] parts : all) for (double p : parts) if (p > 0) entries++;
        int[] row = new int[entries], column = new int[entries];
        float[] value = new float[entries];
        int n = 0;
        for (int i = 0; i < all.length; i++) {
            for (int c = 0; c < all[i].length; c++) {
                if (all[i][c] <= 0) continue;
                row[n] = i;
                column[n] = number[c];
                value[n++] = (float) all[i][c];
            }
        }
        return Sparse.of(all.length, interests, row, column, value);
    }

    /** The interest that each item belongs to most, of equal ones the first; -1 for none. */
    static int[] main(Sparse membership) {
        int[] main = new int[membership.rows()];
        Arrays.fill(main, -1);
        for (int i = 0; i < main.length; i++) {
            float most = 0;
            for (int e = membership.start()[i]; e < membership.start()[i + 1]; e++) {
                if (membership.value()[e] > most) {
                    most = membership.value()[e];
                    main[i] = membership.column()[e];
                }
            }
        }
        return main;
    }
}
