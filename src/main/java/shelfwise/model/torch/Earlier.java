package shelfwise.model.torch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Problem;
import shelfwise.data.Ids;

/**
 * What a model of the same kind learned before, for a training that goes on from there with other events, users and items. Weights are taken
 * as they are; the vector of an item by its id, so that the items may come in another order and some may be new.
 *
 * @param arrays what was learned, by name
 * @param known  which of its items it knew something of
 * @param row    its number of each item of now; -1 for a new one
 */
record Earlier(Map<String, float[]> arrays, boolean[] known, int[] row) {
    /**
     * @param what  a model of any kind
     * @param fit   id of the operator that trains now
     * @param shape the sizes of now
     * @param items of now
     * @param users what is known of users now; null for nothing
     * @param node  where problems are told
     * @throws shelfwise.base.ProblemException if it is of another kind or has other sizes
     */
    static Earlier of(Object what, String fit, Map<String, String> shape, Ids items, @Nullable Customers users, String node) {
        if (!(what instanceof NeuralModel model) || !model.operator().equals(fit)) throw Problem.of("torch.earlier-other-kind", node).asException();
        NeuralModel.Learned learned = model.learned();
        if (!learned.shape().equals(shape)) throw Problem.of("torch.earlier-other-sizes", node, told(learned.shape(), shape), told(shape, learned.shape())).asException();
        int[] row = new int[items.size()];
        for (int i = 0; i < row.length; i++) row[i] = model.items().number(items.id(i));
        return new Earlier(arrays(learned, users), learned.known(), row);
    }

    /** Vectors of what is known of users by its name, too. */
    private static Map<String, float[]> arrays(NeuralModel.Learned learned, @Nullable Customers users) {
        if (users == null || learned.customers() == null) return learned.learned();
        var arrays = new HashMap<>(learned.learned());
        arrays.put(Towers.CUSTOMERS, users.from(learned.customers(), Dense.array(arrays, Towers.CUSTOMERS)));
        return arrays;
    }

    /** The sizes that differ from those of the other, by name. */
    private static List<String> told(Map<String, String> shape, Map<String, String> other) {
        var names = new TreeSet<>(shape.keySet());
        names.addAll(other.keySet());
        return names.stream().filter(n -> !Objects.equals(shape.get(n), other.get(n))).map(n -> n + " " + shape.getOrDefault(n, "–")).toList();
    }

    /** The number of this item in what was learned; -1 where nothing was. */
    int knownRow(int item) {
        return row[item] >= 0 && known[row[item]] ? row[item] : -1;
    }

    /** The array of this name; null where there is none of this size. */
    float @Nullable [] array(String name, long size) {
        float[] was = arrays.get(name);
        return was != null && was.length == size ? was : null;
    }
}
