package shelfwise.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import shelfwise.base.Checks;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;

/**
 * The lists of one model, filled up with popular items where the model has too little to say, each such row labelled. Always n rows,
 * or all items that are not left out if there are fewer. Made once for a model and asked often, by several threads if need be.
 */
public final class Recommendations {
    /** Why a row is there without a word of the model. */
    public enum Fallback {
        /** None: the model scored it. */
        NONE,
        /** The model knows nothing of this user. */
        UNKNOWN_USER,
        /** The user has no events in the training data, or the history is empty. */
        NO_EVENTS,
        /** The model had too little to say for this user. */
        FILLED_UP
    }

    /**
     * @param item  number among the model's items
     * @param score the model's; for a fallback the item's users as a share of all users, which can't be compared with the model's scores
     */
    public record Row(int item, float score, Fallback fallback) { }

    private final Recommender model;
    private final Sparse seen;
    private final Popular popular;

    public Recommendations(Recommender model) {
        this.model = model;
        Interactions training = model.training();
        seen = model instanceof TrainedModel trained ? trained.matrix() : training.matrix();
        popular = Popular.of(seen);
    }

    /** One list of a model that is asked once. */
    public static List<Row> forUser(Recommender model, String userId, int n, boolean excludeSeen) {
        return new Recommendations(model).forUser(userId, n, excludeSeen);
    }

    /** One list of a model that is asked once. */
    public static List<Row> forHistory(Recommender model, History history, int n, boolean excludeSeen) {
        return new Recommendations(model).forHistory(history, n, excludeSeen);
    }

    /** The list of a user by id; popular items for one whom the model does not know. */
    public List<Row> forUser(String userId, int n, boolean excludeSeen) {
        int user = model.users().number(userId);
        return user < 0 ? popular(new BitSet(), n, Fallback.UNKNOWN_USER) : forUser(user, excludeSeen, scratch(n));
    }

    /** The list of somebody known only by these events. */
    public List<Row> forHistory(History history, int n, boolean excludeSeen) {
        var taken = new BitSet();
        if (excludeSeen) for (int i : history.item()) taken.set(i);
        if (history.item().length == 0) return popular(taken, n, Fallback.NO_EVENTS);
        Scratch s = scratch(n);
        model.score(history, s.scores);
        return rows(s, taken, Fallback.FILLED_UP);
    }

    /** One thread's arrays for lists of {@code n} rows. */
    static final class Scratch {
        private final int n;
        private final float[] scores;
        private final TopN top;

        private Scratch(int n, int items) {
            this.n = Checks.inRange("n", n, 1, 100_000);
            scores = new float[items];
            top = new TopN(Math.min(n, Math.max(1, items)));
        }
    }

    Scratch scratch(int n) {
        return new Scratch(n, model.items().size());
    }

    List<Row> forUser(int user, boolean excludeSeen, Scratch s) {
        var taken = new BitSet();
        if (excludeSeen) for (int e = seen.start()[user]; e < seen.start()[user + 1]; e++) taken.set(seen.column()[e]);
        if (seen.count(user) == 0) return popular(taken, s.n, Fallback.NO_EVENTS);
        model.score(user, s.scores);
        return rows(s, taken, Fallback.FILLED_UP);
    }

    private List<Row> rows(Scratch s, BitSet taken, Fallback reason) {
        for (int i = taken.nextSetBit(0); i >= 0; i = taken.nextSetBit(i + 1)) s.scores[i] = Float.NEGATIVE_INFINITY;
        int found = s.top.select(s.scores);
        var rows = new ArrayList<Row>(s.n);
        for (int p = 0; p < found; p++) {
            rows.add(new Row(s.top.number(p), s.top.score(p), Fallback.NONE));
            taken.set(s.top.number(p));
        }
        if (found < s.n) rows.addAll(popular(taken, s.n - found, reason));
        return rows;
    }

    private List<Row> popular(BitSet taken, int n, Fallback reason) {
        var rows = new ArrayList<Row>();
        for (int k = 0; k < popular.order().length && rows.size() < n; k++) {
            int item = popular.order()[k];
            if (!taken.get(item) && model.offers(item)) rows.add(new Row(item, popular.share()[item], reason));
        }
        return rows;
    }
}
