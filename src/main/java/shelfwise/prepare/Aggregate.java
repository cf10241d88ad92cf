package shelfwise.prepare;

import java.util.Arrays;
import java.util.List;
import shelfwise.base.Problem;
import shelfwise.data.Histories;
import shelfwise.data.Interactions;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;

/** Makes one event of repeated events of a user with an item, or of one day (in UTC, as times are kept). All users and items stay. */
public final class Aggregate implements Operator.Transform<Aggregate.Setup> {
    private static final long DAY_MILLIS = 86_400_000;

    public enum Per { USER_ITEM, USER_ITEM_DAY }

    /** What becomes of the weights; COUNT: the number of events. */
    public enum Weight { SUM, MAX, LAST, COUNT }

    /** Which event's time and place in the order is kept. */
    public enum Time { FIRST, LAST }

    public record Setup(Per per, Weight weight, Time time) {
        public Setup {
            Settings.check(Setup.class, per, weight, time);
        }
    }

    @Override public String id() {
        return "prepare.aggregate";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(Per.USER_ITEM, Weight.SUM, Time.LAST);
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("interactions", PortType.INTERACTIONS));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("interactions", PortType.INTERACTIONS));
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        Interactions all = in.one("interactions", Interactions.class);
        if (settings.per() == Per.USER_ITEM_DAY && !all.timed()) throw Problem.of("prepare.no-time", context.node()).asException();
        int[] group = new int[all.size()];
        int groups = group(all, settings.per(), group, context);
        double[] weight = new double[groups];
        int[] event = new int[groups];
        Arrays.fill(event, -1);
        for (int e = 0; e < group.length; e++) {
            int g = group[e];
            boolean first = event[g] < 0;
            double w = all.weight()[e];
            weight[g] = switch (settings.weight()) {
                case SUM -> weight[g] + w;
                case MAX -> first ? w : Math.max(weight[g], w);
                case LAST -> w;
                case COUNT -> weight[g] + 1;
            };
            if (first || settings.time() == Time.LAST) event[g] = e;
        }
        return Outcome.interactions(id(), all, merged(all, group, event, weight), context);
    }

    /** Numbers the groups; {@code group} gets each event's. Events of a user come in order of time, so a day's events lie together. */
    private static int group(Interactions all, Per per, int[] group, Context context) {
        Histories histories = all.histories();
        int[] groupOf = new int[all.items().size()];
        long[] dayOf = new long[all.items().size()];
        int groups = 0;
        for (int u = 0; u < all.users().size(); u++) {
            if ((u & 0xFFF) == 0) context.progress().at(u, all.users().size());
            int firstOfUser = groups;
            for (int k = histories.start()[u]; k < histories.start()[u + 1]; k++) {
                int e = histories.event()[k], i = all.item()[e];
                long day = per == Per.USER_ITEM ? 0 : Math.floorDiv(all.time()[e], DAY_MILLIS);
                if (groupOf[i] <= firstOfUser || dayOf[i] != day) groupOf[i] = ++groups;
                dayOf[i] = day;
                group[e] = groupOf[i] - 1;
            }
        }
        return groups;
    }

    private static Interactions merged(Interactions all, int[] group, int[] event, double[] weight) {
        int[] kept = event.clone();
        Arrays.sort(kept);
        Interactions picked = all.pick(kept);
        float[] newWeight = new float[kept.length];
        for (int k = 0; k < kept.length; k++) newWeight[k] = (float) weight[group[kept[k]]];
        return new Interactions(all.users(), all.items(), picked.user(), picked.item(), picked.time(), newWeight, all.timed());
    }
}
