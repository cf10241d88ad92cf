package shelfwise.model;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Checks;
import shelfwise.base.Problem;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.data.Table;

/**
 * A model's name and training data, and how both are kept with what it learned: the bundle holds the training data under the part names of
 * {@link Interactions#toBundle()}, so that the store keeps them once for all models trained on them.
 */
abstract class BundledModel implements Recommender {
    private final String name;
    private final Interactions training;
    private volatile @Nullable String hash;

    /** @throws shelfwise.base.ProblemException if there are no events */
    BundledModel(String name, Interactions training) {
        this.name = Checks.notBlank("name", name);
        this.training = training;
        if (training.size() == 0) throw Problem.of("model.no-events", name).asException();
    }

    @Override public final String name() {
        return name;
    }

    @Override public final Interactions training() {
        return training;
    }

    /** Settings that {@code restore} needs. */
    protected abstract Map<String, String> facts();

    /** What was learned, by names that training data do not use. */
    protected abstract Map<String, Table> parts();

    /** Adds the models that this one is made of. */
    void addComponents(Map<String, String> facts, Map<String, Table> parts) { }

    protected final void checkLength(float[] scores) {
        Checks.that(scores.length == items().size(), "scores has " + scores.length + " places for " + items().size() + " items");
    }

    @Override public final String hash() {
        String known = hash;
        if (known == null) hash = known = toBundle().hash();
        return known;
    }

    @Override public final Bundle toBundle() {
        Bundle trained = training.toBundle();
        var facts = new HashMap<>(trained.facts());
        var parts = new HashMap<>(trained.parts());
        facts.put("name", name);
        addComponents(facts, parts);
        facts.putAll(facts());
        parts.putAll(parts());
        return new Bundle(facts, parts);
    }
}
