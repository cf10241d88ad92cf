package shelfwise.model;

import java.util.BitSet;
import java.util.List;
import shelfwise.data.Sparse;

/** Whom a {@link CombinedModel} is asked about, a known user or somebody known by a history alone, and what its components say of them. */
public final class Asked {
    private static final int NOBODY = -1;
    private final List<Recommender> components;
    private final boolean[] knowsUser;
    private final int user;
    private final History history;
    private final int[] seen;

    private Asked(List<Recommender> components, boolean[] knowsUser, int user, History history, int[] seen) {
        this.components = components;
        this.knowsUser = knowsUser;
        this.user = user;
        this.history = history;
        this.seen = seen;
    }

    /** @param knowsUser which components were trained on the same events, so that they know the user's */
    static Asked user(List<Recommender> components, boolean[] knowsUser, int user, History history, Sparse matrix) {
        return new Asked(components, knowsUser, user, history, java.util.Arrays.copyOfRange(matrix.column(), matrix.start()[user], matrix.start()[user + 1]));
    }

    static Asked history(List<Recommender> components, History history, int items) {
        return new Asked(components, new boolean[components.size()], NOBODY, history, history.row(items).column());
    }

    /** The scores of all items by one component. */
    public void score(int component, float[] scores) {
        if (user != NOBODY && knowsUser[component]) components.get(component).score(user, scores);
        else components.get(component).score(history, scores);
    }

    /** Adds what one component withholds. */
    void withhold(int component, BitSet items) {
        if (user != NOBODY && knowsUser[component]) components.get(component).withhold(user, items);
        else components.get(component).withhold(history, items);
    }

    public History history() {
        return history;
    }

    /** The different items of the history, ascending. */
    public int[] seen() {
        return seen;
    }

    public BitSet seenItems() {
        var items = new BitSet();
        for (int i : seen) items.set(i);
        return items;
    }
}
