package shelfwise.model.factor;

import java.util.HashMap;
import java.util.Map;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.model.RatingPredictor;

/**
 * Expects the rating xᵤ·yⱼ + bⱼ + bᵤ (the items' biases hold the mean of all ratings), which is also the score of item j. A user without
 * ratings is expected to rate as the item's bias says, an item without as the user's and the mean; in a model without biases both get the mean.
 */
final class RatingModel extends LatentModel implements RatingPredictor {
    private final RatingScale scale;

    RatingModel(String name, Interactions training, Learned learned, Factors users, RatingScale scale) {
        super(name, training, learned, users, true);
        this.scale = scale;
    }

    @Override public float rating(int user, int item) {
        boolean unknown = matrix().count(user) == 0 || !learned.known()[item];
        if (unknown && users.length() == learned.vectors().length()) return scale.mean(); // without biases nothing is left of it
        return scale.keep(sum(users.values(), user * users.length(), item));
    }

    @Override protected Map<String, String> facts() {
        var all = new HashMap<>(super.facts());
        all.putAll(scale.facts());
        return all;
    }

    static RatingModel restore(Bundle b, Learned learned) {
        return new RatingModel(b.fact("name"), Interactions.of(b), learned, LatentModel.users(b, learned.foldIn()), RatingScale.of(b));
    }
}
