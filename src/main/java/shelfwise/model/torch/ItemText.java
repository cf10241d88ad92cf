package shelfwise.model.torch;

import java.util.List;
import shelfwise.data.Ids;
import shelfwise.data.Vectors;
import shelfwise.model.vectors.DenseSpace;

/**
 * What is known of items apart from their events: vectors of texts, pictures, categories, each made length 1, side by side.
 *
 * @param length of each item's
 * @param values items x length
 * @param known  which items have any
 */
record ItemText(int length, float[] values, boolean[] known) {
    static ItemText of(Ids items, List<Vectors> given) {
        int length = given.stream().mapToInt(Vectors::dimensions).sum(), at = 0;
        float[] values = new float[Math.multiplyExact(items.size(), length)];
        boolean[] known = new boolean[items.size()];
        for (Vectors v : given) {
            for (int i = 0; i < known.length; i++) {
                int row = v.ids().number(items.id(i));
                if (row >= 0) known[i] |= DenseSpace.copy(v.values(), row * v.dimensions(), values, i * length + at, v.dimensions());
            }
            at += v.dimensions();
        }
        return new ItemText(length, values, known);
    }
}
