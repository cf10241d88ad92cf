package shelfwise.model.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Sixteen lanes in two vectors of eight, with the same bits as in one of sixteen. */
final class Vector256Kernel implements Kernel {
    private static final VectorSpecies<Float> HALF = FloatVector.SPECIES_256;
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_256;
    private static final int HIGH = 8, FOUR = 4;
    private static final VectorShuffle<Float> BY_4 = VectorShuffle.iota(HALF, 4, 1, true), BY_2 = VectorShuffle.iota(HALF, 2, 1, true),
            BY_1 = VectorShuffle.iota(HALF, 1, 1, true);

    @Override public float dot(float[] a, int aFrom, float[] b, int bFrom, int n) {
        FloatVector low = FloatVector.zero(HALF), high = FloatVector.zero(HALF);
        int whole = n & -LANES;
        for (int k = 0; k < whole; k += LANES) {
            low = FloatVector.fromArray(HALF, a, aFrom + k).fma(FloatVector.fromArray(HALF, b, bFrom + k), low);
            high = FloatVector.fromArray(HALF, a, aFrom + k + HIGH).fma(FloatVector.fromArray(HALF, b, bFrom + k + HIGH), high);
        }
        float sum = fold(low.add(high));
        for (int k = whole; k < n; k++) sum = Math.fma(a[aFrom + k], b[bFrom + k], sum);
        return sum;
    }

    private static float fold(FloatVector by8) {
        FloatVector by4 = by8.add(by8.rearrange(BY_4)), by2 = by4.add(by4.rearrange(BY_2));
        return by2.add(by2.rearrange(BY_1)).lane(0);
    }

    @Override public void add(float scale, float[] x, int xFrom, float[] y, int yFrom, int n) {
        FloatVector s = FloatVector.broadcast(HALF, scale);
        int whole = n & -LANES;
        for (int k = 0; k < whole; k += LANES) {
            FloatVector.fromArray(HALF, x, xFrom + k).fma(s, FloatVector.fromArray(HALF, y, yFrom + k)).intoArray(y, yFrom + k);
            FloatVector.fromArray(HALF, x, xFrom + k + HIGH).fma(s, FloatVector.fromArray(HALF, y, yFrom + k + HIGH)).intoArray(y, yFrom + k + HIGH);
        }
        for (int k = whole; k < n; k++) y[yFrom + k] = Math.fma(scale, x[xFrom + k], y[yFrom + k]);
    }

    @Override public void gather(float[] all, int length, int[] number, int numberFrom, int n, float[] to, int toLength) {
        int whole = length & -HIGH;
        for (int k = 0; k < n; k++) {
            int at = number[numberFrom + k] * length, target = k * toLength;
            for (int f = 0; f < whole; f += HIGH) FloatVector.fromArray(HALF, all, at + f).intoArray(to, target + f);
            for (int f = whole; f < length; f++) to[target + f] = all[at + f];
        }
    }

    @Override public void addAll(float[] rows, int n, int length, float[] scale, float[] y) {
        for (int c = 0; c < length; c += LANES) {
            FloatVector low = FloatVector.fromArray(HALF, y, c), high = FloatVector.fromArray(HALF, y, c + HIGH);
            for (int r = 0, at = c; r < n; r++, at += length) {
                FloatVector s = FloatVector.broadcast(HALF, scale[r]);
                low = FloatVector.fromArray(HALF, rows, at).fma(s, low);
                high = FloatVector.fromArray(HALF, rows, at + HIGH).fma(s, high);
            }
            low.intoArray(y, c);
            high.intoArray(y, c + HIGH);
        }
    }

    @Override public void addThrough(float[] rows, int n, int length, float[] shift, float[] scale, float[] x, float[] y) {
        int r = 0;
        for (; r + 2 <= n; r += 2) addThroughRows(rows, r, length, shift, scale, x, y);
        if (r < n) add(Math.fma(scale[r], dot(rows, r * length, x, 0, length), shift[r]), rows, r * length, y, 0, length);
    }

    /** Two rows, so that x and y are read once for both. */
    private static void addThroughRows(float[] rows, int r, int length, float[] shift, float[] scale, float[] x, float[] y) {
        FloatVector low0 = FloatVector.zero(HALF), high0 = low0, low1 = low0, high1 = low0;
        int at0 = r * length, at1 = at0 + length;
        for (int c = 0; c < length; c += LANES) {
            FloatVector low = FloatVector.fromArray(HALF, x, c), high = FloatVector.fromArray(HALF, x, c + HIGH);
            low0 = FloatVector.fromArray(HALF, rows, at0 + c).fma(low, low0);
            high0 = FloatVector.fromArray(HALF, rows, at0 + c + HIGH).fma(high, high0);
            low1 = FloatVector.fromArray(HALF, rows, at1 + c).fma(low, low1);
            high1 = FloatVector.fromArray(HALF, rows, at1 + c + HIGH).fma(high, high1);
        }
        FloatVector t0 = FloatVector.broadcast(HALF, Math.fma(scale[r], fold(low0.add(high0)), shift[r]));
        FloatVector t1 = FloatVector.broadcast(HALF, Math.fma(scale[r + 1], fold(low1.add(high1)), shift[r + 1]));
        for (int c = 0; c < length; c += HIGH) {
            FloatVector v = FloatVector.fromArray(HALF, rows, at0 + c).fma(t0, FloatVector.fromArray(HALF, y, c));
            FloatVector.fromArray(HALF, rows, at1 + c).fma(t1, v).intoArray(y, c);
        }
    }

    @Override public void add(double scale, double[] x, int xFrom, double[] y, int yFrom, int n) {
        DoubleVector s = DoubleVector.broadcast(DOUBLES, scale);
        int whole = n & -FOUR;
        for (int k = 0; k < whole; k += FOUR) {
            DoubleVector.fromArray(DOUBLES, x, xFrom + k).fma(s, DoubleVector.fromArray(DOUBLES, y, yFrom + k)).intoArray(y, yFrom + k);
        }
        for (int k = whole; k < n; k++) y[yFrom + k] = Math.fma(scale, x[xFrom + k], y[yFrom + k]);
    }

    @Override public void addOuter(double[] rows, int from, int n, int length, double[] scale, double[] matrix, int line) {
        for (int a = line; a < length; a += 4) for (int c = a & -2 * FOUR; c < length; c += 2 * FOUR) outer(rows, from, n, length, scale, matrix, a * length + c);
    }

    /** Four lines by eight columns of the matrix, held in registers over all rows. */
    private static void outer(double[] rows, int from, int n, int length, double[] scale, double[] matrix, int l0) {
        int a = l0 / length, c = l0 % length, l1 = l0 + length, l2 = l1 + length, l3 = l2 + length;
        DoubleVector m00 = DoubleVector.fromArray(DOUBLES, matrix, l0), m01 = DoubleVector.fromArray(DOUBLES, matrix, l0 + FOUR);
        DoubleVector m10 = DoubleVector.fromArray(DOUBLES, matrix, l1), m11 = DoubleVector.fromArray(DOUBLES, matrix, l1 + FOUR);
        DoubleVector m20 = DoubleVector.fromArray(DOUBLES, matrix, l2), m21 = DoubleVector.fromArray(DOUBLES, matrix, l2 + FOUR);
        DoubleVector m30 = DoubleVector.fromArray(DOUBLES, matrix, l3), m31 = DoubleVector.fromArray(DOUBLES, matrix, l3 + FOUR);
        for (int r = 0, at = from; r < n; r++, at += length) {
            double s = scale[r];
            DoubleVector v0 = DoubleVector.fromArray(DOUBLES, rows, at + c), v1 = DoubleVector.fromArray(DOUBLES, rows, at + c + FOUR);
            DoubleVector b0 = DoubleVector.broadcast(DOUBLES, s * rows[at + a]), b1 = DoubleVector.broadcast(DOUBLES, s * rows[at + a + 1]);
            DoubleVector b2 = DoubleVector.broadcast(DOUBLES, s * rows[at + a + 2]), b3 = DoubleVector.broadcast(DOUBLES, s * rows[at + a + 3]);
            m00 = v0.fma(b0, m00);
            m01 = v1.fma(b0, m01);
            m10 = v0.fma(b1, m10);
            m11 = v1.fma(b1, m11);
            m20 = v0.fma(b2, m20);
            m21 = v1.fma(b2, m21);
            m30 = v0.fma(b3, m30);
            m31 = v1.fma(b3, m31);
        }
        m00.intoArray(matrix, l0);
        m01.intoArray(matrix, l0 + FOUR);
        m10.intoArray(matrix, l1);
        m11.intoArray(matrix, l1 + FOUR);
        m20.intoArray(matrix, l2);
        m21.intoArray(matrix, l2 + FOUR);
        m30.intoArray(matrix, l3);
        m31.intoArray(matrix, l3 + FOUR);
    }

    @Override public void product(float[] block, int from, int length, float[] user, int userFrom, float[] scores, int scoresFrom) {
        for (int i = 0; i < BLOCK; i += 4 * HIGH) {
            FloatVector s0 = FloatVector.fromArray(HALF, block, from + i), s1 = FloatVector.fromArray(HALF, block, from + i + HIGH);
            FloatVector s2 = FloatVector.fromArray(HALF, block, from + i + 2 * HIGH), s3 = FloatVector.fromArray(HALF, block, from + i + 3 * HIGH);
            for (int f = 0, at = from + i + BLOCK; f < length; f++, at += BLOCK) {
                FloatVector u = FloatVector.broadcast(HALF, user[userFrom + f]);
                s0 = FloatVector.fromArray(HALF, block, at).fma(u, s0);
                s1 = FloatVector.fromArray(HALF, block, at + HIGH).fma(u, s1);
                s2 = FloatVector.fromArray(HALF, block, at + 2 * HIGH).fma(u, s2);
                s3 = FloatVector.fromArray(HALF, block, at + 3 * HIGH).fma(u, s3);
            }
            s0.intoArray(scores, scoresFrom + i);
            s1.intoArray(scores, scoresFrom + i + HIGH);
            s2.intoArray(scores, scoresFrom + i + 2 * HIGH);
            s3.intoArray(scores, scoresFrom + i + 3 * HIGH);
        }
    }

    @Override public void products(float[] block, int from, int length, float[] users, float[] scores) {
        for (int i = 0; i < BLOCK; i += 2 * HIGH) products(block, from + i, length, users, scores, i);
    }

    /** Eight sums in registers: four users by two times eight items. */
    private static void products(float[] block, int from, int length, float[] users, float[] scores, int to) {
        FloatVector a0 = FloatVector.fromArray(HALF, block, from), b0 = a0, c0 = a0, d0 = a0;
        FloatVector a1 = FloatVector.fromArray(HALF, block, from + HIGH), b1 = a1, c1 = a1, d1 = a1;
        for (int f = 0, at = from + BLOCK; f < length; f++, at += BLOCK) {
            FloatVector i0 = FloatVector.fromArray(HALF, block, at), i1 = FloatVector.fromArray(HALF, block, at + HIGH);
            FloatVector a = FloatVector.broadcast(HALF, users[f * USERS]), b = FloatVector.broadcast(HALF, users[f * USERS + 1]);
            FloatVector c = FloatVector.broadcast(HALF, users[f * USERS + 2]), d = FloatVector.broadcast(HALF, users[f * USERS + 3]);
            a0 = i0.fma(a, a0);
            a1 = i1.fma(a, a1);
            b0 = i0.fma(b, b0);
            b1 = i1.fma(b, b1);
            c0 = i0.fma(c, c0);
            c1 = i1.fma(c, c1);
            d0 = i0.fma(d, d0);
            d1 = i1.fma(d, d1);
        }
        a0.intoArray(scores, to);
        a1.intoArray(scores, to + HIGH);
        b0.intoArray(scores, to + BLOCK);
        b1.intoArray(scores, to + BLOCK + HIGH);
        c0.intoArray(scores, to + 2 * BLOCK);
        c1.intoArray(scores, to + 2 * BLOCK + HIGH);
        d0.intoArray(scores, to + 3 * BLOCK);
        d1.intoArray(scores, to + 3 * BLOCK + HIGH);
    }

    @Override public long above(float[] values, int from, float floor) {
        long bits = 0;
        for (int k = 0; k < BLOCK; k += HIGH) bits |= FloatVector.fromArray(HALF, values, from + k).compare(VectorOperators.GT, floor).toLong() << k;
        return bits;
    }
}
