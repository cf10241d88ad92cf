package shelfwise.model;

import java.util.ArrayList;
import java.util.Arrays;
import shelfwise.data.Ids;
import shelfwise.data.Vectors;

/** A recommender that has learned a vector for each item; they can be taken out and used by other steps. */
public interface Embedding extends Recommender {
    /** The vectors of the items of which something was learned, in the order of {@link #items()}. */
    Vectors itemVectors();

    /**
     * The vectors of the known ones among {@code items}.
     *
     * @param values items x length
     */
    static Vectors known(Ids items, boolean[] known, int length, float[] values) {
        var ids = new ArrayList<String>();
        float[] kept = new float[values.length];
        for (int i = 0; i < known.length; i++) {
            if (!known[i]) continue;
            System.arraycopy(values, i * length, kept, ids.size() * length, length);
            ids.add(items.id(i));
        }
        return new Vectors(new Ids(ids), length, Arrays.copyOf(kept, ids.size() * length));
    }
}
