package shelfwise.model.factor;

import java.util.Map;
import shelfwise.data.Bundle;
import shelfwise.data.Sparse;

/**
 * The ratings that were given.
 *
 * @param mean  of all
 * @param unit  their standard deviation, in which gradients are taken so that a learning rate means the same for stars and for percent; 1 where all
 *              are equal
 * @param low   the lowest
 * @param high  the highest
 * @param clamp whether predictions are kept between the two
 */
record RatingScale(float mean, float unit, float low, float high, boolean clamp) {
    static RatingScale of(Sparse ratings, boolean clamp) {
        float low = Float.POSITIVE_INFINITY, high = Float.NEGATIVE_INFINITY;
        double sum = 0;
        for (float r : ratings.value()) {
            low = Math.min(low, r);
            high = Math.max(high, r);
            sum += r;
        }
        double mean = sum / ratings.entries(), squares = 0;
        for (float r : ratings.value()) squares += (r - mean) * (r - mean);
        float unit = (float) Math.sqrt(squares / ratings.entries());
        return new RatingScale((float) mean, unit > 0 ? unit : 1, low, high, clamp);
    }

    /** How far ratings are from the mean, in units. */
    Sparse standard(Sparse ratings) {
        float[] value = new float[ratings.entries()];
        for (int e = 0; e < value.length; e++) value[e] = (ratings.value()[e] - mean) / unit;
        return new Sparse(ratings.rows(), ratings.columns(), ratings.start(), ratings.column(), value);
    }

    float keep(float rating) {
        return clamp ? Math.clamp(rating, low, high) : rating;
    }

    Map<String, String> facts() {
        return Map.of("mean", Float.toString(mean), "unit", Float.toString(unit), "low", Float.toString(low), "high", Float.toString(high), "clamp", Boolean.toString(clamp));
    }

    static RatingScale of(Bundle b) {
        return new RatingScale(Float.parseFloat(b.fact("mean")), Float.parseFloat(b.fact("unit")), Float.parseFloat(b.fact("low")), Float.parseFloat(b.fact("high")),
                Boolean.parseBoolean(b.fact("clamp")));
    }
}
