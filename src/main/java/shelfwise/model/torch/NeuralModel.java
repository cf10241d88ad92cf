package shelfwise.model.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.data.LearningCurve;
import shelfwise.data.Table;
import shelfwise.data.Vectors;
import shelfwise.model.Attentive;
import shelfwise.model.Embedding;
import shelfwise.model.Evidence;
import shelfwise.model.FactorScores;
import shelfwise.model.History;
import shelfwise.model.ItemFactors;
import shelfwise.model.KeptModel;
import shelfwise.model.Matrices;
import shelfwise.model.Neighbour;
import shelfwise.model.OnnxFile;
import shelfwise.model.Parts;
import shelfwise.model.TopN;
import shelfwise.model.Workers;

/**
 * score(j) = x·yⱼ, x what the network reads out of a history and yⱼ the item's vector, or what the network says by {@link Scores}. Silent on items of which it knows nothing and for
 * histories it can't read. Evidence of a history item is what the score loses without it (leave one out, of the latest
 * different items alone), that of what is known of the user what it loses without this; nothing adds up.
 */
sealed class NeuralModel extends KeptModel implements Embedding, Attentive, Matrices {
    private static final String SHAPE = "torch.", LEARNED = "torch.learned.", USERS = "torch.users", KNOWN = "torch.known";

    private final String operator;
    private final Map<String, String> shape;
    private final Map<String, float[]> learned;
    private final Reader reader;
    private final float[] users;
    private final LearningCurve curve;
    private final @Nullable Customers customers;
    private final boolean[] known;
    private final Scores scores;

    /**
     * What was learned.
     *
     * @param operator that made it
     * @param shape    the network's sizes, as facts
     * @param learned  its arrays
     * @param known    the items it knows something of
     * @param customers what it is told of users; null for nothing
     */
    record Learned(String operator, Map<String, String> shape, Map<String, float[]> learned, boolean[] known, @Nullable Customers customers, LearningCurve curve) { }

    private NeuralModel(String name, Interactions training, Learned of, Reader reader, float[] users, Scores scores) {
        super(name, training, false);
        operator = of.operator();
        shape = Map.copyOf(of.shape());
        learned = Map.copyOf(of.learned());
        this.reader = reader;
        this.users = users;
        curve = of.curve();
        known = of.known();
        customers = of.customers();
        this.scores = scores;
    }

    /** Reads the histories of all users. */
    static NeuralModel made(String name, Interactions training, Learned of, Reader reader, Workers workers, Progress progress) {
        Sequences sequences = Sequences.of(training);
        float[] users = new float[Math.multiplyExact(sequences.users(), reader.width())];
        workers.each(sequences.users(), 8, progress, () -> users, (to, from, end) -> {
            for (int u = from; u < end; u++) {
                Reader own = of.customers() == null ? reader : reader.about(of.customers().of(u));
                if (sequences.count(u) > 0 || of.customers() != null && of.customers().knows(u)) own.vector(sequences.of(u), sequences.gaps(u), to, u * reader.width());
            }
        });
        return of(name, training, of, reader, users);
    }

    @Override public String operator() {
        return operator;
    }

    private static NeuralModel of(String name, Interactions training, Learned of, Reader reader, float[] users) {
        Scores scores = reader.scores(of.known());
        return scores instanceof Scores.Products products ? new OfProducts(name, training, of, reader, users, products) : new NeuralModel(name, training, of, reader, users, scores);
    }

    /** One whose scores are products of vectors. */
    private static final class OfProducts extends NeuralModel implements FactorScores, OnnxFile {
        private final ItemFactors factors;

        OfProducts(String name, Interactions training, Learned of, Reader reader, float[] users, Scores.Products products) {
            super(name, training, of, reader, users, products);
            factors = products.items();
        }

        @Override public ItemFactors itemFactors() {
            return factors;
        }

        @Override public Optional<byte[]> onnx(Progress progress) {
            return super.reader.onnx(super.known).map(e -> OnnxCheck.checked(this, e, super.customers, progress));
        }
    }

    /** What a later training may go on from. */
    Learned learned() {
        return new Learned(operator, shape, learned, known, customers, curve);
    }

    /** Copies a known user's vector. @return false where there is nothing to read */
    public boolean copyVector(int user, float[] vector) {
        System.arraycopy(users, user * reader.width(), vector, 0, reader.width());
        return speaks(user);
    }

    /** Copies the vector that is read out of a history. @return false where there is nothing to read */
    public boolean copyVector(History history, float[] vector) {
        row(history); // checks it
        return read(reader(history), history.item(), Gaps.of(history), vector);
    }

    /** For whoever has this history. */
    private Reader reader(History history) {
        int user = customers == null || history.user() == null ? -1 : users().number(history.user());
        return customers == null || user < 0 ? reader : reader.about(customers.of(user));
    }

    private boolean read(Reader by, int[] items, byte[] gaps, float[] to) {
        return (items.length > 0 || by != reader) && by.vector(items, gaps, to, 0);
    }

    @Override public void score(int user, float[] to) {
        checkLength(to);
        if (speaks(user)) scores.score(users, user * reader.width(), to);
        else Parts.silence(to);
    }

    @Override public void score(History history, float[] to) {
        checkLength(to);
        float[] x = new float[reader.width()];
        if (copyVector(history, x)) scores.score(x, 0, to);
        else Parts.silence(to);
    }

    @Override public boolean knows(int user) {
        return customers != null && customers.knows(user);
    }

    /** Whether there was something to read: all zeros are the vector of nobody. */
    private boolean speaks(int user) {
        for (int f = 0; f < reader.width(); f++) if (users[user * reader.width() + f] != 0) return true;
        return false;
    }

    @Override public Vectors itemVectors() {
        return Embedding.known(items(), known, reader.itemWidth(), reader.items());
    }

    /** By the cosine of the items' vectors; support is users in common. */
    @Override public List<Neighbour> similar(int item, int n) {
        if (n <= 0 || !known[item]) return List.of();
        float[] scores = new float[items().size()];
        for (int i = 0; i < scores.length; i++) scores[i] = i == item || !known[i] ? Float.NEGATIVE_INFINITY : (float) cosine(item, i);
        var top = new TopN(Math.min(n, scores.length));
        return IntStream.range(0, top.select(scores)).mapToObj(p -> new Neighbour(top.number(p), top.score(p), Parts.common(columns(), item, top.number(p)))).toList();
    }

    private double cosine(int a, int b) {
        double squares = dot(a, a) * dot(b, b);
        return squares > 0 ? dot(a, b) / Math.sqrt(squares) : 0;
    }

    private double dot(int a, int b) {
        double sum = 0;
        for (int f = 0; f < reader.itemWidth(); f++) sum += (double) reader.items()[a * reader.itemWidth() + f] * reader.items()[b * reader.itemWidth() + f];
        return sum;
    }

    @Override public Evidence evidence(History history, int item) {
        return evidence(history, new int[] {item}).getFirst();
    }

    @Override public List<Evidence> evidence(History history, int[] asked) {
        float[] x = new float[reader.width()];
        boolean speaks = copyVector(history, x);
        int[] different = latest(history.item(), reader.worthTrying());
        Reader own = reader(history);
        float[][] without = Arrays.stream(different).mapToObj(i -> without(history, own, i)).toArray(float[][]::new);
        float[] untold = new float[reader.width()];
        List<String> told = customers == null || own == reader ? List.of() : customers.told(users().number(Objects.requireNonNull(history.user())));
        if (!told.isEmpty()) read(reader, history.item(), Gaps.of(history), untold);
        return IntStream.of(asked).mapToObj(item -> {
            if (!speaks || !known[item]) return new Evidence(Float.NEGATIVE_INFINITY, false, List.of());
            float score = scores.score(x, 0, item);
            var parts = new ArrayList<Evidence.Part>();
            for (int k = 0; k < different.length; k++) {
                double lost = score - scores.score(without[k], 0, item);
                parts.add(Parts.part(Evidence.Kind.ITEM, different[k], lost, cosine(different[k], item), Parts.common(columns(), different[k], item)));
            }
            if (!told.isEmpty()) parts.add(new Evidence.Part(Evidence.Kind.CUSTOMER, 0, score - scores.score(untold, 0, item), 0, Double.NaN, -1, told));
            return new Evidence(score, false, Parts.ranked(parts));
        }).toList();
    }

    @Override public List<Attended> attention(History history) {
        row(history); // checks it
        double[] weights = reader.attention(history.item(), Gaps.of(history));
        int before = history.item().length - weights.length;
        return IntStream.range(0, weights.length).mapToObj(k -> new Attended(before + k, history.item()[before + k], weights[k])).toList();
    }

    /** The last different items, ascending by number. */
    private static int[] latest(int[] items, int most) {
        return IntStream.iterate(items.length - 1, k -> k >= 0, k -> k - 1).map(k -> items[k]).distinct().limit(most).sorted().toArray();
    }

    /** What is read where an item never came; zeros where nothing is left. */
    private float[] without(History history, Reader own, int item) {
        float[] x = new float[reader.width()];
        int[] left = IntStream.range(0, history.item().length).filter(k -> history.item()[k] != item).toArray();
        int[] items = IntStream.of(left).map(k -> history.item()[k]).toArray();
        long[] times = history.time().length == 0 ? history.time() : IntStream.of(left).mapToLong(k -> history.time()[k]).toArray();
        read(own, items, Gaps.of(times, items.length), x);
        return x;
    }

    @Override public int columns(String part) {
        if (part.startsWith(LEARNED)) return reader.columns(part.substring(LEARNED.length()));
        return part.equals(USERS) ? reader.width() : customers != null && part.equals(Customers.VALUES) ? customers.columns().size() : 1;
    }

    @Override protected Map<String, String> facts() {
        var facts = new HashMap<String, String>();
        shape.forEach((name, value) -> facts.put(SHAPE + name, value));
        return facts;
    }

    @Override protected Map<String, Table> parts() {
        var parts = new HashMap<String, Table>();
        learned.forEach((name, values) -> parts.put(LEARNED + name, Bundle.floats(values)));
        parts.put(USERS, Bundle.floats(users));
        parts.put(KNOWN, Bundle.ints(IntStream.range(0, known.length).filter(i -> known[i]).toArray()));
        parts.putAll(curve.parts());
        if (customers != null) parts.putAll(customers.parts());
        return parts;
    }

    /** Makes the reader of a kept network again. */
    interface Readers {
        Reader of(Map<String, String> shape, Map<String, float[]> learned);
    }

    static NeuralModel of(String operator, Bundle b, Readers readers) {
        Interactions training = Interactions.of(b);
        var learned = new HashMap<String, float[]>();
        for (String part : b.partNames()) if (part.startsWith(LEARNED)) learned.put(part.substring(LEARNED.length()), b.floats(part));
        var shape = new HashMap<String, String>();
        b.facts().forEach((name, value) -> {
            if (name.startsWith(SHAPE)) shape.put(name.substring(SHAPE.length()), value);
        });
        boolean[] known = new boolean[training.items().size()];
        for (int i : b.ints(KNOWN)) known[i] = true;
        var of = new Learned(operator, shape, learned, known, Customers.of(b, shape), LearningCurve.of(b));
        return of(b.fact("name"), training, of, readers.of(shape, learned), b.floats(USERS));
    }
}
