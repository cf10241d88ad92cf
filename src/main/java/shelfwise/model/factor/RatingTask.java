package shelfwise.model.factor;

import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.data.Split;
import shelfwise.model.Workers;

/**
 * What every model of ratings begins with and ends by.
 *
 * @param rows  users x items: the ratings, of repeated ones the mean
 * @param check the validation part
 */
record RatingTask(String name, Interactions training, Sparse rows, RatingScale scale, RatingCheck check) {
    /** Share of the work before users are folded in. */
    private static final double TRAINING = 0.9;

    /** @throws shelfwise.base.ProblemException if there are no ratings */
    static RatingTask of(String name, Split split, boolean clamp) {
        Interactions training = split.train();
        if (training.size() == 0) throw Problem.of("model.no-events", name).asException();
        Sparse rows = training.means();
        return new RatingTask(name, training, rows, RatingScale.of(rows, clamp), new RatingCheck(split.validation(), rows));
    }

    void train(EarlyStop stop, int epochs, Progress progress, EarlyStop.Epoch epoch, Validation.Scores predicted) {
        stop.train(epochs, check.empty() ? 0 : 1, progress.part(0, TRAINING), epoch, () -> check.gain(predicted));
    }

    /** @param standard predicted as {@link RatingScale#standard} has ratings */
    void trainStandard(EarlyStop stop, int epochs, Progress progress, EarlyStop.Epoch epoch, Validation.Scores standard) {
        train(stop, epochs, progress, epoch, (u, i) -> scale.mean() + scale.unit() * standard.of(u, i));
    }

    /** @throws shelfwise.base.ProblemException if the gradient ran away, so that numbers are no longer finite */
    RatingModel model(LatentModel.Learned learned, Workers workers, Progress progress) {
        for (float y : learned.items().vectors().values()) if (!Float.isFinite(y)) throw Problem.of("factor.diverged", name).asException();
        return new RatingModel(name, training, learned, learned.users(rows, workers, progress.part(TRAINING, 1)), scale);
    }
}
