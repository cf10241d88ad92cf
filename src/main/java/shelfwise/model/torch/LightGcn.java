package shelfwise.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.data.Split;
import shelfwise.model.Workers;

/**
 * A graph convolution without layers to learn (He, Deng, Wang, Li, Zhang, Wang 2020, LightGCN), in which users have no vector of their own but
 * what their items hand on: y = (e + Ge + … )/(rounds + 1) are the items' vectors ({@link Graph#means}), and x = Σ y/√m over the items of a
 * history, divided by √n and times √(mean of all m), is that of a user. But for its scale that is the published model with vectors of zero for the users
 * at first, 2·rounds + 1 layers.
 *
 * <p>In each step some items of a user are left out of x and told from the others: else each item would only have to tell itself.
 *
 * <p>The vectors are handed on in plain Java, outside of what PyTorch records: it takes gradients to y, and {@link #backward} those to e.
 */
final class LightGcn implements Lesson {
    static final String FIRST = "first", SHARES = "shares";

    private final Way way;
    private final int width, rounds;
    private final Sparse users;
    private final Graph graph;
    private final float[] shares;
    private final Sequences sequences;
    private final boolean[] known;
    private final NextItem validation;
    private final Tensors learned;
    private final Drawn drawn;

    /**
     * How it is taught.
     *
     * @param batch     users in one step
     * @param left      share of a user's items that is left out and told, one at least
     * @param negatives items drawn in each step
     * @param popular   share of them that is drawn by popularity
     */
    record Way(int batch, double left, Objective objective, int negatives, double popular) { }

    /** @param rounds how often vectors are handed on from items to users and back */
    record Size(int width, int rounds) { }

    LightGcn(NDManager manager, Size size, Way way, Split split, boolean[] known, SplittableRandom random) {
        this.way = way;
        this.known = known;
        width = size.width();
        rounds = size.rounds();
        Interactions training = split.train();
        users = training.matrix();
        graph = new Graph(users, Workers.all());
        shares = alike(graph.shares(), users);
        sequences = Sequences.of(training);
        validation = new NextItem(split.validation(), users, known, random.nextLong());
        drawn = new Drawn(training.item(), known.length, way.popular());
        learned = new Tensors(manager);
        learned.normal(FIRST, 0.1, random, known.length, width);
    }

    /** All times √m, m the mean users of an item: it changes no order, but scores are of a size to be learned from however many users there are. */
    private static float[] alike(float[] shares, Sparse users) {
        long taken = IntStream.range(0, shares.length).filter(i -> shares[i] > 0).count();
        double size = Math.sqrt((double) users.entries() / Math.max(1, taken));
        for (int i = 0; i < shares.length; i++) shares[i] *= (float) size;
        return shares;
    }

    @Override public Tensors learned() {
        return learned;
    }

    @Override public List<Step> epoch(int number, SplittableRandom random) {
        return LeftOut.steps(users, way.batch(), random).stream().map(some -> {
            SplittableRandom own = random.split();
            return new Step(some.length, (now, part) -> loss(now, part, some, own));
        }).toList();
    }

    private Loss loss(NDManager now, Part part, int[] some, SplittableRandom random) {
        LeftOut out = LeftOut.of(users, some, way.left(), shares, random).part(part.from(some.length), part.to(some.length));
        NDArray vectors = vectors(now), x = out.sums(now, vectors);
        int[] others = drawn.items(way.negatives(), random);
        NDArray wanted = SequenceLesson.numbers(now, out.told()), against = SequenceLesson.numbers(now, others);
        var compared = new Objective.Compared(ItemTable.vectors(SequenceLesson.numbers(now, out.row()), x), ItemTable.vectors(wanted, vectors),
                ItemTable.vectors(against, vectors), wanted, against);
        double share = Math.min(1, (double) others.length / Math.max(1, drawn.sold() - 1));
        return new Loss(way.objective().of(compared, drawn.raise(others), share), out.told().length);
    }

    /** items x width, with gradients that end at the first vectors as if these were they. */
    NDArray vectors(NDManager now) {
        float[] first = learned.get(FIRST).toFloatArray(), more = graph.means(first, width, rounds);
        for (int k = 0; k < more.length; k++) more[k] -= first[k];
        return learned.get(FIRST).add(HostArrays.of(now, new Shape(known.length, width), more));
    }

    @Override public void backward() {
        try (NDArray gradient = learned.get(FIRST).getGradient()) {
            float[] recorded = gradient.toFloatArray(), more = graph.means(recorded, width, rounds);
            for (int k = 0; k < more.length; k++) more[k] -= recorded[k];
            try (NDArray further = HostArrays.of(gradient.getManager(), gradient.getShape(), more)) {
                gradient.addi(further);
            }
        }
    }

    @Override public boolean validates() {
        return !validation.empty();
    }

    @Override public double gain(Workers workers, Progress progress) {
        return validation.gain(new GraphReader(width, toHost()), sequences, known, workers, progress);
    }

    @Override public Map<String, float[]> toHost() {
        var host = new HashMap<String, float[]>();
        host.put(ItemTable.ITEMS, graph.means(learned.get(FIRST).toFloatArray(), width, rounds));
        host.put(SHARES, shares);
        return host;
    }
}
