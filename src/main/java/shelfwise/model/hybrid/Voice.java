package shelfwise.model.hybrid;

import java.util.Arrays;
import java.util.BitSet;
import shelfwise.model.TopN;

/**
 * What one model's scores say of each item, on a scale on which models can be added up. The scale is taken from the items that are new to
 * the user, for seen ones are mostly left out of lists and would press the others together; from all items if every one was seen. Seen
 * items are put on the same scale. For one thread; first {@link #hear}, then {@link #value}.
 */
interface Voice {
    /** Takes the scale from one model's scores. */
    void hear(float[] scores, BitSet seen);

    /** The value of an item with this score, which may be negative infinity: of that the model says nothing. */
    double value(float score);

    static Voice of(Scale scale, int items) {
        return switch (scale) {
            case MIN_MAX -> new MinMax();
            case Z_SCORE -> new ZScore();
            case RANK -> new ByRank(items);
            case AS_THEY_ARE -> new AsItIs();
        };
    }

    /** Whether an item takes part in the scale. */
    private static boolean counts(float[] scores, BitSet seen, boolean all, int item) {
        return scores[item] > Float.NEGATIVE_INFINITY && (all || !seen.get(item));
    }

    private static boolean allSeen(float[] scores, BitSet seen) {
        for (int i = 0; i < scores.length; i++) if (counts(scores, seen, false, i)) return false;
        return true;
    }

    /** 0 for the lowest and for silence, 1 for the highest; 1 for all if they are equal. */
    final class MinMax implements Voice {
        private double low, high;

        @Override public void hear(float[] scores, BitSet seen) {
            boolean all = allSeen(scores, seen);
            low = Double.POSITIVE_INFINITY;
            high = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < scores.length; i++) {
                if (!counts(scores, seen, all, i)) continue;
                low = Math.min(low, scores[i]);
                high = Math.max(high, scores[i]);
            }
        }

        @Override public double value(float score) {
            if (score == Float.NEGATIVE_INFINITY) return 0;
            return high > low ? (score - low) / (high - low) : 1;
        }
    }

    /** Silence counts as the lowest; 0 for all if they are equal, or if the model says nothing at all. */
    final class ZScore implements Voice {
        private double mean, deviation, low;

        @Override public void hear(float[] scores, BitSet seen) {
            boolean all = allSeen(scores, seen);
            double sum = 0, squares = 0;
            int n = 0;
            low = Double.POSITIVE_INFINITY;
            for (int i = 0; i < scores.length; i++) {
                if (!counts(scores, seen, all, i)) continue;
                sum += scores[i];
                n++;
                low = Math.min(low, scores[i]);
            }
            mean = n == 0 ? 0 : sum / n;
            for (int i = 0; i < scores.length; i++) if (counts(scores, seen, all, i)) squares += (scores[i] - mean) * (scores[i] - mean);
            deviation = n == 0 ? 0 : Math.sqrt(squares / n);
        }

        @Override public double value(float score) {
            return deviation == 0 ? 0 : ((score == Float.NEGATIVE_INFINITY ? low : score) - mean) / deviation;
        }
    }

    /** 1 for the best, 1/n for the last of n, 0 for silence. */
    final class ByRank implements Voice {
        private final Ranks ranks;

        ByRank(int items) {
            ranks = new Ranks(items, items);
        }

        @Override public void hear(float[] scores, BitSet seen) {
            ranks.of(scores, seen);
        }

        @Override public double value(float score) {
            int rank = ranks.rank(score);
            return rank == 0 ? 0 : (ranks.size() + 1.0 - rank) / ranks.size();
        }
    }

    /** weight 1 / (k + rank), rank from 1; 0 for silence and for ranks beyond the depth (Cormack, Clarke, Büttcher 2009). */
    final class Reciprocal implements Voice {
        private final int k;
        private final Ranks ranks;

        Reciprocal(int k, int depth, int items) {
            this.k = k;
            ranks = new Ranks(depth, items);
        }

        @Override public void hear(float[] scores, BitSet seen) {
            ranks.of(scores, seen);
        }

        @Override public double value(float score) {
            int rank = ranks.rank(score);
            return rank == 0 ? 0 : 1.0 / (k + rank);
        }
    }

    final class AsItIs implements Voice {
        @Override public void hear(float[] scores, BitSet seen) { }

        @Override public double value(float score) {
            return score == Float.NEGATIVE_INFINITY ? 0 : score;
        }
    }

    /** Ranks among the items that are new to the user: 1 + the number of these with a higher score, so that equal scores have equal ranks. */
    final class Ranks {
        private final TopN top;
        private final int depth;
        private final float[] fresh;
        private int size;

        /** @param depth ranks beyond are not told */
        Ranks(int depth, int items) {
            this.depth = Math.clamp(depth, 1, Math.max(1, items));
            top = new TopN(this.depth);
            fresh = new float[items];
        }

        void of(float[] scores, BitSet seen) {
            System.arraycopy(scores, 0, fresh, 0, scores.length);
            if (!allSeen(scores, seen)) for (int i = seen.nextSetBit(0); i >= 0; i = seen.nextSetBit(i + 1)) fresh[i] = Float.NEGATIVE_INFINITY;
            size = top.select(fresh);
            for (int p = 0; p < size; p++) fresh[size - 1 - p] = top.score(p);
        }

        /** How many have a rank. */
        int size() {
            return size;
        }

        /** From 1; 0 for silence and beyond the depth. */
        int rank(float score) {
            if (score == Float.NEGATIVE_INFINITY || size == depth && score < fresh[0]) return 0;
            int at = Arrays.binarySearch(fresh, 0, size, Math.nextUp(score));
            return 1 + size - (at < 0 ? -at - 1 : firstOf(at));
        }

        /** Equal scores may lie before the place that was found. */
        private int firstOf(int at) {
            int first = at;
            while (first > 0 && fresh[first - 1] == fresh[at]) first--;
            return first;
        }
    }
}
