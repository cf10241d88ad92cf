package shelfwise.model.factor;

import java.util.stream.IntStream;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;

/** How well a model in training tells the ratings of the validation part, without those of users or items that have no training. */
final class RatingCheck {
    private final int[] user, item;
    private final float[] rating;

    RatingCheck(Interactions validation, Sparse rows) {
        boolean[] known = new boolean[rows.columns()];
        for (int i : rows.column()) known[i] = true;
        int[] events = IntStream.range(0, validation.size()).filter(e -> known[validation.item()[e]] && rows.count(validation.user()[e]) > 0).toArray();
        user = IntStream.of(events).map(e -> validation.user()[e]).toArray();
        item = IntStream.of(events).map(e -> validation.item()[e]).toArray();
        rating = new float[events.length];
        for (int k = 0; k < rating.length; k++) rating[k] = validation.weight()[events[k]];
    }

    boolean empty() {
        return user.length == 0;
    }

    /** The mean squared error, negative so that larger is better. */
    double gain(Validation.Scores predicted) {
        double sum = 0;
        for (int k = 0; k < user.length; k++) {
            double error = rating[k] - predicted.of(user[k], item[k]);
            sum -= error * error;
        }
        return sum / user.length;
    }
}
