package shelfwise.model.rerank;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import shelfwise.data.Interactions;
import shelfwise.data.Table;
import shelfwise.model.Asked;
import shelfwise.model.CombinedModel;
import shelfwise.model.Evidence;
import shelfwise.model.Parts;
import shelfwise.model.Recommender;
import shelfwise.model.TopN;

/**
 * A base model's best items in another order. The p-th place has the p-th best of the base scores of the pool, made a little smaller where
 * it would not be less than the place before, so that scores stay on the base model's scale and hold the order. Items behind the pool keep
 * their base score, below the pool's last. Seen items keep their base score unless they are in the pool.
 *
 * <p>Evidence: the parts of the base model, the change of the score as a rule part that tells from which place to which the item moved, and
 * what else was done to it with a contribution of 0. Additive if the base model is. Its components are those of the base model.
 */
abstract class RerankModel extends CombinedModel {
    private static final float NOTHING = Float.NEGATIVE_INFINITY;
    private final Recommender base;
    private final Reach reach;

    RerankModel(String name, Interactions training, Recommender base, Reach reach) {
        super(name, training, List.of(base));
        this.base = base;
        this.reach = reach;
    }

    /** Those of the base model, so that its evidence keeps its meaning. */
    @Override public final List<Recommender> components() {
        return base.components();
    }

    final Reach reach() {
        return reach;
    }

    /** The new order of the pool for one user. */
    abstract Arrangement arrange(Asked asked, Pool pool);

    /** Key of the text that tells why an item moved from place {0} to {1}. */
    abstract String moved();

    /** Adds items to the pool whatever their score; most models add none. */
    void addTo(BitSet pool) { }

    @Override protected final void combine(Asked asked, float[] scores) {
        asked.score(0, scores);
        Pool pool = pool(asked, scores);
        place(asked, pool, arrange(asked, pool), scores);
    }

    private Pool pool(Asked asked, float[] scores) {
        float[] fresh = scratch();
        System.arraycopy(scores, 0, fresh, 0, scores.length);
        var out = new BitSet();
        withhold(asked, out);
        if (reach.excludeSeen()) for (int i : asked.seen()) out.set(i);
        for (int i = 0; i < fresh.length; i++) if (out.get(i) || !offers(i)) fresh[i] = NOTHING;
        var top = new TopN(Math.min(reach.pool(), fresh.length));
        var extra = new BitSet();
        addTo(extra);
        extra.andNot(out);
        int n = top.select(fresh);
        for (int p = 0; p < n; p++) extra.clear(top.number(p));
        int[] item = IntStream.concat(IntStream.range(0, n).map(top::number), extra.stream().filter(this::offers)).toArray();
        float[] score = new float[item.length];
        for (int p = 0; p < item.length; p++) score[p] = p < n ? scores[item[p]] : NOTHING; // behind the others, whatever the model says
        done(fresh);
        return new Pool(item, score);
    }

    /** Gives the items of the pool the scores of their new places, and keeps the others that are new below. */
    private void place(Asked asked, Pool pool, Arrangement arrangement, float[] scores) {
        if (pool.size() == 0) return;
        float[] of = placeScores(pool);
        float below = Math.nextDown(of[of.length - 1]);
        BitSet kept = reach.excludeSeen() ? asked.seenItems() : new BitSet();
        for (int i : pool.item()) kept.set(i);
        float lowest = pool.score()[0];
        for (float s : pool.score()) if (s > NOTHING) lowest = Math.min(lowest, s);
        for (int i = 0; i < scores.length; i++) if (!kept.get(i) && scores[i] > NOTHING && scores[i] <= lowest) scores[i] = Math.min(scores[i], below);
        for (int p = 0; p < of.length; p++) scores[pool.item()[arrangement.order()[p]]] = of[p];
    }

    private static float[] placeScores(Pool pool) {
        float[] of = new float[pool.size()];
        for (int p = 0; p < of.length; p++) {
            float base = pool.score()[p] == NOTHING ? p == 0 ? 0 : of[p - 1] : pool.score()[p];
            of[p] = p == 0 ? base : Math.min(base, Math.nextDown(of[p - 1]));
        }
        return of;
    }

    @Override protected final IntFunction<Evidence> explain(Asked asked) {
        float[] before = new float[items().size()], after;
        asked.score(0, before);
        Pool pool = pool(asked, before);
        Arrangement arrangement = arrange(asked, pool);
        after = before.clone();
        place(asked, pool, arrangement, after);
        return item -> explain(asked, new Change(before[item], after[item]), pool, arrangement, item);
    }

    private record Change(float before, float after) { }

    private Evidence explain(Asked asked, Change change, Pool pool, Arrangement arrangement, int item) {
        if (change.after() == NOTHING) return new Evidence(NOTHING, false, List.of());
        boolean silent = change.before() == NOTHING;
        Evidence of = silent ? new Evidence(0, true, List.of()) : base.evidence(asked.history(), item);
        var parts = new ArrayList<>(of.parts());
        double moved = silent ? change.after() : (double) change.after() - change.before();
        int from = place(pool.item(), item), to = from < 0 ? -1 : place(arrangement.order(), from), rules = parts.size();
        if (from >= 0 && from != to) parts.add(rule(rules++, moved, List.of(moved(), Integer.toString(from + 1), Integer.toString(to + 1))));
        else if (moved != 0) parts.add(rule(rules++, moved, List.of("rerank.why.score")));
        if (from >= 0) for (List<String> note : arrangement.notes().apply(from)) parts.add(rule(rules++, 0, note));
        return new Evidence(change.after(), of.additive(), Parts.ranked(parts));
    }

    private static int place(int[] all, int wanted) {
        for (int p = 0; p < all.length; p++) if (all[p] == wanted) return p;
        return -1;
    }

    private static Evidence.Part rule(int number, double contribution, List<String> terms) {
        return new Evidence.Part(Evidence.Kind.RULE, number, contribution, 0, Double.NaN, -1, terms);
    }

}
