package shelfwise.model.factor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import shelfwise.base.Checks;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.data.LearningCurve;
import shelfwise.data.Sparse;
import shelfwise.data.Split;
import shelfwise.data.Table;
import shelfwise.data.Vectors;
import shelfwise.model.Embedding;
import shelfwise.model.Evidence;
import shelfwise.model.Extent;
import shelfwise.model.FactorScores;
import shelfwise.model.History;
import shelfwise.model.ItemFactors;
import shelfwise.model.Memory;
import shelfwise.model.Neighbour;
import shelfwise.model.Parts;
import shelfwise.model.TopN;
import shelfwise.model.TrainedModel;
import shelfwise.model.Weights;
import shelfwise.model.Workers;
import shelfwise.model.kernel.Kernel;

/**
 * score(j) = xᵤ·yⱼ. The user's vector is the exact least squares of its events against the final item vectors, so that a history is folded
 * in to the same scores, and evidence is exact: xᵤ·yⱼ = Σ over history items i of c(i) · yⱼᵀ·A⁻¹·yᵢ with A the user's matrix (Hu, Koren,
 * Volinsky 2008, section 5). Silent on items without events, and for users without.
 */
final class AlsModel extends TrainedModel implements Embedding, FactorScores {
    private final Objective objective;
    private final Factors userFactors, itemFactors;
    private final ItemFactors blocks;
    private final RowSolver solver;
    private final boolean[] known;
    private final LearningCurve curve;
    private final ConcurrentLinkedQueue<RowSolver.Scratch> idle = new ConcurrentLinkedQueue<>();

    private AlsModel(String name, Interactions training, Objective objective, Factors userFactors, Factors itemFactors, LearningCurve curve) {
        super(name, training);
        this.curve = curve;
        this.objective = objective;
        this.userFactors = userFactors;
        this.itemFactors = itemFactors;
        Kernel kernel = Kernel.best();
        solver = new RowSolver(kernel, objective, itemFactors, Gram.of(itemFactors, kernel, new Workers(1)));
        known = new boolean[items().size()];
        for (int i : training.item()) known[i] = true;
        blocks = new ItemFactors(itemFactors.values(), objective.factors(), null, known);
    }

    /**
     * What training and the model hold when its matrix is made: the vectors, those of the items twice, and the matrix.
     *
     * @throws shelfwise.base.ProblemException if there are more numbers than an array holds
     */
    static Memory memory(String name, Interactions training, int factors) {
        long users = training.users().size(), items = training.items().size(), blocks = items + ItemFactors.SPARE;
        if (Math.max(users, blocks) * (factors + 1) > Integer.MAX_VALUE - 16) throw Problem.of("model.too-many-factors", name, factors).asException();
        return memory(Extent.of(training), factors);
    }

    static Memory memory(Extent of, int factors) {
        return Memory.ofMatrix(of).plus((of.users() + of.items()) * factors, Float.BYTES).plus((of.items() + ItemFactors.SPARE) * (factors + 1), Float.BYTES)
                .plus(Gram.numbers((int) Math.min(Math.max(of.users(), of.items()), Integer.MAX_VALUE), factors), Double.BYTES);
    }

    /** @throws shelfwise.base.ProblemException if a pair's weight is negative, or the memory does not suffice */
    static AlsModel fit(String name, Interactions training, FitAls.Setup s, Workers workers, Progress progress) {
        memory(name, training, s.factors()).check(name);
        return fit(name, training, (_, _) -> Double.NaN, (_, _) -> Double.NaN, s, workers, progress);
    }

    /** As above, with a learning curve of how the model ranks what it learns from and what was held back. */
    static AlsModel fit(String name, Split split, FitAls.Setup s, Workers workers, Progress progress) {
        memory(name, split.train(), s.factors()).check(name);
        Sparse rows = split.train().matrix();
        Validation train = Validation.few(split.train(), rows, s.seed()), held = Validation.few(split.validation(), rows, s.seed());
        return fit(name, split.train(), (scores, p) -> train.gain(scores, workers, p), (scores, p) -> held.gain(scores, workers, p), s, workers, progress);
    }

    private static AlsModel fit(String name, Interactions training, AlsTraining.Look train, AlsTraining.Look held, FitAls.Setup s, Workers workers, Progress progress) {
        Sparse rows = training.matrix();
        if (s.weights() == Weights.AS_THEY_ARE) for (float w : rows.value()) if (w < 0) throw Problem.of("model.negative-weight", name, w).asException();
        AlsTraining.Result learned = new AlsTraining(Kernel.best(), s, workers).learn(rows, train, held, progress);
        return new AlsModel(name, training, learned.objective(), learned.users(), learned.items(), learned.curve());
    }

    /** By the vector that was kept; it is the one that the user's history gives. */
    @Override public void score(int user, float[] scores) {
        Checks.that(scores.length == known.length, "scores has " + scores.length + " places for " + known.length + " items");
        if (matrix().count(user) == 0) Parts.silence(scores);
        else blocks.score(userFactors.values(), user * objective.factors(), scores);
    }

    @Override public String operator() {
        return "model.als";
    }

    @Override protected void scoreRow(Sparse rows, int row, float[] scores) {
        if (rows.count(row) == 0) {
            Parts.silence(scores);
            return;
        }
        float[] x = new float[objective.factors()];
        fold(rows, row, x);
        blocks.score(x, 0, scores);
    }

    private void fold(Sparse rows, int row, float[] x) {
        RowSolver.Scratch scratch = take();
        solver.exact(rows, row, scratch, x, 0);
        idle.add(scratch);
    }

    private RowSolver.Scratch take() {
        RowSolver.Scratch used = idle.poll();
        return used == null ? solver.scratch() : used;
    }

    @Override public ItemFactors itemFactors() {
        return blocks;
    }

    @Override public boolean copyVector(int user, float[] vector) {
        System.arraycopy(userFactors.values(), user * objective.factors(), vector, 0, objective.factors());
        return matrix().count(user) > 0;
    }

    @Override public boolean copyVector(History history, float[] vector) {
        Sparse rows = row(history);
        fold(rows, 0, vector);
        return rows.count(0) > 0;
    }

    /** By the cosine of the items' vectors; support is users in common. */
    @Override public List<Neighbour> similar(int item, int n) {
        if (n <= 0 || !known[item]) return List.of();
        float[] scores = new float[known.length];
        blocks.score(itemFactors.values(), item * objective.factors(), scores);
        double norm = norm(item);
        for (int i = 0; i < scores.length; i++) scores[i] = (float) (scores[i] / (norm * norm(i)));
        scores[item] = Float.NEGATIVE_INFINITY;
        var top = new TopN(Math.min(n, known.length));
        var found = new ArrayList<Neighbour>();
        for (int p = 0, size = top.select(scores); p < size; p++) {
            found.add(new Neighbour(top.number(p), top.score(p), Parts.common(columns(), item, top.number(p))));
        }
        return found;
    }

    @Override public Vectors itemVectors() {
        return Embedding.known(items(), known, objective.factors(), itemFactors.values());
    }

    private double norm(int item) {
        return Math.sqrt(dot(item, item));
    }

    private double dot(int a, int b) {
        double sum = 0;
        for (int f = 0; f < objective.factors(); f++) {
            sum += (double) itemFactors.values()[a * objective.factors() + f] * itemFactors.values()[b * objective.factors() + f];
        }
        return sum;
    }

    @Override protected IntFunction<Evidence> explain(Sparse rows, int row) {
        RowSolver.Scratch scratch = solver.scratch();
        if (rows.count(row) > 0) solver.factorise(rows, row, scratch);
        return item -> explain(rows, row, item, scratch);
    }

    private Evidence explain(Sparse rows, int row, int item, RowSolver.Scratch factorised) {
        if (!known[item] || rows.count(row) == 0) return new Evidence(Float.NEGATIVE_INFINITY, true, List.of());
        int length = objective.factors();
        double[] solved = new double[Factors.whole(length)];
        for (int f = 0; f < length; f++) solved[f] = itemFactors.values()[item * length + f];
        solver.inverseTimes(factorised, solved);
        var parts = new ArrayList<Evidence.Part>();
        double score = 0;
        for (int e = rows.start()[row]; e < rows.start()[row + 1]; e++) {
            int i = rows.column()[e];
            double product = 0;
            for (int f = 0; f < length; f++) product += solved[f] * itemFactors.values()[i * length + f];
            double contribution = (1 + objective.extra(rows.value()[e])) * product;
            score += contribution;
            double norms = norm(i) * norm(item);
            parts.add(Parts.part(Evidence.Kind.ITEM, i, contribution, norms > 0 ? dot(i, item) / norms : Double.NaN, Parts.common(columns(), i, item)));
        }
        return new Evidence((float) score, true, Parts.ranked(parts));
    }

    @Override protected Map<String, String> facts() {
        return Map.of("factors", Integer.toString(objective.factors()), "alpha", Double.toString(objective.alpha()), "weights", objective.weights().name(),
                "regularisation", Double.toString(objective.regularisation()), "scaled", Boolean.toString(objective.scaled()));
    }

    @Override protected Map<String, Table> parts() {
        var all = new HashMap<>(curve.parts());
        all.put("factors.users", Bundle.floats(userFactors.values()));
        all.put("factors.items", Bundle.floats(itemFactors.values()));
        return all;
    }

    static AlsModel of(Bundle b) {
        int factors = Integer.parseInt(b.fact("factors"));
        var objective = new Objective(factors, Double.parseDouble(b.fact("alpha")), Weights.valueOf(b.fact("weights")),
                Double.parseDouble(b.fact("regularisation")), Boolean.parseBoolean(b.fact("scaled")));
        return new AlsModel(b.fact("name"), Interactions.of(b), objective, new Factors(factors, b.floats("factors.users")),
                new Factors(factors, b.floats("factors.items")), LearningCurve.of(b));
    }
}
