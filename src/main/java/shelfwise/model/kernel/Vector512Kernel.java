package shelfwise.model.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Sixteen lanes in one vector. Lanes are folded by constant shuffles: {@code reduceLanes} adds in another order interpreted than compiled. */
final class Vector512Kernel implements Kernel {
    private static final VectorSpecies<Float> WIDE = FloatVector.SPECIES_512;
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_512;
    private static final int EIGHT = 8;
    private static final VectorShuffle<Float> BY_8 = VectorShuffle.iota(WIDE, 8, 1, true), BY_4 = VectorShuffle.iota(WIDE, 4, 1, true),
            BY_2 = VectorShuffle.iota(WIDE, 2, 1, true), BY_1 = VectorShuffle.iota(WIDE, 1, 1, true);

    @Override public float dot(float[] a, int aFrom, float[] b, int bFrom, int n) {
        FloatVector lanes = FloatVector.zero(WIDE);
        int whole = n & -LANES;
        for (int k = 0; k < whole; k += LANES) {
            lanes = FloatVector.fromArray(WIDE, a, aFrom + k).fma(FloatVector.fromArray(WIDE, b, bFrom + k), lanes);
        }
        float sum = fold(lanes);
        for (int k = whole; k < n; k++) sum = Math.fma(a[aFrom + k], b[bFrom + k], sum);
        return sum;
    }

    private static float fold(FloatVector lanes) {
        FloatVector by8 = lanes.add(lanes.rearrange(BY_8)), by4 = by8.add(by8.rearrange(BY_4)), by2 = by4.add(by4.rearrange(BY_2));
        return by2.add(by2.rearrange(BY_1)).lane(0);
    }

    @Override public void add(float scale, float[] x, int xFrom, float[] y, int yFrom, int n) {
        FloatVector s = FloatVector.broadcast(WIDE, scale);
        int whole = n & -LANES;
        for (int k = 0; k < whole; k += LANES) {
            FloatVector.fromArray(WIDE, x, xFrom + k).fma(s, FloatVector.fromArray(WIDE, y, yFrom + k)).intoArray(y, yFrom + k);
        }
        for (int k = whole; k < n; k++) y[yFrom + k] = Math.fma(scale, x[xFrom + k], y[yFrom + k]);
    }

    @Override public void gather(float[] all, int length, int[] number, int numberFrom, int n, float[] to, int toLength) {
        int whole = length & -LANES;
        for (int k = 0; k < n; k++) {
            int at = number[numberFrom + k] * length, target = k * toLength;
            for (int f = 0; f < whole; f += LANES) FloatVector.fromArray(WIDE, all, at + f).intoArray(to, target + f);
            for (int f = whole; f < length; f++) to[target + f] = all[at + f];
        }
    }

    @Override public void addAll(float[] rows, int n, int length, float[] scale, float[] y) {
        int c = 0;
        for (; c + 4 * LANES <= length; c += 4 * LANES) addAllFour(rows, n, length, scale, y, c);
        for (; c < length; c += LANES) addAllOne(rows, n, length, scale, y, c);
    }

    private static void addAllFour(float[] rows, int n, int length, float[] scale, float[] y, int c) {
        FloatVector y0 = FloatVector.fromArray(WIDE, y, c), y1 = FloatVector.fromArray(WIDE, y, c + LANES);
        FloatVector y2 = FloatVector.fromArray(WIDE, y, c + 2 * LANES), y3 = FloatVector.fromArray(WIDE, y, c + 3 * LANES);
        for (int r = 0, at = c; r < n; r++, at += length) {
            FloatVector s = FloatVector.broadcast(WIDE, scale[r]);
            y0 = FloatVector.fromArray(WIDE, rows, at).fma(s, y0);
            y1 = FloatVector.fromArray(WIDE, rows, at + LANES).fma(s, y1);
            y2 = FloatVector.fromArray(WIDE, rows, at + 2 * LANES).fma(s, y2);
            y3 = FloatVector.fromArray(WIDE, rows, at + 3 * LANES).fma(s, y3);
        }
        y0.intoArray(y, c);
        y1.intoArray(y, c + LANES);
        y2.intoArray(y, c + 2 * LANES);
        y3.intoArray(y, c + 3 * LANES);
    }

    private static void addAllOne(float[] rows, int n, int length, float[] scale, float[] y, int c) {
        FloatVector sum = FloatVector.fromArray(WIDE, y, c);
        for (int r = 0, at = c; r < n; r++, at += length) sum = FloatVector.fromArray(WIDE, rows, at).fma(FloatVector.broadcast(WIDE, scale[r]), sum);
        sum.intoArray(y, c);
    }

    @Override public void addThrough(float[] rows, int n, int length, float[] shift, float[] scale, float[] x, float[] y) {
        if (length == 4 * LANES) addThroughFour(rows, n, shift, scale, x, y);
        else addThroughAny(rows, n, length, shift, scale, x, y);
    }

    /** The usual 64 places, of which x and y stay in registers. */
    private static void addThroughFour(float[] rows, int n, float[] shift, float[] scale, float[] x, float[] y) {
        FloatVector x0 = FloatVector.fromArray(WIDE, x, 0), x1 = FloatVector.fromArray(WIDE, x, LANES);
        FloatVector x2 = FloatVector.fromArray(WIDE, x, 2 * LANES), x3 = FloatVector.fromArray(WIDE, x, 3 * LANES);
        FloatVector y0 = FloatVector.fromArray(WIDE, y, 0), y1 = FloatVector.fromArray(WIDE, y, LANES);
        FloatVector y2 = FloatVector.fromArray(WIDE, y, 2 * LANES), y3 = FloatVector.fromArray(WIDE, y, 3 * LANES);
        for (int r = 0, at = 0; r < n; r++, at += 4 * LANES) {
            FloatVector r0 = FloatVector.fromArray(WIDE, rows, at), r1 = FloatVector.fromArray(WIDE, rows, at + LANES);
            FloatVector r2 = FloatVector.fromArray(WIDE, rows, at + 2 * LANES), r3 = FloatVector.fromArray(WIDE, rows, at + 3 * LANES);
            FloatVector lanes = r0.fma(x0, FloatVector.zero(WIDE));
            lanes = r3.fma(x3, r2.fma(x2, r1.fma(x1, lanes)));
            FloatVector t = FloatVector.broadcast(WIDE, Math.fma(scale[r], fold(lanes), shift[r]));
            y0 = r0.fma(t, y0);
            y1 = r1.fma(t, y1);
            y2 = r2.fma(t, y2);
            y3 = r3.fma(t, y3);
        }
        y0.intoArray(y, 0);
        y1.intoArray(y, LANES);
        y2.intoArray(y, 2 * LANES);
        y3.intoArray(y, 3 * LANES);
    }

    private void addThroughAny(float[] rows, int n, int length, float[] shift, float[] scale, float[] x, float[] y) {
        int r = 0;
        for (; r + 4 <= n; r += 4) addThroughRows(rows, r, length, shift, scale, x, y);
        for (; r < n; r++) add(Math.fma(scale[r], dot(rows, r * length, x, 0, length), shift[r]), rows, r * length, y, 0, length);
    }

    /** Four rows, so that x and y are read once for all of them. */
    private static void addThroughRows(float[] rows, int r, int length, float[] shift, float[] scale, float[] x, float[] y) {
        FloatVector d0 = FloatVector.zero(WIDE), d1 = d0, d2 = d0, d3 = d0;
        int at0 = r * length, at1 = at0 + length, at2 = at1 + length, at3 = at2 + length;
        for (int c = 0; c < length; c += LANES) {
            FloatVector v = FloatVector.fromArray(WIDE, x, c);
            d0 = FloatVector.fromArray(WIDE, rows, at0 + c).fma(v, d0);
            d1 = FloatVector.fromArray(WIDE, rows, at1 + c).fma(v, d1);
            d2 = FloatVector.fromArray(WIDE, rows, at2 + c).fma(v, d2);
            d3 = FloatVector.fromArray(WIDE, rows, at3 + c).fma(v, d3);
        }
        FloatVector t0 = FloatVector.broadcast(WIDE, Math.fma(scale[r], fold(d0), shift[r]));
        FloatVector t1 = FloatVector.broadcast(WIDE, Math.fma(scale[r + 1], fold(d1), shift[r + 1]));
        FloatVector t2 = FloatVector.broadcast(WIDE, Math.fma(scale[r + 2], fold(d2), shift[r + 2]));
        FloatVector t3 = FloatVector.broadcast(WIDE, Math.fma(scale[r + 3], fold(d3), shift[r + 3]));
        for (int c = 0; c < length; c += LANES) {
            FloatVector v = FloatVector.fromArray(WIDE, rows, at0 + c).fma(t0, FloatVector.fromArray(WIDE, y, c));
            v = FloatVector.fromArray(WIDE, rows, at1 + c).fma(t1, v);
            v = FloatVector.fromArray(WIDE, rows, at2 + c).fma(t2, v);
            FloatVector.fromArray(WIDE, rows, at3 + c).fma(t3, v).intoArray(y, c);
        }
    }

    @Override public void add(double scale, double[] x, int xFrom, double[] y, int yFrom, int n) {
        DoubleVector s = DoubleVector.broadcast(DOUBLES, scale);
        int whole = n & -EIGHT;
        for (int k = 0; k < whole; k += EIGHT) {
            DoubleVector.fromArray(DOUBLES, x, xFrom + k).fma(s, DoubleVector.fromArray(DOUBLES, y, yFrom + k)).intoArray(y, yFrom + k);
        }
        for (int k = whole; k < n; k++) y[yFrom + k] = Math.fma(scale, x[xFrom + k], y[yFrom + k]);
    }

    @Override public void addOuter(double[] rows, int from, int n, int length, double[] scale, double[] matrix, int line) {
        for (int a = line; a < length; a += 4) {
            int c = a & -EIGHT;
            for (; c + 2 * EIGHT <= length; c += 2 * EIGHT) outerTwo(rows, from, n, length, scale, matrix, a * length + c);
            if (c < length) outerOne(rows, from, n, length, scale, matrix, a * length + c);
        }
    }

    /** Four lines by sixteen columns of the matrix, held in registers over all rows. */
    private static void outerTwo(double[] rows, int from, int n, int length, double[] scale, double[] matrix, int l0) {
        int a = l0 / length, c = l0 % length, l1 = l0 + length, l2 = l1 + length, l3 = l2 + length;
        DoubleVector m00 = DoubleVector.fromArray(DOUBLES, matrix, l0), m01 = DoubleVector.fromArray(DOUBLES, matrix, l0 + EIGHT);
        DoubleVector m10 = DoubleVector.fromArray(DOUBLES, matrix, l1), m11 = DoubleVector.fromArray(DOUBLES, matrix, l1 + EIGHT);
        DoubleVector m20 = DoubleVector.fromArray(DOUBLES, matrix, l2), m21 = DoubleVector.fromArray(DOUBLES, matrix, l2 + EIGHT);
        DoubleVector m30 = DoubleVector.fromArray(DOUBLES, matrix, l3), m31 = DoubleVector.fromArray(DOUBLES, matrix, l3 + EIGHT);
        for (int r = 0, at = from; r < n; r++, at += length) {
            double s = scale[r];
            DoubleVector v0 = DoubleVector.fromArray(DOUBLES, rows, at + c), v1 = DoubleVector.fromArray(DOUBLES, rows, at + c + EIGHT);
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
        m01.intoArray(matrix, l0 + EIGHT);
        m10.intoArray(matrix, l1);
        m11.intoArray(matrix, l1 + EIGHT);
        m20.intoArray(matrix, l2);
        m21.intoArray(matrix, l2 + EIGHT);
        m30.intoArray(matrix, l3);
        m31.intoArray(matrix, l3 + EIGHT);
    }

    private static void outerOne(double[] rows, int from, int n, int length, double[] scale, double[] matrix, int l0) {
        int a = l0 / length, c = l0 % length, l1 = l0 + length, l2 = l1 + length, l3 = l2 + length;
        DoubleVector m0 = DoubleVector.fromArray(DOUBLES, matrix, l0), m1 = DoubleVector.fromArray(DOUBLES, matrix, l1);
        DoubleVector m2 = DoubleVector.fromArray(DOUBLES, matrix, l2), m3 = DoubleVector.fromArray(DOUBLES, matrix, l3);
        for (int r = 0, at = from; r < n; r++, at += length) {
            double s = scale[r];
            DoubleVector v = DoubleVector.fromArray(DOUBLES, rows, at + c);
            m0 = v.fma(DoubleVector.broadcast(DOUBLES, s * rows[at + a]), m0);
            m1 = v.fma(DoubleVector.broadcast(DOUBLES, s * rows[at + a + 1]), m1);
            m2 = v.fma(DoubleVector.broadcast(DOUBLES, s * rows[at + a + 2]), m2);
            m3 = v.fma(DoubleVector.broadcast(DOUBLES, s * rows[at + a + 3]), m3);
        }
        m0.intoArray(matrix, l0);
        m1.intoArray(matrix, l1);
        m2.intoArray(matrix, l2);
        m3.intoArray(matrix, l3);
    }

    @Override public void product(float[] block, int from, int length, float[] user, int userFrom, float[] scores, int scoresFrom) {
        FloatVector s0 = FloatVector.fromArray(WIDE, block, from), s1 = FloatVector.fromArray(WIDE, block, from + LANES);
        FloatVector s2 = FloatVector.fromArray(WIDE, block, from + 2 * LANES), s3 = FloatVector.fromArray(WIDE, block, from + 3 * LANES);
        for (int f = 0, at = from + BLOCK; f < length; f++, at += BLOCK) {
            FloatVector u = FloatVector.broadcast(WIDE, user[userFrom + f]);
            s0 = FloatVector.fromArray(WIDE, block, at).fma(u, s0);
            s1 = FloatVector.fromArray(WIDE, block, at + LANES).fma(u, s1);
            s2 = FloatVector.fromArray(WIDE, block, at + 2 * LANES).fma(u, s2);
            s3 = FloatVector.fromArray(WIDE, block, at + 3 * LANES).fma(u, s3);
        }
        s0.intoArray(scores, scoresFrom);
        s1.intoArray(scores, scoresFrom + LANES);
        s2.intoArray(scores, scoresFrom + 2 * LANES);
        s3.intoArray(scores, scoresFrom + 3 * LANES);
    }

    /** Sixteen sums in registers: four users by four times sixteen items. */
    @Override public void products(float[] block, int from, int length, float[] users, float[] scores) {
        FloatVector a0 = FloatVector.fromArray(WIDE, block, from), b0 = a0, c0 = a0, d0 = a0;
        FloatVector a1 = FloatVector.fromArray(WIDE, block, from + LANES), b1 = a1, c1 = a1, d1 = a1;
        FloatVector a2 = FloatVector.fromArray(WIDE, block, from + 2 * LANES), b2 = a2, c2 = a2, d2 = a2;
        FloatVector a3 = FloatVector.fromArray(WIDE, block, from + 3 * LANES), b3 = a3, c3 = a3, d3 = a3;
        for (int f = 0, at = from + BLOCK; f < length; f++, at += BLOCK) {
            FloatVector i0 = FloatVector.fromArray(WIDE, block, at);
            FloatVector i1 = FloatVector.fromArray(WIDE, block, at + LANES);
            FloatVector i2 = FloatVector.fromArray(WIDE, block, at + 2 * LANES);
            FloatVector i3 = FloatVector.fromArray(WIDE, block, at + 3 * LANES);
            FloatVector a = FloatVector.broadcast(WIDE, users[f * USERS]);
            a0 = i0.fma(a, a0);
            a1 = i1.fma(a, a1);
            a2 = i2.fma(a, a2);
            a3 = i3.fma(a, a3);
            FloatVector b = FloatVector.broadcast(WIDE, users[f * USERS + 1]);
            b0 = i0.fma(b, b0);
            b1 = i1.fma(b, b1);
            b2 = i2.fma(b, b2);
            b3 = i3.fma(b, b3);
            FloatVector c = FloatVector.broadcast(WIDE, users[f * USERS + 2]);
            c0 = i0.fma(c, c0);
            c1 = i1.fma(c, c1);
            c2 = i2.fma(c, c2);
            c3 = i3.fma(c, c3);
            FloatVector d = FloatVector.broadcast(WIDE, users[f * USERS + 3]);
            d0 = i0.fma(d, d0);
            d1 = i1.fma(d, d1);
            d2 = i2.fma(d, d2);
            d3 = i3.fma(d, d3);
        }
        store(a0, a1, a2, a3, scores, 0);
        store(b0, b1, b2, b3, scores, BLOCK);
        store(c0, c1, c2, c3, scores, 2 * BLOCK);
        store(d0, d1, d2, d3, scores, 3 * BLOCK);
    }

    private static void store(FloatVector v0, FloatVector v1, FloatVector v2, FloatVector v3, float[] to, int at) {
        v0.intoArray(to, at);
        v1.intoArray(to, at + LANES);
        v2.intoArray(to, at + 2 * LANES);
        v3.intoArray(to, at + 3 * LANES);
    }

    @Override public long above(float[] values, int from, float floor) {
        long bits = 0;
        for (int k = 0; k < BLOCK; k += LANES) bits |= FloatVector.fromArray(WIDE, values, from + k).compare(VectorOperators.GT, floor).toLong() << k;
        return bits;
    }
}
