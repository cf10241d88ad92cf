package shelfwise.prepare.split;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import shelfwise.base.Checks;
import shelfwise.data.Histories;
import shelfwise.data.Interactions;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;

/**
 * Some users are held out of training as a whole: models get to know them by their earlier events and are judged by their later ones, as
 * with new customers (strong generalisation: Marlin 2004; Liang, Krishnan, Hoffman, Jebara 2018).
 */
public final class UserHoldout implements Operator.Transform<UserHoldout.Setup> {
    /**
     * @param testUsers       share of the users in the test
     * @param validationUsers share of the users in the validation; 0 for none
     * @param judgedShare     of such a user's events, the latest ones, that models are judged by, at least one; the others make them known
     * @param fewestEvents    users with fewer events are never held out
     * @param seed            of the draw
     */
    public record Setup(@Between(min = 0.001, max = 0.9) double testUsers, @Between(min = 0, max = 0.9) double validationUsers,
            @Between(min = 0.01, max = 0.99) double judgedShare, @Between(min = 2, max = 10_000) int fewestEvents,
            @Between(min = Long.MIN_VALUE, max = Long.MAX_VALUE) long seed) {
        public Setup {
            Settings.check(Setup.class, testUsers, validationUsers, judgedShare, fewestEvents, seed);
            Checks.that(testUsers + validationUsers < 1, "testUsers and validationUsers must leave users to learn from");
        }
    }

    @Override public String id() {
        return "split.user-holdout";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(0.1, 0, 0.2, 5, 1);
    }

    @Override public List<Port> inputs() {
        return Parts.INPUTS;
    }

    @Override public List<Port> outputs() {
        return Parts.OUTPUTS;
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        Interactions all = in.one("interactions", Interactions.class);
        Histories histories = all.histories();
        int[] able = IntStream.range(0, all.users().size()).filter(u -> histories.count(u) >= settings.fewestEvents()).toArray();
        int test = share(settings.testUsers(), able.length), validation = share(settings.validationUsers(), able.length);
        Parts.shuffle(able, test + validation, new SplittableRandom(settings.seed()));
        byte[] part = new byte[all.size()];
        for (int k = 0; k < test + validation; k++) {
            if ((k & 0xFFFF) == 0) context.progress().at(k, able.length);
            int from = histories.start()[able[k]], to = histories.start()[able[k] + 1];
            int judged = Math.clamp((int) (settings.judgedShare() * (to - from) + 1e-9), 1, to - from - 1);
            for (int e = from; e < to; e++) part[histories.event()[e]] = e < to - judged ? Parts.FOLD_IN : k < test ? Parts.TEST : Parts.VALIDATION;
        }
        return Parts.split(all, part, "user-holdout", context);
    }

    /** At least one where a share is asked for. */
    private static int share(double share, int users) {
        return share == 0 || users == 0 ? 0 : Math.max(1, (int) (share * users + 1e-9));
    }
}
