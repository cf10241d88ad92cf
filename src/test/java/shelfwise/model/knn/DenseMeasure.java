package shelfwise.model.knn;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Similarities straight from their definitions over full arrays in double precision, rows x columns, NaN where there is no event. */
record DenseMeasure(double[][] raw, Likeness likeness) {
    private boolean there(int row, int column) {
        return !Double.isNaN(raw[row][column]);
    }

    private double value(int row, int column) {
        boolean binary = likeness.weighing().weights() == shelfwise.model.Weights.BINARY;
        return binary ? 1 : raw[row][column];
    }

    private int columns() {
        return raw[0].length;
    }

    private double[] present(int row) {
        return IntStream.range(0, columns()).filter(c -> there(row, c)).mapToDouble(c -> value(row, c)).toArray();
    }

    /** The row as a vector, weighted and centred, NaN where there is no event. */
    double[] weighed(int row) {
        double[] to = new double[columns()];
        double mean = DoubleStream.of(present(row)).average().orElse(0);
        for (int c = 0; c < columns(); c++) {
            int column = c;
            double[] ofColumn = IntStream.range(0, raw.length).filter(r -> there(r, column)).mapToDouble(r -> value(r, column)).toArray();
            double idf = Math.log((double) raw.length / (1 + ofColumn.length)), x = value(row, c);
            to[c] = !there(row, c) ? Double.NaN : switch (likeness.measure()) {
                case PEARSON -> x - mean;
                case ADJUSTED_COSINE -> x - DoubleStream.of(ofColumn).average().orElseThrow();
                default -> switch (likeness.weighing().weighting()) {
                    case NONE -> x;
                    case TF_IDF -> Math.sqrt(x) * idf;
                    case BM25 -> bm25(x, DoubleStream.of(present(row)).sum()) * idf;
                };
            };
        }
        return to;
    }

    private double bm25(double x, double length) {
        double mean = IntStream.range(0, raw.length).mapToDouble(r -> DoubleStream.of(present(r)).sum()).average().orElseThrow();
        double k1 = likeness.weighing().k1(), b = likeness.weighing().b();
        return x * (k1 + 1) / (x + k1 * (1 - b + b * length / mean));
    }

    /** @param a the row that something is looked for @param b the row that speaks for it */
    double of(int a, int b) {
        int[] both = IntStream.range(0, columns()).filter(c -> there(a, c) && there(b, c)).toArray();
        if (both.length == 0 || both.length < likeness.shrinkage().support()) return 0;
        double[] x = weighed(a), y = weighed(b);
        double dot = IntStream.of(both).mapToDouble(c -> x[c] * y[c]).sum();
        double lengthA = length(x, both), lengthB = length(y, both), n = both.length, ofA = present(a).length, ofB = present(b).length;
        double lambda = likeness.shrinkage().added();
        double s = switch (likeness.measure()) {
            case COSINE, ADJUSTED_COSINE, PEARSON -> dot / (lengthA * lengthB + lambda);
            case DOT -> dot / (1 + lambda);
            case JACCARD -> n / (ofA + ofB - n + lambda);
            case DICE -> 2 * n / (ofA + ofB + lambda);
            case TVERSKY -> n / (n + likeness.alpha() * (ofA - n) + likeness.beta() * (ofB - n) + lambda);
            case ASYMMETRIC_COSINE -> dot / (Math.pow(lengthA, 2 * likeness.alpha()) * Math.pow(lengthB, 2 - 2 * likeness.alpha()) + lambda);
            case LIFT -> columns() * n / (ofA * ofB + lambda);
            case LOG_LIKELIHOOD -> {
                double g = dunning(n, ofA - n, ofB - n, columns() - ofA - ofB + n);
                yield g / (1 + g + lambda);
            }
        };
        return Double.isNaN(s) ? 0 : s * n / (n + likeness.shrinkage().factor());
    }

    private double length(double[] x, int[] both) {
        DoubleUnaryOperator square = v -> v * v;
        return Math.sqrt(likeness.norms() == Norms.CO_RATED ? IntStream.of(both).mapToDouble(c -> x[c]).map(square).sum()
                : DoubleStream.of(x).filter(v -> !Double.isNaN(v)).map(square).sum());
    }

    /** Σ 2·observed·ln(observed/expected) over the four cells of the table; 0 where both are fewer than expected. */
    static double dunning(double both, double onlyA, double onlyB, double none) {
        double n = both + onlyA + onlyB + none;
        double[] observed = {both, onlyA, onlyB, none};
        double[] expected = {(both + onlyA) * (both + onlyB) / n, (both + onlyA) * (onlyA + none) / n, (onlyB + none) * (both + onlyB) / n, (onlyB + none) * (onlyA + none) / n};
        if (both <= expected[0]) return 0;
        return IntStream.range(0, 4).filter(k -> observed[k] > 0).mapToDouble(k -> 2 * observed[k] * Math.log(observed[k] / expected[k])).sum();
    }
}
