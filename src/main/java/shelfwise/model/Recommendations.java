package shelfwise.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
        FILLED_UP,
        /** The model had too little to say for this user, and rules took away some of it. */
        RULES
    }

    /**
     * @param item  number among the model's items
     * @param score the model's; for a fallback mostly the item's users as a share of all users, which can't be compared with the model's scores
     */
    public record Row(int item, float score, Fallback fallback) { }

    private static final History NOTHING = new History(new int[0], new float[0]);
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
        if (user < 0) return rows(NOTHING, new BitSet(), n, Fallback.UNKNOWN_USER);
        var made = new ArrayList<Row>();
        forUsers(new int[] {user}, 0, 1, n, excludeSeen, finder(n, excludeSeen), (_, rows) -> made.addAll(rows));
        return made;
    }

    /** The list of somebody known only by these events. */
    public List<Row> forHistory(History history, int n, boolean excludeSeen) {
        var taken = new BitSet();
        if (excludeSeen) for (int i : history.item()) taken.set(i);
        return rows(history, taken, n, history.item().length == 0 ? Fallback.NO_EVENTS : model.shortage());
    }

    /** What the model says of a history, filled up for {@code reason}. Of one without events most models say nothing, and what they say is labelled too. */
    private List<Row> rows(History history, BitSet taken, int n, Fallback reason) {
        float[] scores = new float[model.items().size()];
        model.score(history, scores);
        model.withhold(history, taken);
        for (int i = taken.nextSetBit(0); i >= 0; i = taken.nextSetBit(i + 1)) scores[i] = Float.NEGATIVE_INFINITY;
        var list = new TopN(Math.min(Checks.inRange("n", n, 1, 100_000), Math.max(1, scores.length)));
        List<Row> rows = rows(list, list.select(scores), n, () -> taken, reason);
        return history.item().length > 0 ? rows : rows.stream().map(r -> new Row(r.item(), r.score(), reason)).toList();
    }

    /** Gets a user's rows. */
    @FunctionalInterface
    interface Made {
        /** @param place of the user among those asked for */
        void at(int place, List<Row> rows);
    }

    /** What finds the lists of {@code n} rows of many users; for one thread. */
    BestItems finder(int n, boolean excludeSeen) {
        return new BestItems(model, Checks.inRange("n", n, 1, 100_000), excludeSeen ? seen : null, _ -> Optional.empty());
    }

    /** The lists of {@code users[from]} to {@code users[to - 1]}, as {@code finder} finds and popular items fill them. */
    void forUsers(int[] users, int from, int to, int n, boolean excludeSeen, BestItems finder, Made made) {
        finder.find(users, from, to, (place, list) -> {
            int user = users[place];
            if (seen.count(user) == 0 && !model.knows(user)) made.at(place, rows(NOTHING, taken(user, excludeSeen), n, Fallback.NO_EVENTS));
            else made.at(place, rows(list, list.size(), n, () -> taken(user, excludeSeen), model.shortage()));
        });
    }

    private BitSet taken(int user, boolean excludeSeen) {
        var taken = new BitSet();
        if (excludeSeen) for (int e = seen.start()[user]; e < seen.start()[user + 1]; e++) taken.set(seen.column()[e]);
        model.withhold(user, taken);
        return taken;
    }

    private List<Row> rows(TopN list, int found, int n, Supplier<BitSet> seenItems, Fallback reason) {
        var rows = new ArrayList<Row>(n);
        for (int p = 0; p < found; p++) rows.add(new Row(list.number(p), list.score(p), Fallback.NONE));
        if (found == n) return rows;
        BitSet taken = seenItems.get();
        for (int p = 0; p < found; p++) taken.set(list.number(p));
        rows.addAll(popular(taken, n - found, reason));
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
