package shelfwise.model.factor;

import java.util.Arrays;

/** One ridge regression at a time: (Σ v·vᵀ + λI)·x = Σ target · v, summed in double and solved by Cholesky. For one thread. */
final class Ridge {
    private final int n;
    /** Lower triangle by rows, n x n. */
    private final double[] matrix;
    final double[] vector, solution;

    Ridge(int n) {
        this.n = n;
        matrix = new double[n * n];
        vector = new double[n];
        solution = new double[n];
    }

    void clear() {
        Arrays.fill(matrix, 0);
        Arrays.fill(solution, 0);
    }

    /** Adds one equation: {@link #vector} · x = target. */
    void add(double target) {
        for (int a = 0; a < n; a++) {
            double v = vector[a];
            solution[a] += target * v;
            for (int b = 0; b <= a; b++) matrix[a * n + b] += v * vector[b];
        }
    }

    /** Leaves x in {@link #solution}; zeros where λ is 0 and nothing determines a place. */
    void solve(double lambda) {
        for (int a = 0; a < n; a++) {
            matrix[a * n + a] += lambda;
            for (int b = 0; b <= a; b++) factorise(a, b);
        }
        for (int a = 0; a < n; a++) solution[a] = divided(solution[a] - product(a), a);
        for (int a = n - 1; a >= 0; a--) {
            for (int k = a + 1; k < n; k++) solution[a] -= matrix[k * n + a] * solution[k];
            solution[a] = divided(solution[a], a);
        }
    }

    private void factorise(int a, int b) {
        double sum = matrix[a * n + b];
        for (int k = 0; k < b; k++) sum -= matrix[a * n + k] * matrix[b * n + k];
        matrix[a * n + b] = a == b ? Math.sqrt(Math.max(sum, 0)) : divided(sum, b);
    }

    private double product(int a) {
        double sum = 0;
        for (int k = 0; k < a; k++) sum += matrix[a * n + k] * solution[k];
        return sum;
    }

    private double divided(double value, int pivot) {
        double by = matrix[pivot * n + pivot];
        return by > 1e-9 ? value / by : 0;
    }
}
