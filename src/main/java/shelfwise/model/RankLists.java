package shelfwise.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Ids;
import shelfwise.data.Lists;
import shelfwise.data.Split;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Bound;
import shelfwise.pipeline.Bounds;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volume;
import shelfwise.pipeline.Volumes;

/** Makes the top-N list of every user, or of those who are tested if a split is linked. */
public final class RankLists implements Operator.Transform<RankLists.Setup> {
    private static final int BLOCK = 16;
    /** Of a kept row of a list, of an id, and of an item while lists are made on several threads. */
    private static final int ROW_BYTES = 24, ID_BYTES = 32, SCORING_BYTES = 1024;

    /**
     * @param n           rows of a list
     * @param excludeSeen whether items the user had in training are left out
     * @param users       lists of the first so many users; 0 for all
     */
    public record Setup(@Between(min = 1, max = 10_000) int n, boolean excludeSeen, @Between(min = 0, max = 1e9) int users) {
        public Setup {
            Settings.check(Setup.class, n, excludeSeen, users);
        }
    }

    @Override public String id() {
        return "lists.top-n";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(10, true, 0);
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("model", PortType.MODEL), Port.maybe("split", PortType.SPLIT));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("lists", PortType.LISTS));
    }

    /** The lists, beside what scores them: a line of all items for each user at work. */
    @Override public long memory(Setup settings, Volumes in) {
        Volume model = in.at("model");
        return 2 * lists(settings, model, in.at("split").users()) + model.items() * SCORING_BYTES;
    }

    @Override public Map<String, Bound> most(Setup settings, Bounds in) {
        long users = in.at("split").map(s -> s.most().users()).orElse(0L);
        return in.at("model").map(Bound::most).map(m -> Map.of("lists", Bound.of(new Volume(asked(settings, m, users), asked(settings, m, users), m.items(), lists(settings, m, users))))).orElse(Map.of());
    }

    private static long asked(Setup s, Volume model, long users) {
        long all = Math.max(users, model.users());
        return s.users() == 0 ? all : Math.min(s.users(), all);
    }

    private static long lists(Setup s, Volume model, long users) {
        return asked(s, model, users) * (Math.min(s.n(), model.items()) * ROW_BYTES + ID_BYTES) + model.items() * ID_BYTES;
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        Recommender model = in.one("model", Recommender.class);
        return Values.of("lists", lists(model, in.find("split", Split.class).orElse(null), settings, Workers.all(), context.progress()));
    }

    /**
     * The lists of the model's users in the order of its ids, or of the users with events in the split's test part.
     *
     * @throws shelfwise.base.ProblemException if the rows would not fit into one table
     */
    public static Lists lists(Recommender model, @Nullable Split split, Setup s, Workers workers, Progress progress) {
        int[] users = chosen(model, split, s.users());
        if ((long) users.length * s.n() > Integer.MAX_VALUE - 16) throw Problem.of("model.too-many-rows", model.name(), users.length, s.n()).asException();
        int[] item = new int[users.length * s.n()], fallback = new int[item.length], count = new int[users.length];
        float[] score = new float[item.length];
        var recommendations = new Recommendations(model);
        workers.each(users.length, BLOCK, progress, () -> recommendations.finder(s.n(), s.excludeSeen()), (finder, from, to) ->
                recommendations.forUsers(users, from, to, s.n(), s.excludeSeen(), finder, (u, list) -> {
                    int at = u * s.n();
                    for (Recommendations.Row row : list) {
                        item[at] = row.item();
                        score[at] = row.score();
                        fallback[at++] = row.fallback() == Recommendations.Fallback.NONE ? 0 : 1;
                    }
                    count[u] = at - u * s.n();
                }));
        return joined(model, users, count, new Rows(item, score, fallback));
    }

    private record Rows(int[] item, float[] score, int[] fallback) { }

    private static Lists joined(Recommender model, int[] users, int[] count, Rows rows) {
        int[] start = new int[users.length + 1];
        int n = users.length == 0 ? 0 : rows.item.length / users.length;
        for (int u = 0; u < users.length; u++) {
            start[u + 1] = start[u] + count[u];
            System.arraycopy(rows.item, u * n, rows.item, start[u], count[u]);
            System.arraycopy(rows.score, u * n, rows.score, start[u], count[u]);
            System.arraycopy(rows.fallback, u * n, rows.fallback, start[u], count[u]);
        }
        int all = start[users.length];
        var ids = new ArrayList<String>();
        for (int u : users) ids.add(model.users().id(u));
        return new Lists(model.name(), new Ids(ids), model.items(), start, Arrays.copyOf(rows.item, all), Arrays.copyOf(rows.score, all), Arrays.copyOf(rows.fallback, all));
    }

    private static int[] chosen(Recommender model, @Nullable Split split, int limit) {
        boolean[] wanted = new boolean[model.users().size()];
        if (split == null) Arrays.fill(wanted, true);
        else {
            for (int u : split.test().user()) {
                int user = model.users().number(split.users().id(u));
                if (user >= 0) wanted[user] = true;
            }
        }
        int[] users = new int[wanted.length];
        int n = 0;
        for (int u = 0; u < wanted.length && (limit == 0 || n < limit); u++) if (wanted[u]) users[n++] = u;
        return Arrays.copyOf(users, n);
    }
}
