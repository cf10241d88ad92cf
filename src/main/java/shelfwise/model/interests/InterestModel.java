package shelfwise.model.interests;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.data.Table;
import shelfwise.model.Evidence;
import shelfwise.model.History;
import shelfwise.model.Interest;
import shelfwise.model.InterestTeller;
import shelfwise.model.Parts;
import shelfwise.model.vectors.DenseSpace;
import shelfwise.model.vectors.SpaceModel;
import shelfwise.model.vectors.Taste;

/**
 * score(u,j) = Σ over the interests c of u of a(u,c) · max(0, cos(v(j), p(u,c))): a(u,c) is the share of the history that belongs to c, of
 * the m largest, which add up to 1, and p(u,c) the mean vector of what u took for c, so that two users of one interest may get different
 * items of it (as in Pal, Eksombatchai, Zhou, Zhao, Rosenberg, Leskovec 2020, with interests common to all users, so that they have
 * names). Additive over interests. Silent on items without a vector, and on those near to no interest.
 */
final class InterestModel extends SpaceModel implements InterestTeller {
    private final DenseSpace vectors;
    /** items x interests. */
    private final Sparse membership;
    private final List<List<String>> names;

    InterestModel(String name, Interactions training, DenseSpace vectors, Taste taste, Sparse membership, List<List<String>> names) {
        super(name, training, vectors, taste);
        this.vectors = vectors;
        this.membership = membership;
        this.names = names;
    }

    /** An interest of one user. @param profile of length 1 */
    private record Held(int number, double weight, double[] profile) { }

    @Override public String operator() {
        return "model.interests";
    }

    /** Largest first. */
    private List<Held> held(Sparse rows, int row) {
        double[] weight = new double[membership.columns()];
        for (int e = rows.start()[row]; e < rows.start()[row + 1]; e++) {
            int i = rows.column()[e];
            for (int m = membership.start()[i]; m < membership.start()[i + 1]; m++) weight[membership.column()[m]] += taste().weight(rows.value()[e]) * membership.value()[m];
        }
        int[] largest = IntStream.range(0, weight.length).filter(c -> weight[c] > 0).boxed().sorted(Comparator.comparingDouble((Integer c) -> -weight[c]))
                .limit(taste().interests()).mapToInt(Integer::intValue).toArray();
        double all = 0;
        for (int c : largest) all += weight[c];
        var held = new ArrayList<Held>();
        for (int c : largest) held.add(new Held(c, weight[c] / all, profile(rows, row, c)));
        return held;
    }

    /** All zeros where opposite vectors cancel out. */
    private double[] profile(Sparse rows, int row, int interest) {
        double[] profile = new double[vectors.dimensions()];
        for (int e = rows.start()[row]; e < rows.start()[row + 1]; e++) {
            float part = membership.at(rows.column()[e], interest);
            if (part > 0) vectors.add(rows.column()[e], part * taste().weight(rows.value()[e]), profile);
        }
        double squares = 0;
        for (double p : profile) squares += p * p;
        for (int f = 0; squares > 0 && f < profile.length; f++) profile[f] /= Math.sqrt(squares);
        return profile;
    }

    @Override protected void scoreRow(Sparse rows, int row, float[] scores) {
        java.util.Arrays.fill(scores, 0);
        float[] line = new float[scores.length];
        for (Held h : held(rows, row)) {
            vectors.score(h.profile(), 1, line);
            for (int i = 0; i < scores.length; i++) scores[i] += (float) h.weight() * Math.max(0, line[i]);
        }
        Parts.silenceZeros(scores);
    }

    @Override protected IntFunction<Evidence> explain(Sparse rows, int row) {
        List<Held> held = held(rows, row);
        return item -> {
            var parts = new ArrayList<Evidence.Part>();
            double score = 0;
            double[] vector = vectors.vector(item);
            for (Held h : held) {
                double cosine = 0;
                for (int f = 0; f < vector.length; f++) cosine += vector[f] * h.profile()[f];
                if (!(cosine > 0)) continue;
                score += h.weight() * cosine;
                parts.add(new Evidence.Part(Evidence.Kind.INTEREST, h.number(), h.weight() * cosine, 0, cosine, -1, names.get(h.number())));
            }
            return new Evidence(parts.isEmpty() ? Float.NEGATIVE_INFINITY : (float) score, true, Parts.ranked(parts));
        };
    }

    @Override public List<Interest> interests(History history) {
        Sparse row = taste().aged(history).row(items().size());
        var interests = new ArrayList<Interest>();
        for (Held h : held(row, 0)) {
            List<Integer> behind = IntStream.range(0, row.entries()).filter(e -> membership.at(row.column()[e], h.number()) > 0).boxed()
                    .sorted(Comparator.comparingDouble((Integer e) -> -taste().weight(row.value()[e]) * membership.at(row.column()[e], h.number())))
                    .map(e -> row.column()[e]).toList();
            interests.add(new Interest(h.number(), names.get(h.number()), h.weight(), behind));
        }
        return interests;
    }

    @Override protected Map<String, String> facts() {
        var facts = new HashMap<>(taste().facts());
        facts.put("interests.all", Integer.toString(membership.columns()));
        return facts;
    }

    @Override protected Map<String, Table> parts() {
        var parts = new HashMap<>(vectors.parts());
        parts.put("interests.start", Bundle.ints(membership.start()));
        parts.put("interests.number", Bundle.ints(membership.column()));
        parts.put("interests.part", Bundle.floats(membership.value()));
        parts.put("interests.words", Names.words(names));
        parts.put("interests.counts", Names.counts(names));
        return parts;
    }

    static InterestModel of(Bundle b) {
        Interactions training = Interactions.of(b);
        var membership = new Sparse(training.items().size(), Integer.parseInt(b.fact("interests.all")), b.ints("interests.start"), b.ints("interests.number"),
                b.floats("interests.part"));
        return new InterestModel(b.fact("name"), training, DenseSpace.of(b), Taste.of(b), membership, Names.of(b.texts("interests.words"), b.ints("interests.counts")));
    }
}
