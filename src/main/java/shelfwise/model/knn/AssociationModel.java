package shelfwise.model.knn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.data.Table;
import shelfwise.model.Neighbour;
import shelfwise.model.Parts;
import shelfwise.model.Votes;
import shelfwise.model.VotingModel;
import shelfwise.model.Weights;
import shelfwise.model.Workers;

/**
 * Rules i → j of single items: score(j) = Σ over the different history items i of the rule's measure. With N baskets, n(i) of them with i
 * and c with both: co-occurrence c, confidence c/n(i), lift N·c/(n(i)·n(j)). Additive.
 */
final class AssociationModel extends VotingModel {
    private final Neighbours rules;

    private AssociationModel(String name, Interactions training, Neighbours rules) {
        super(name, training, Weights.BINARY, Votes.of(rules.asMatrix()));
        this.rules = rules;
    }

    /** @throws shelfwise.base.ProblemException if baskets are visits and the events have no time */
    static AssociationModel fit(String name, Interactions training, FitAssociation.Setup s, Workers workers, Progress progress) {
        progress.at(0, training.size());
        if (training.size() == 0) throw Problem.of("model.no-events", name).asException();
        Sparse items = Baskets.of(training, s, name).transpose();
        Neighbours all = Neighbours.of(new RowMeasure(items, s.likeness(), false, name), s.neighbours(), name, workers, progress);
        return new AssociationModel(name, training, s.confidence() > 0 ? confident(all, items, s.confidence()) : all);
    }

    private static Neighbours confident(Neighbours all, Sparse items, double least) {
        int[] start = new int[all.start().length], number = new int[all.number().length], support = new int[number.length];
        float[] similarity = new float[number.length];
        int n = 0;
        for (int i = 0; i < items.rows(); i++) {
            for (int e = all.start()[i]; e < all.start()[i + 1]; e++) {
                if (all.support()[e] < least * items.count(i)) continue;
                number[n] = all.number()[e];
                similarity[n] = all.similarity()[e];
                support[n++] = all.support()[e];
            }
            start[i + 1] = n;
        }
        return new Neighbours(start, java.util.Arrays.copyOf(number, n), java.util.Arrays.copyOf(similarity, n), java.util.Arrays.copyOf(support, n));
    }

    @Override public String operator() {
        return "model.association";
    }

    /** The strongest rules that were kept; support is users in common, as in all models, not baskets. */
    @Override public List<Neighbour> similar(int item, int n) {
        var found = new ArrayList<Neighbour>();
        for (Neighbour rule : rules.first(item, n)) found.add(new Neighbour(rule.number(), rule.similarity(), Parts.common(columns(), item, rule.number())));
        return found;
    }

    @Override protected Map<String, String> facts() {
        return Map.of();
    }

    @Override protected Map<String, Table> parts() {
        return rules.parts();
    }

    static AssociationModel of(Bundle b) {
        return new AssociationModel(b.fact("name"), Interactions.of(b), Neighbours.of(b));
    }
}
