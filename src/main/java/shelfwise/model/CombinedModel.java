package shelfwise.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import shelfwise.base.Problem;
import shelfwise.data.Bundle;
import shelfwise.data.Histories;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.data.Table;
import shelfwise.pipeline.Operator;

/**
 * What models made of other models share: all of the same users and items. Its bundle holds the components' bundles under the names
 * {@code component.K.…} with the operators that make them again. An item that one of its components does not offer is silent and not offered.
 */
public abstract class CombinedModel extends BundledModel {
    private final Sparse matrix;
    private final Histories histories;
    private final List<Recommender> components;
    private final boolean[] knowsUser;
    private final boolean[] offered;
    private final ConcurrentLinkedQueue<float[]> idle = new ConcurrentLinkedQueue<>();

    /** @throws shelfwise.base.ProblemException if there are no events, or a component has other users or items */
    protected CombinedModel(String name, Interactions training, List<Recommender> components) {
        super(name, training);
        this.components = List.copyOf(components);
        for (Recommender c : components) {
            if (!c.users().equals(training.users()) || !c.items().equals(training.items())) throw Problem.of("model.other-ids", name, c.name()).asException();
        }
        matrix = training.matrix();
        histories = training.histories();
        knowsUser = new boolean[components.size()];
        for (int k = 0; k < knowsUser.length; k++) knowsUser[k] = sameEvents(components.get(k).training(), training);
        offered = new boolean[training.items().size()];
        for (int i = 0; i < offered.length; i++) offered[i] = offeredByAll(i);
    }

    private static boolean sameEvents(Interactions a, Interactions b) {
        return a == b || Arrays.equals(a.user(), b.user()) && Arrays.equals(a.item(), b.item()) && Arrays.equals(a.weight(), b.weight());
    }

    private boolean offeredByAll(int item) {
        for (Recommender c : components) if (!c.offers(item)) return false;
        return true;
    }

    @Override public List<Recommender> components() {
        return components;
    }

    /** users x items, CSR; repeated pairs are summed into one. */
    protected final Sparse matrix() {
        return matrix;
    }

    @Override public boolean offers(int item) {
        return offered[item];
    }

    /** What is asked of a known user. */
    public final Asked about(int user) {
        return Asked.user(components, knowsUser, user, History.of(training(), histories, user), matrix);
    }

    @Override public final boolean knows(int user) {
        for (int k = 0; k < knowsUser.length; k++) if (knowsUser[k] && components.get(k).knows(user)) return true;
        return false;
    }

    @Override public final void score(int user, float[] scores) {
        score(about(user), scores);
    }

    @Override public final void score(History history, float[] scores) {
        score(Asked.history(components, history, items().size()), scores);
    }

    private void score(Asked asked, float[] scores) {
        checkLength(scores);
        combine(asked, scores);
        BitSet withheld = withheld(asked);
        for (int i = 0; i < scores.length; i++) if (!offers(i) || withheld.get(i)) scores[i] = Float.NEGATIVE_INFINITY;
    }

    @Override public final void withhold(int user, BitSet items) {
        withhold(about(user), items);
    }

    @Override public final void withhold(History history, BitSet items) {
        withhold(Asked.history(components, history, items().size()), items);
    }

    /** Adds what any component withholds, and in models with rules what these do. */
    protected void withhold(Asked asked, BitSet items) {
        for (int k = 0; k < components.size(); k++) asked.withhold(k, items);
    }

    private BitSet withheld(Asked asked) {
        var items = new BitSet();
        withhold(asked, items);
        return items;
    }

    @Override public Recommendations.Fallback shortage() {
        boolean ruled = components.stream().anyMatch(c -> c.shortage() == Recommendations.Fallback.RULES);
        return ruled ? Recommendations.Fallback.RULES : Recommendations.Fallback.FILLED_UP;
    }

    @Override public final Evidence evidence(History history, int item) {
        return evidence(history, new int[] {item}).getFirst();
    }

    @Override public final List<Evidence> evidence(History history, int[] items) {
        Asked asked = Asked.history(components, history, items().size());
        IntFunction<Evidence> explain = explain(asked);
        BitSet withheld = withheld(asked);
        return IntStream.of(items).mapToObj(i -> offers(i) && !withheld.get(i) ? explain.apply(i) : new Evidence(Float.NEGATIVE_INFINITY, false, List.of())).toList();
    }

    /** Those of the first component that knows any. */
    @Override public List<Neighbour> similar(int item, int n) {
        return components.stream().map(c -> c.similar(item, n)).filter(found -> !found.isEmpty()).findFirst().orElse(List.of());
    }

    /** Fills in the score of every item; those not offered are silenced afterwards. */
    protected abstract void combine(Asked asked, float[] scores);

    /** What gives each item's evidence; for one thread. */
    protected abstract IntFunction<Evidence> explain(Asked asked);

    /** An array for the scores of all items, to be given back by {@link #done}. */
    protected final float[] scratch() {
        float[] used = idle.poll();
        return used == null ? new float[items().size()] : used;
    }

    protected final void done(float[] scratch) {
        idle.add(scratch);
    }

    @Override final void addComponents(Map<String, String> facts, Map<String, Table> parts) {
        facts.put("components", Integer.toString(components.size()));
        for (int k = 0; k < components.size(); k++) {
            String prefix = prefix(k);
            facts.put(prefix + "operator", components.get(k).operator());
            Bundle component = components.get(k).toBundle();
            component.facts().forEach((key, fact) -> facts.put(prefix + "fact." + key, fact));
            component.parts().forEach((key, part) -> parts.put(prefix + "part." + key, part));
        }
    }

    /** The components of a kept model, made again. */
    protected static List<Recommender> components(Bundle b, Operator.Restorer others) {
        var components = new ArrayList<Recommender>();
        for (int k = 0; k < Integer.parseInt(b.fact("components")); k++) {
            var component = new Bundle(under(b.facts(), prefix(k) + "fact."), under(b.parts(), prefix(k) + "part."));
            components.add((Recommender) others.restore(b.fact(prefix(k) + "operator"), component));
        }
        return components;
    }

    private static String prefix(int component) {
        return "component." + component + ".";
    }

    private static <V> Map<String, V> under(Map<String, V> all, String prefix) {
        var found = new HashMap<String, V>();
        all.forEach((key, value) -> {
            if (key.startsWith(prefix)) found.put(key.substring(prefix.length()), value);
        });
        return found;
    }
}
