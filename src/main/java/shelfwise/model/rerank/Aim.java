package shelfwise.model.rerank;

import java.util.Map;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.data.Table;
import shelfwise.model.Asked;
import shelfwise.model.Categories;
import shelfwise.model.Recommender;

/** What a list is to be beside relevant; it is filled greedily, place by place, with the item of the largest gain. */
interface Aim {
    /** For one user's list and one thread. */
    Picker picker(Asked asked, Pool pool);

    /** The operator that has this aim. */
    String operator();

    /** Key of the text that tells why an item moved from place {0} to {1}. */
    String moved();

    Map<String, String> facts();

    Map<String, Table> parts();

    interface Picker {
        /** What the list would gain if the item at this place of the pool came next. */
        double gain(int place);

        /** The item at this place of the pool comes next. */
        void take(int place);
    }

    /** Of a kept model. */
    static Aim of(Bundle b, Interactions training, Recommender base) {
        double strength = Double.parseDouble(b.fact("aim.strength"));
        return switch (b.fact("aim")) {
            case "rerank.diversity" -> new Diversity(strength, Likeness.of(b, training, base));
            case "rerank.xquad" -> new Xquad(strength, Categories.of(b));
            case "rerank.calibration" -> new Calibration(strength, Categories.of(b));
            default -> throw new IllegalArgumentException(b.fact("aim"));
        };
    }
}
