package shelfwise.model.hybrid;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import shelfwise.data.Sparse;
import shelfwise.model.Asked;

/**
 * The features of one user's candidates, the items that stand in the pool of at least one model: of each model its score, 0 to 1 over the
 * items new to the user, and its place, 1 − ln(rank) / ln(pool + 1), both 0 where it says nothing; the user's activity ln(1 + different
 * items); the item's popularity ln(1 + users). For one thread.
 */
final class Blend {
    static final int PER_MODEL = 2, OTHERS = 2;
    private final int models, pool;
    private final int[] users;
    private final float[][] scores;
    private final Voice.MinMax[] voices;
    private final Voice.Ranks[] ranks;
    private int activity;

    /** @param users how many each item has */
    Blend(int models, int pool, int[] users) {
        this.models = models;
        this.pool = pool;
        this.users = users;
        scores = new float[models][users.length];
        voices = new Voice.MinMax[models];
        ranks = new Voice.Ranks[models];
        for (int k = 0; k < models; k++) {
            voices[k] = new Voice.MinMax();
            ranks[k] = new Voice.Ranks(pool, users.length);
        }
    }

    static int[] usersOf(Sparse matrix) {
        int[] users = new int[matrix.columns()];
        for (int i : matrix.column()) users[i]++;
        return users;
    }

    void hear(Asked asked) {
        BitSet seen = asked.seenItems();
        activity = asked.seen().length;
        for (int k = 0; k < models; k++) {
            asked.score(k, scores[k]);
            voices[k].hear(scores[k], seen);
            ranks[k].of(scores[k], seen);
        }
    }

    boolean candidate(int item) {
        for (int k = 0; k < models; k++) if (ranks[k].rank(scores[k][item]) > 0) return true;
        return false;
    }

    List<Integer> candidates() {
        var all = new ArrayList<Integer>();
        for (int i = 0; i < users.length; i++) if (candidate(i)) all.add(i);
        return all;
    }

    int size() {
        return models * PER_MODEL + OTHERS;
    }

    void features(int item, double[] features) {
        for (int k = 0; k < models; k++) {
            int rank = ranks[k].rank(scores[k][item]);
            features[PER_MODEL * k] = voices[k].value(scores[k][item]);
            features[PER_MODEL * k + 1] = rank == 0 ? 0 : 1 - Math.log(rank) / Math.log(pool + 1.0);
        }
        features[models * PER_MODEL] = Math.log1p(activity);
        features[models * PER_MODEL + 1] = Math.log1p(users[item]);
    }
}
