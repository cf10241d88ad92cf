package shelfwise.model;

import shelfwise.base.Checks;

/**
 * Keeps the best n of the scores offered, in a bounded heap. Of equal scores the lower number is the better, so that a list never
 * depends on the order of work. {@link Float#NEGATIVE_INFINITY} and NaN are never kept. To be used again after {@link #clear()}; not for
 * several threads.
 */
public final class TopN {
    private final int[] number;
    private final float[] score;
    private int size;
    private boolean sorted;

    public TopN(int n) {
        Checks.inRange("n", n, 1, Integer.MAX_VALUE - 16);
        number = new int[n];
        score = new float[n];
    }

    public void clear() {
        size = 0;
        sorted = false;
    }

    /** Clears, then keeps the best of {@code scores}, best first. Cost: O(scores + n log n log scores). @return how many were kept */
    public int select(float[] scores) {
        clear();
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > Float.NEGATIVE_INFINITY && (size < number.length || scores[i] > score[0])) offer(i, scores[i]);
        }
        return sort();
    }

    /** What a score must be more than to be kept, if candidates come in ascending order; before {@link #sort()}. */
    public float floor() {
        return size < number.length ? Float.NEGATIVE_INFINITY : score[0];
    }

    /** Offers one score; must not be called after {@link #sort()} before {@link #clear()}. */
    public void offer(int candidate, float value) {
        Checks.that(!sorted, "offered to a sorted list");
        if (!(value > Float.NEGATIVE_INFINITY)) return;
        if (size < number.length) {
            up(size++, candidate, value);
        } else if (worse(score[0], number[0], value, candidate)) {
            down(0, size, candidate, value);
        }
    }

    /** Puts the best first. @return how many there are */
    public int sort() {
        sorted = true;
        for (int last = size - 1; last > 0; last--) { // the root is the worst of those left: it goes to the end
            int n = number[last];
            float s = score[last];
            number[last] = number[0];
            score[last] = score[0];
            down(0, last, n, s);
        }
        return size;
    }

    public int size() {
        return size;
    }

    /** The item at {@code place}, 0 for the best; only after {@link #sort()}. */
    public int number(int place) {
        return number[place];
    }

    public float score(int place) {
        return score[place];
    }

    private static boolean worse(float a, int numberA, float b, int numberB) {
        return a < b || a == b && numberA > numberB;
    }

    private void up(int from, int n, float s) {
        int at = from;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (!worse(s, n, score[parent], number[parent])) break;
            number[at] = number[parent];
            score[at] = score[parent];
            at = parent;
        }
        number[at] = n;
        score[at] = s;
    }

    private void down(int from, int end, int n, float s) {
        int at = from;
        while (true) {
            int child = 2 * at + 1;
            if (child >= end) break;
            if (child + 1 < end && worse(score[child + 1], number[child + 1], score[child], number[child])) child++;
            if (!worse(score[child], number[child], s, n)) break;
            number[at] = number[child];
            score[at] = score[child];
            at = child;
        }
        number[at] = n;
        score[at] = s;
    }
}
