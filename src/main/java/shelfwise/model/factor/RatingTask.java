package shelfwise.model.factor;

import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;
import shelfwise.data.LearningCurve;
import shelfwise.data.Sparse;
import shelfwise.data.Split;
import shelfwise.model.Workers;

/**
 * What every model of ratings begins with and ends by.
 *
 * @param rows    users x items: the ratings, of repeated ones the mean
 * @param learned some of what is learned from
 * @param check   the validation part
 */
record RatingTask(String name, Interactions training, Sparse rows, RatingScale scale, RatingCheck learned, RatingCheck check) {
    /** Ratings learned from that the curve is drawn by. */
    private static final int LEARNED = 20_000;
    private static final String METRIC = "rmse";
    /** Share of the work before users are folded in. */
    private static final double TRAINING = 0.9;

    /** @throws shelfwise.base.ProblemException if there are no ratings */
    static RatingTask of(String name, Split split, boolean clamp) {
        Interactions training = split.train();
        if (training.size() == 0) throw Problem.of("model.no-events", name).asException();
        Sparse rows = training.means();
        return new RatingTask(name, training, rows, RatingScale.of(rows, clamp), new RatingCheck(training, rows, LEARNED), new RatingCheck(split.validation(), rows, Integer.MAX_VALUE));
    }

    LearningCurve train(EarlyStop stop, int epochs, Progress progress, EarlyStop.Epoch epoch, Validation.Scores predicted) {
        var looks = new EarlyStop.Looks(1, METRIC, p -> learned.gain(predicted, p), p -> check.gain(predicted, p), gain -> Math.sqrt(-gain));
        return stop.train(epochs, looks, progress.part(0, TRAINING), epoch);
    }

    /** @param standard predicted as {@link RatingScale#standard} has ratings */
    LearningCurve trainStandard(EarlyStop stop, int epochs, Progress progress, EarlyStop.Epoch epoch, Validation.Scores standard) {
        return train(stop, epochs, progress, epoch, (u, i) -> scale.mean() + scale.unit() * standard.of(u, i));
    }

    /** @throws shelfwise.base.ProblemException if the gradient ran away, so that numbers are no longer finite */
    RatingModel model(LatentModel.Learned learned, Workers workers, Progress progress) {
        for (float y : learned.items().vectors().values()) if (!Float.isFinite(y)) throw Problem.of("factor.diverged", name).asException();
        return new RatingModel(name, training, learned, learned.users(rows, workers, progress.part(TRAINING, 1)), scale);
    }
}
