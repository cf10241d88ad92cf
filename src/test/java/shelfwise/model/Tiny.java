package shelfwise.model;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Progress;
import shelfwise.data.Catalogue;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Ids;
import shelfwise.data.Interactions;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Split;
import shelfwise.data.TableBuilder;
import shelfwise.data.TextCells;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Values;

/** Data small enough to work with by hand. Users are u0, u1, …, items i0, i1, … */
public final class Tiny {
    private Tiny() { }

    /** Events of weight 1 in the order given, each {user, item}; one a millisecond. */
    public static Interactions events(int users, int items, int[]... pairs) {
        float[] weight = new float[pairs.length];
        Arrays.fill(weight, 1);
        return weighted(users, items, weight, pairs);
    }

    /** Events with these weights. */
    public static Interactions weighted(int users, int items, float[] weight, int[]... pairs) {
        int[] user = Arrays.stream(pairs).mapToInt(p -> p[0]).toArray(), item = Arrays.stream(pairs).mapToInt(p -> p[1]).toArray();
        return new Interactions(ids("u", users), ids("i", items), user, item, IntStream.range(0, pairs.length).asLongStream().toArray(), weight, true);
    }

    /** A matrix as it is drawn: users x items, 'x' where there is an event. */
    public static Interactions drawn(String... rows) {
        int[][] pairs = IntStream.range(0, rows.length).boxed()
                .flatMap(u -> IntStream.range(0, rows[u].length()).filter(i -> rows[u].charAt(i) == 'x').mapToObj(i -> new int[] {u, i})).toArray(int[][]::new);
        return events(rows.length, rows[0].length(), pairs);
    }

    public static Ids ids(String prefix, int n) {
        return new Ids(IntStream.range(0, n).mapToObj(k -> prefix + k).toList());
    }

    /** Items i0, i1, … with these categories in a column "group"; blank for none. */
    public static Catalogue categories(String... categories) {
        var schema = Schema.of(new Field("group", ColumnType.TEXT, Role.CATEGORY));
        return new Catalogue(ids("i", categories.length), TableBuilder.of(schema, TextCells.of(categories)));
    }

    /** For models with no others inside. */
    public static final Operator.Restorer NO_OTHERS = (operator, bundle) -> {
        throw new IllegalArgumentException(operator);
    };

    /** Training data with nothing to test. */
    public static Split split(Interactions train) {
        return split(train, train.pick(new int[0]));
    }

    public static Split split(Interactions train, Interactions test) {
        return new Split(train, train.pick(new int[0]), test, "leave-last-out");
    }

    public static Context context(String node) {
        return context(node, Progress.NONE);
    }

    public static Context context(String node, Progress progress) {
        return new Context(progress, (asset, version) -> {
            throw new IllegalArgumentException(asset);
        }, node);
    }

    public static <S extends Record> TrainedModel fit(Operator.Fit<S> operator, @Nullable S setup, Interactions training) {
        return operator.run(setup == null ? operator.defaults() : setup, Values.of("split", split(training)), context(operator.id())).one("model", TrainedModel.class);
    }

    public static float[] scores(Recommender model, int user) {
        float[] scores = new float[model.items().size()];
        model.score(user, scores);
        return scores;
    }

    public static float[] foldedIn(Recommender model, int... history) {
        float[] scores = new float[model.items().size()], weight = new float[history.length];
        Arrays.fill(weight, 1);
        model.score(new History(history, weight), scores);
        return scores;
    }
}
