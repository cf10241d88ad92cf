package shelfwise.model.content;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import shelfwise.data.Sparse;
import shelfwise.model.Parts;
import shelfwise.model.vectors.Space;

/** Items as weighted terms. Nothing is said of items without a term in common. */
final class TermSpace implements Space {
    /** Words told with a part of the evidence. */
    private static final int TERMS = 8;

    private final TermMatrix text;
    private final Sparse vectors;
    /** terms x items: the items of each term. */
    private final Sparse postings;

    TermSpace(TermMatrix text) {
        this.text = text;
        vectors = text.weights();
        postings = vectors.transpose();
    }

    @Override public int dimensions() {
        return postings.rows();
    }

    @Override public boolean knows(int item) {
        return vectors.count(item) > 0;
    }

    @Override public void add(int item, double weight, double[] profile) {
        for (int v = vectors.start()[item]; v < vectors.start()[item + 1]; v++) profile[vectors.column()[v]] += weight * vectors.value()[v];
    }

    @Override public void score(double[] profile, double scale, float[] scores) {
        Arrays.fill(scores, 0);
        for (int t = 0; t < profile.length; t++) if (profile[t] != 0) addTerm(t, (float) (profile[t] * scale), scores);
        Parts.silenceZeros(scores);
    }

    @Override public void cosines(int item, float[] scores) {
        Arrays.fill(scores, 0);
        for (int e = vectors.start()[item]; e < vectors.start()[item + 1]; e++) addTerm(vectors.column()[e], vectors.value()[e], scores);
        Parts.silenceZeros(scores);
    }

    private void addTerm(int term, float weight, float[] scores) {
        int end = postings.start()[term + 1];
        for (int e = postings.start()[term]; e < end; e++) scores[postings.column()[e]] += weight * postings.value()[e];
    }

    @Override public double cosine(int a, int b) {
        return text.cosine(a, b);
    }

    @Override public boolean meets(int item, int other) {
        return text.cosine(item, other) != 0;
    }

    @Override public List<String> common(int a, int b) {
        return text.common(a, b).entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(TERMS).map(Map.Entry::getKey).toList();
    }
}
