package shelfwise.model.factor;

import java.util.stream.IntStream;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;

/** How well a model in training tells the ratings of the validation part, without those of users or items that have no training. */
final class RatingCheck {
    private final int[] user, item;
    private final float[] rating;

    /** Of {@code most} of the events at most, spread over all of them. */
    RatingCheck(Interactions validation, Sparse rows, int most) {
        boolean[] known = new boolean[rows.columns()];
        for (int i : rows.column()) known[i] = true;
        int step = Math.max(1, Math.ceilDiv(validation.size(), most));
        int[] events = IntStream.range(0, validation.size()).filter(e -> e % step == 0).filter(e -> known[validation.item()[e]] && rows.count(validation.user()[e]) > 0).toArray();
        user = IntStream.of(events).map(e -> validation.user()[e]).toArray();
        item = IntStream.of(events).map(e -> validation.item()[e]).toArray();
        rating = new float[events.length];
        for (int k = 0; k < rating.length; k++) rating[k] = validation.weight()[events[k]];
    }

    /** The mean squared error, negative so that larger is better; NaN if there are no events. */
    double gain(Validation.Scores predicted, Progress progress) {
        if (user.length == 0) return Double.NaN;
        double sum = 0;
        for (int k = 0; k < user.length; k++) {
            if ((k & 0xFFFF) == 0) progress.check();
            double error = rating[k] - predicted.of(user[k], item[k]);
            sum -= error * error;
        }
        return sum / user.length;
    }
}
