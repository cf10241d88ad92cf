package shelfwise.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;
import shelfwise.data.Split;
import shelfwise.model.ItemFactors;
import shelfwise.model.Workers;
import shelfwise.model.torch.Batch.Stretch;

/** Teaches a {@link Network} to tell the items of histories from those drawn at random. A user without two events teaches nothing, unless something is known of users besides. */
final class SequenceLesson implements Lesson {
    /** Histories read at once where nothing is learned. */
    private static final int READ = 128;

    private final NDManager manager;
    private final Network network;
    private final Questions questions;
    private final Way way;
    private final Sequences sequences;
    private final Drawn drawn;
    private final boolean[] known;
    private final NextItem validation;

    /**
     * How it is taught.
     *
     * @param batch     histories in one step
     * @param crop      whether half of the histories are cut to random stretches in each epoch
     * @param objective what is made small
     * @param negatives items drawn in each step
     * @param popular   share of them that is drawn by popularity
     */
    record Way(int batch, boolean crop, Objective objective, int negatives, double popular) { }

    /** @param known items that can be foretold */
    SequenceLesson(NDManager manager, Network network, Questions questions, Way way, Split split, boolean[] known, long seed) {
        this.manager = manager;
        this.network = network;
        this.questions = questions;
        this.way = way;
        this.known = known;
        Interactions training = split.train();
        sequences = Sequences.of(training);
        drawn = new Drawn(training.item(), known.length, way.popular());
        validation = new NextItem(split.validation(), training.matrix(), known, seed);
    }

    @Override public Tensors learned() {
        return network.learned();
    }

    @Override public List<Step> epoch(int number, SplittableRandom random) {
        var steps = new ArrayList<Step>();
        for (Stretch[] batch : Buckets.of(sequences, network.length(), questions.fewest(), way.batch(), way.crop(), random)) {
            SplittableRandom own = random.split();
            steps.add(new Step(batch.length, (now, part) -> loss(now, part, batch, own)));
        }
        return steps;
    }

    private Loss loss(NDManager now, Part part, Stretch[] stretches, SplittableRandom random) {
        Questions.Asked asked = questions.of(sequences, stretches, network.length(), random).rows(part.from(stretches.length), part.to(stretches.length));
        NDArray all = network.read(now, asked.batch(), true).reshape(-1, network.width());
        NDArray at = ItemTable.vectors(numbers(now, asked.at()), all);
        int[] others = drawn.items(way.negatives(), random);
        NDArray wanted = numbers(now, asked.wanted()), drawnHere = numbers(now, others);
        double share = Math.min(1, (double) others.length / Math.max(1, drawn.sold() - 1));
        var compared = new Objective.Compared(at, network.items(wanted), network.items(drawnHere), wanted, drawnHere);
        return new Loss(way.objective().of(compared, drawn.raise(others), share), asked.wanted().length);
    }

    @Override public boolean validates() {
        return !validation.empty();
    }

    @Override public double gain(Workers workers, Progress progress) {
        var items = new ItemFactors(Dense.array(network.toHost(), ItemTable.ITEMS), network.width(), null, known);
        return validation.gain(vectors(validation.users(), progress), network.width(), new Scores.Products(items), workers, (_, _) -> progress.check());
    }

    /** What is read of each user's history, row by row. */
    private float[] vectors(int[] users, Progress progress) {
        float[] vectors = new float[users.length * network.width()];
        for (int from = 0; from < users.length; from += READ) {
            progress.check();
            Questions.Asked asked = questions.latest(sequences, Arrays.copyOfRange(users, from, Math.min(users.length, from + READ)), network.length());
            try (NDManager now = manager.newSubManager()) {
                float[] read = ItemTable.vectors(numbers(now, asked.at()), network.read(now, asked.batch(), false).reshape(-1, network.width())).toFloatArray();
                System.arraycopy(read, 0, vectors, from * network.width(), read.length);
            }
        }
        return vectors;
    }

    @Override public Map<String, float[]> toHost() {
        return network.toHost();
    }

    static NDArray numbers(NDManager now, int[] values) {
        return HostArrays.of(now, new Shape(values.length), values);
    }
}
