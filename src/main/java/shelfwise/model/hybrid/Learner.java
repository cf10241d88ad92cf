package shelfwise.model.hybrid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Table;
import shelfwise.model.Alone;
import smile.classification.LogisticRegression;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.data.type.StructType;
import smile.math.MathEx;
import smile.model.cart.InternalNode;
import smile.model.cart.Loss;
import smile.model.cart.Node;
import smile.model.cart.RegressionNode;
import smile.regression.GradientTreeBoost;
import smile.regression.RegressionTree;
import smile.util.IterativeAlgorithmController;

/** What was learned of examples: a number for each row of features, the larger the more likely it is taken. Trained by Smile, kept as plain numbers. */
sealed interface Learner {
    double score(double[] features);

    Map<String, Table> parts();

    static Learner of(Bundle b) {
        return b.parts().containsKey("blend.coefficients") ? new Linear(b.doubles("blend.coefficients"))
                : new Trees(b.ints("blend.root"), b.ints("blend.feature"), b.doubles("blend.value"), b.ints("blend.left"), b.ints("blend.right"));
    }

    /** Log-odds that are a weighted sum of the features; the last coefficient stands alone. */
    record Linear(double[] coefficients) implements Learner {
        private static final int ROUNDS = 500;
        private static final double TOLERANCE = 1e-5;

        /** @param penalty of the squares of the coefficients, more than 0 */
        static Linear learn(double[][] features, int[] taken, double penalty, Progress progress) {
            progress.check();
            return new Linear(Alone.run(() -> LogisticRegression.binomial(features, taken, new LogisticRegression.Options(penalty, TOLERANCE, ROUNDS)), progress).coefficients());
        }

        @Override public double score(double[] features) {
            double sum = coefficients[features.length];
            for (int f = 0; f < features.length; f++) sum += coefficients[f] * features[f];
            return sum;
        }

        @Override public Map<String, Table> parts() {
            return Map.of("blend.coefficients", Bundle.doubles(coefficients));
        }
    }

    /**
     * A sum of small regression trees (Friedman 2001), learned on 1 for taken and 0 for not.
     *
     * @param root    node at which each tree begins
     * @param feature of each node, -1 for a leaf
     * @param value   of each node: features up to it go left; of a leaf, what it adds
     * @param left    next node, and so {@code right}
     */
    record Trees(int[] root, int[] feature, double[] value, int[] left, int[] right) implements Learner {
        private static final int DEPTH = 5, LEAVES = 8, SMALLEST = 10;
        private static final double STEP = 0.1, SAMPLE = 0.7;

        static Trees learn(double[][] features, int[] taken, int trees, long seed, Progress progress) {
            int n = features[0].length;
            String[] names = IntStream.rangeClosed(0, n).mapToObj(f -> f == n ? "y" : "x" + f).toArray(String[]::new);
            double[][] rows = new double[features.length][];
            for (int r = 0; r < rows.length; r++) {
                rows[r] = Arrays.copyOf(features[r], n + 1);
                rows[r][n] = taken[r];
            }
            int smallest = Math.min(SMALLEST, Math.max(1, rows.length / 4));
            var settings = new GradientTreeBoost.Options(Loss.ls(), trees, DEPTH, LEAVES, smallest, STEP, SAMPLE, null, told(trees, progress));
            GradientTreeBoost learned = Alone.run(() -> {
                MathEx.setSeed(seed);
                return GradientTreeBoost.fit(Formula.lhs("y"), DataFrame.of(rows, names), settings);
            }, progress);
            return new Flattened(features).of(learned.trees());
        }

        /** Tells the progress after each tree and thereby ends the work when it was cancelled. */
        private static IterativeAlgorithmController<GradientTreeBoost.TrainingStatus> told(int trees, Progress progress) {
            return new IterativeAlgorithmController<>(Runnable::run, 1) {
                private int done;

                @Override public void submit(GradientTreeBoost.TrainingStatus status) {
                    progress.at(++done, trees);
                }
            };
        }

        @Override public double score(double[] features) {
            double sum = 0;
            for (int at : root) {
                int node = at;
                while (feature[node] >= 0) node = features[feature[node]] <= value[node] ? left[node] : right[node];
                sum += value[node];
            }
            return STEP * sum;
        }

        @Override public Map<String, Table> parts() {
            return Map.of("blend.root", Bundle.ints(root), "blend.feature", Bundle.ints(feature), "blend.value", Bundle.doubles(value),
                    "blend.left", Bundle.ints(left), "blend.right", Bundle.ints(right));
        }
    }

    /**
     * Smile's trees as arrays. Smile tells no threshold, so that it is found between two values of the examples: the last that goes one way
     * and the first that goes the other. All examples fall as they do in Smile.
     */
    final class Flattened {
        private final double[][] sorted;
        private final List<Integer> feature = new ArrayList<>(), left = new ArrayList<>(), right = new ArrayList<>();
        private final List<Double> value = new ArrayList<>();
        private final Map<String, Tuple> probes = new HashMap<>();

        Flattened(double[][] rows) {
            sorted = new double[rows[0].length][];
            for (int f = 0; f < sorted.length; f++) {
                int of = f;
                sorted[f] = Arrays.stream(rows).mapToDouble(r -> r[of]).sorted().distinct().toArray();
            }
        }

        Trees of(RegressionTree[] trees) {
            int[] root = new int[trees.length];
            for (int t = 0; t < root.length; t++) root[t] = add(trees[t].root(), trees[t].schema());
            return new Trees(root, ints(feature), value.stream().mapToDouble(Double::doubleValue).toArray(), ints(left), ints(right));
        }

        private static int[] ints(List<Integer> list) {
            return list.stream().mapToInt(Integer::intValue).toArray();
        }

        private int add(Node node, StructType schema) {
            int at = feature.size();
            boolean inner = node instanceof InternalNode;
            feature.add(inner ? ((InternalNode) node).feature() : -1);
            value.add(inner ? threshold((InternalNode) node, schema) : ((RegressionNode) node).output());
            left.add(-1);
            right.add(-1);
            if (node instanceof InternalNode branch) {
                left.set(at, add(branch.trueChild(), schema));
                right.set(at, add(branch.falseChild(), schema));
            }
            return at;
        }

        private double threshold(InternalNode node, StructType schema) {
            double[] values = sorted[node.feature()];
            int low = 0, high = values.length; // values before low go left, from high on right
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (node.branch(probe(node.feature(), values[middle], schema))) low = middle + 1;
                else high = middle;
            }
            return low == 0 ? Double.NEGATIVE_INFINITY : low == values.length ? values[low - 1] : (values[low - 1] + values[low]) / 2;
        }

        private Tuple probe(int of, double at, StructType schema) {
            return probes.computeIfAbsent(of + " " + at, _ -> {
                double[] features = new double[sorted.length];
                features[of] = at;
                return Tuple.of(schema, features);
            });
        }
    }
}
