package shelfwise.model.linear;

/** The inverse of a small symmetric positive definite matrix by Cholesky, in double precision. */
final class SmallInverse {
    private SmallInverse() { }

    /**
     * Replaces a matrix by its inverse.
     *
     * @param a     n x n; only what is not beyond the diagonal is read
     * @param least the least pivot that is not a rounding error
     * @return false if one is below
     */
    static boolean of(double[] a, int n, double least) {
        for (int i = 0; i < n; i++) { // A = L·Lᵀ, L in the lower triangle
            for (int j = 0; j <= i; j++) {
                double sum = a[i * n + j];
                for (int k = 0; k < j; k++) sum -= a[i * n + k] * a[j * n + k];
                if (i == j) {
                    if (!(sum >= least) || sum == Double.POSITIVE_INFINITY) return false;
                    a[i * n + i] = Math.sqrt(sum);
                } else a[i * n + j] = sum / a[j * n + j];
            }
        }
        double[] inverse = new double[n * n]; // row c holds column c of L⁻¹
        for (int c = 0; c < n; c++) {
            for (int i = c; i < n; i++) {
                double sum = i == c ? 1 : 0;
                for (int k = c; k < i; k++) sum -= a[i * n + k] * inverse[c * n + k];
                inverse[c * n + i] = sum / a[i * n + i];
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) { // L⁻ᵀ·L⁻¹
                double sum = 0;
                for (int k = i; k < n; k++) sum += inverse[i * n + k] * inverse[j * n + k];
                a[i * n + j] = a[j * n + i] = sum;
            }
        }
        return true;
    }
}
