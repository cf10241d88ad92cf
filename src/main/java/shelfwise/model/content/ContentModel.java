package shelfwise.model.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.data.Table;
import shelfwise.model.Evidence;
import shelfwise.model.Neighbour;
import shelfwise.model.Parts;
import shelfwise.model.TopN;
import shelfwise.model.TrainedModel;
import shelfwise.model.Weights;

/**
 * score(j) = cosine of item j's TF-IDF vector and the user's profile, the weighted sum of the vectors of the history. Additive over the
 * history: Σ w(i) · cos(i, j) / ‖profile‖. Items without text, and without a word in common with the profile, are silent.
 */
final class ContentModel extends TrainedModel {
    /** Words told with a part of the evidence. */
    private static final int TERMS = 8;

    private final Weights weighting;
    private final TermMatrix text;
    /** terms x items: the items of each term. */
    private final Sparse postings;
    private final ConcurrentLinkedQueue<double[]> idle = new ConcurrentLinkedQueue<>();

    ContentModel(String name, Interactions training, Weights weighting, TermMatrix text) {
        super(name, training);
        this.weighting = weighting;
        this.text = text;
        postings = text.weights().transpose();
    }

    private float weight(float value) {
        return weighting == Weights.BINARY ? 1 : value;
    }

    @Override public String operator() {
        return "model.content";
    }

    @Override protected void scoreRow(Sparse rows, int row, float[] scores) {
        double[] profile = takeProfile();
        double norm = fillProfile(rows, row, profile);
        Arrays.fill(scores, 0);
        if (norm > 0) {
            for (int t = 0; t < profile.length; t++) if (profile[t] != 0) addTerm(t, (float) (profile[t] / norm), scores);
        }
        Arrays.fill(profile, 0);
        idle.add(profile);
        Parts.silenceZeros(scores);
    }

    private double[] takeProfile() {
        double[] used = idle.poll();
        return used == null ? new double[postings.rows()] : used;
    }

    /** @return the profile's length */
    private double fillProfile(Sparse rows, int row, double[] profile) {
        Sparse vectors = text.weights();
        for (int e = rows.start()[row]; e < rows.start()[row + 1]; e++) {
            int i = rows.column()[e];
            double w = weight(rows.value()[e]);
            for (int v = vectors.start()[i]; v < vectors.start()[i + 1]; v++) profile[vectors.column()[v]] += w * vectors.value()[v];
        }
        double squares = 0;
        for (double p : profile) squares += p * p;
        return Math.sqrt(squares);
    }

    private void addTerm(int term, float weight, float[] scores) {
        int end = postings.start()[term + 1];
        for (int e = postings.start()[term]; e < end; e++) scores[postings.column()[e]] += weight * postings.value()[e];
    }

    /** By the cosine of the texts; support is the number of users in common, 0 for items never sold. */
    @Override public List<Neighbour> similar(int item, int n) {
        if (n <= 0) return List.of();
        float[] scores = new float[items().size()];
        Sparse vectors = text.weights();
        for (int e = vectors.start()[item]; e < vectors.start()[item + 1]; e++) addTerm(vectors.column()[e], vectors.value()[e], scores);
        Parts.silenceZeros(scores);
        scores[item] = Float.NEGATIVE_INFINITY;
        var top = new TopN(Math.min(n, scores.length));
        var found = new ArrayList<Neighbour>();
        for (int p = 0, size = top.select(scores); p < size; p++) {
            found.add(new Neighbour(top.number(p), top.score(p), Parts.common(columns(), item, top.number(p))));
        }
        return found;
    }

    @Override protected IntFunction<Evidence> explain(Sparse rows, int row) {
        double[] profile = takeProfile();
        double norm = fillProfile(rows, row, profile);
        Arrays.fill(profile, 0);
        idle.add(profile);
        return item -> explain(rows, row, item, norm);
    }

    private Evidence explain(Sparse rows, int row, int item, double norm) {
        var parts = new ArrayList<Evidence.Part>();
        double score = 0;
        for (int e = rows.start()[row]; norm > 0 && e < rows.start()[row + 1]; e++) {
            int i = rows.column()[e];
            Map<String, Double> common = text.common(i, item);
            if (common.isEmpty()) continue;
            double similarity = common.values().stream().mapToDouble(Double::doubleValue).sorted().sum();
            double contribution = weight(rows.value()[e]) * similarity / norm;
            score += contribution;
            parts.add(new Evidence.Part(Evidence.Kind.ITEM, i, contribution, 0, similarity, Parts.common(columns(), i, item), telling(common)));
        }
        return new Evidence(parts.isEmpty() ? Float.NEGATIVE_INFINITY : (float) score, true, Parts.ranked(parts));
    }

    private static List<String> telling(Map<String, Double> common) {
        return common.entrySet().stream().sorted(Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(TERMS).map(Map.Entry::getKey).toList();
    }

    @Override protected Map<String, String> facts() {
        return Map.of("weights", weighting.name(), "terms", Integer.toString(text.terms().size()));
    }

    @Override protected Map<String, Table> parts() {
        Sparse w = text.weights();
        return Map.of("text.terms", Bundle.ids(new shelfwise.data.Ids(text.terms())), "text.start", Bundle.ints(w.start()), "text.term", Bundle.ints(w.column()),
                "text.weight", Bundle.floats(w.value()));
    }

    static ContentModel of(Bundle b) {
        Interactions training = Interactions.of(b);
        List<String> terms = List.of(b.texts("text.terms"));
        var weights = new Sparse(training.items().size(), terms.size(), b.ints("text.start"), b.ints("text.term"), b.floats("text.weight"));
        return new ContentModel(b.fact("name"), training, Weights.valueOf(b.fact("weights")), new TermMatrix(terms, weights));
    }
}
