package shelfwise.model.factor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import shelfwise.base.Learning;
import shelfwise.base.Progress;
import shelfwise.data.LearningCurve;
import shelfwise.data.Sparse;
import shelfwise.model.Workers;
import shelfwise.model.kernel.Kernel;

/**
 * Solves all users, then all items, again and again, and the users once more exactly. The same vectors for any number of threads and any
 * kernel.
 */
final class AlsTraining {
    /** Rows between two looks at a cancel. */
    private static final int BLOCK = 32;

    /** What was learned. @param iterations that were needed */
    record Result(Objective objective, Factors users, Factors items, int iterations, LearningCurve curve) { }

    /** What is looked at after each iteration by the vectors so far; NaN where there is nothing to look at. */
    @FunctionalInterface
    interface Look {
        double at(Validation.Scores scores, Progress progress);
    }

    private final Kernel kernel;
    private final FitAls.Setup setup;
    private final Objective objective;
    private final Workers workers;

    AlsTraining(Kernel kernel, FitAls.Setup setup, Workers workers) {
        this.kernel = kernel;
        this.setup = setup;
        this.workers = workers;
        objective = new Objective(setup.factors(), setup.alpha(), setup.weights(), setup.regularisation(), setup.scaleByCount());
    }

    /** @param users users x items */
    Result learn(Sparse users, Progress progress) {
        return learn(users, (_, _) -> Double.NaN, (_, _) -> Double.NaN, progress);
    }

    /** @param users users x items @param train looks at what is learned from @param held at what was held back */
    Result learn(Sparse users, Look train, Look held, Progress progress) {
        Sparse items = users.transpose();
        int factors = setup.factors();
        Factors userFactors = Factors.zero(users.rows(), factors), itemFactors = Factors.random(items.rows(), factors, setup.seed());
        for (int r = 0; r < items.rows(); r++) if (items.count(r) == 0) Arrays.fill(itemFactors.values(), r * factors, (r + 1) * factors, 0);
        double rounds = setup.iterations() + 0.5;
        var points = new ArrayList<Learning>();
        Validation.Scores scores = (u, i) -> kernel.dot(userFactors.values(), u * factors, itemFactors.values(), i * factors, factors);
        int done = 0;
        for (double change = Double.POSITIVE_INFINITY; done < setup.iterations() && change > setup.tolerance(); done++) {
            float[] before = setup.tolerance() > 0 ? itemFactors.values().clone() : itemFactors.values();
            half(users, itemFactors, userFactors, progress.part(done / rounds, (done + 0.5) / rounds));
            half(items, userFactors, itemFactors, progress.part((done + 0.5) / rounds, (done + 1) / rounds));
            note(points, train, false, done + 1, scores, progress);
            note(points, held, true, done + 1, scores, progress);
            if (setup.tolerance() > 0) change = change(before, itemFactors.values());
        }
        exact(users, itemFactors, userFactors, progress.part(setup.iterations() / rounds, 1));
        return new Result(objective, userFactors, itemFactors, done, new LearningCurve(points, done, done < setup.iterations()));
    }

    private static void note(List<Learning> points, Look look, boolean validation, int iteration, Validation.Scores scores, Progress progress) {
        double value = look.at(scores, progress);
        if (Double.isNaN(value)) return;
        points.add(new Learning(Validation.METRIC, validation, iteration, value));
        progress.learned(points.getLast());
    }

    /** ‖after − before‖ / ‖after‖ over all vectors; 0 where all are zeros. */
    private static double change(float[] before, float[] after) {
        double moved = 0, all = 0;
        for (int k = 0; k < after.length; k++) {
            double d = (double) after[k] - before[k];
            moved += d * d;
            all += (double) after[k] * after[k];
        }
        return all > 0 ? Math.sqrt(moved / all) : 0;
    }

    private void half(Sparse rows, Factors fixed, Factors moved, Progress progress) {
        switch (setup.solver()) {
            case CHOLESKY -> exact(rows, fixed, moved, progress);
            case CONJUGATE_GRADIENT -> {
                var solver = new ConjugateGradient(kernel, objective, fixed, Gram.of(fixed, kernel, workers));
                workers.each(rows.rows(), BLOCK, progress, solver::scratch, (scratch, from, to) -> {
                    for (int r = from; r < to; r++) solver.improve(rows, r, setup.steps(), scratch, moved.values(), r * objective.factors());
                });
            }
            case BLOCKS -> {
                var solver = new BlockSolver(kernel, objective, fixed, Gram.of(fixed, kernel, workers), setup.block());
                workers.each(rows.rows(), BLOCK, progress, solver::scratch, (scratch, from, to) -> {
                    for (int r = from; r < to; r++) solver.improve(rows, r, scratch, moved.values(), r * objective.factors());
                });
            }
        }
    }

    private void exact(Sparse rows, Factors fixed, Factors moved, Progress progress) {
        var solver = new RowSolver(kernel, objective, fixed, Gram.of(fixed, kernel, workers));
        workers.each(rows.rows(), BLOCK, progress, solver::scratch, (scratch, from, to) -> {
            for (int r = from; r < to; r++) solver.exact(rows, r, scratch, moved.values(), r * objective.factors());
        });
    }
}
