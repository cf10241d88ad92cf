package shelfwise.model.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.data.LearningCurve;
import shelfwise.data.Table;
import shelfwise.data.Vectors;
import shelfwise.model.Embedding;
import shelfwise.model.Evidence;
import shelfwise.model.FactorScores;
import shelfwise.model.History;
import shelfwise.model.ItemFactors;
import shelfwise.model.KeptModel;
import shelfwise.model.Neighbour;
import shelfwise.model.Parts;
import shelfwise.model.TopN;
import shelfwise.model.Workers;

/**
 * score(j) = x·yⱼ, x what the network reads out of the order of a history and yⱼ the item's vector. Silent on items without training events
 * and for users without events. Evidence of a history item is what the score loses without it (leave one out); nothing adds up.
 */
final class SequenceModel extends KeptModel implements Embedding, FactorScores {
    private final String operator;
    private final TransformerShape shape;
    private final Map<String, float[]> learned;
    private final TransformerScorer scorer;
    private final float[] users;
    private final LearningCurve curve;
    private final boolean[] known;
    private final ItemFactors items;

    private SequenceModel(String name, Interactions training, String operator, TransformerShape shape, Map<String, float[]> learned, float[] users, LearningCurve curve) {
        super(name, training, false);
        this.operator = operator;
        this.shape = shape;
        this.learned = Map.copyOf(learned);
        scorer = new TransformerScorer(shape, learned);
        this.users = users;
        this.curve = curve;
        known = known(training);
        items = new ItemFactors(scorer.items(), shape.width(), null, known);
    }

    /** Reads the histories of all users. */
    static SequenceModel made(String name, Interactions training, String operator, TransformerShape shape, SequenceTraining.Learned trained, Workers workers, Progress progress) {
        Sequences sequences = Sequences.of(training);
        var scorer = new TransformerScorer(shape, trained.arrays());
        float[] users = new float[Math.multiplyExact(sequences.users(), shape.width())];
        workers.each(sequences.users(), 8, progress, () -> users, (to, from, end) -> {
            for (int u = from; u < end; u++) {
                if (sequences.count(u) > 0) scorer.vector(Arrays.copyOfRange(sequences.item(), sequences.start()[u], sequences.start()[u + 1]), to, u * shape.width());
            }
        });
        return new SequenceModel(name, training, operator, shape, trained.arrays(), users, trained.curve());
    }

    /** Which items have training events. */
    static boolean[] known(Interactions training) {
        boolean[] known = new boolean[training.items().size()];
        for (int i : training.item()) known[i] = true;
        return known;
    }

    @Override public String operator() {
        return operator;
    }

    @Override public ItemFactors itemFactors() {
        return items;
    }

    @Override public boolean copyVector(int user, float[] vector) {
        System.arraycopy(users, user * shape.width(), vector, 0, shape.width());
        return matrix().count(user) > 0;
    }

    @Override public boolean copyVector(History history, float[] vector) {
        row(history); // checks it
        if (history.item().length == 0) return false;
        scorer.vector(history.item(), vector, 0);
        return true;
    }

    @Override public void score(int user, float[] scores) {
        checkLength(scores);
        if (matrix().count(user) > 0) items.score(users, user * shape.width(), scores);
        else Parts.silence(scores);
    }

    @Override public void score(History history, float[] scores) {
        checkLength(scores);
        float[] x = new float[shape.width()];
        if (copyVector(history, x)) items.score(x, 0, scores);
        else Parts.silence(scores);
    }

    @Override public Vectors itemVectors() {
        return Embedding.known(items(), known, shape.width(), scorer.items());
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
        for (int f = 0; f < shape.width(); f++) sum += (double) scorer.items()[a * shape.width() + f] * scorer.items()[b * shape.width() + f];
        return sum;
    }

    @Override public Evidence evidence(History history, int item) {
        return evidence(history, new int[] {item}).getFirst();
    }

    @Override public List<Evidence> evidence(History history, int[] asked) {
        float[] x = new float[shape.width()];
        boolean speaks = copyVector(history, x);
        int[] different = IntStream.of(history.item()).distinct().sorted().toArray();
        float[][] without = Arrays.stream(different).mapToObj(i -> without(history, i)).toArray(float[][]::new);
        return IntStream.of(asked).mapToObj(item -> {
            if (!speaks || !known[item]) return new Evidence(Float.NEGATIVE_INFINITY, false, List.of());
            float score = items.score(x, 0, item);
            var parts = new ArrayList<Evidence.Part>();
            for (int k = 0; k < different.length; k++) {
                double lost = score - items.score(without[k], 0, item);
                parts.add(Parts.part(Evidence.Kind.ITEM, different[k], lost, cosine(different[k], item), Parts.common(columns(), different[k], item)));
            }
            return new Evidence(score, false, Parts.ranked(parts));
        }).toList();
    }

    /** What is read where an item never came; zeros where nothing is left. */
    private float[] without(History history, int item) {
        float[] x = new float[shape.width()];
        int[] left = IntStream.of(history.item()).filter(i -> i != item).toArray();
        if (left.length > 0) scorer.vector(left, x, 0);
        return x;
    }

    @Override protected Map<String, String> facts() {
        return Map.of("torch.width", Integer.toString(shape.width()), "torch.heads", Integer.toString(shape.heads()), "torch.blocks", Integer.toString(shape.blocks()),
                "torch.length", Integer.toString(shape.length()));
    }

    @Override protected Map<String, Table> parts() {
        var parts = new HashMap<String, Table>();
        learned.forEach((name, values) -> parts.put("torch.learned." + name, Bundle.floats(values)));
        parts.put("torch.users", Bundle.floats(users));
        parts.putAll(curve.parts());
        return parts;
    }

    static SequenceModel of(String operator, Bundle b) {
        Interactions training = Interactions.of(b);
        var shape = new TransformerShape(training.items().size(), number(b, "torch.width"), number(b, "torch.heads"), number(b, "torch.blocks"), number(b, "torch.length"));
        var learned = new HashMap<String, float[]>();
        for (String part : b.partNames()) if (part.startsWith("torch.learned.")) learned.put(part.substring("torch.learned.".length()), b.floats(part));
        return new SequenceModel(b.fact("name"), training, operator, shape, learned, b.floats("torch.users"), LearningCurve.of(b));
    }

    private static int number(Bundle b, String fact) {
        return Integer.parseInt(b.fact(fact));
    }
}
