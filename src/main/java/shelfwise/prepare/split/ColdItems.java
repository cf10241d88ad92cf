package shelfwise.prepare.split;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import shelfwise.data.Interactions;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;

/** Some items are held out of training as a whole, as if they were new: can models find users for what nobody took yet (Schein et al. 2002)? */
public final class ColdItems implements Operator.Transform<ColdItems.Setup> {
    /**
     * @param itemShare       share of the items in the test
     * @param validationItems share of the items in the validation; 0 for none
     * @param fewestEvents    items with fewer events are never held out
     * @param seed            of the draw
     */
    public record Setup(@Between(min = 0.001, max = 0.9) double itemShare, @Between(min = 0, max = 0.9) double validationItems,
            @Between(min = 1, max = 10_000) int fewestEvents, @Between(min = Long.MIN_VALUE, max = Long.MAX_VALUE) long seed) {
        public Setup {
            Settings.check(Setup.class, itemShare, validationItems, fewestEvents, seed);
        }
    }

    @Override public String id() {
        return "split.cold-items";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(0.1, 0, 1, 1);
    }

    @Override public List<Port> inputs() {
        return Parts.INPUTS;
    }

    @Override public List<Port> outputs() {
        return Parts.OUTPUTS;
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        Interactions all = in.one("interactions", Interactions.class);
        context.progress().at(0, 1);
        int[] count = new int[all.items().size()];
        for (int i : all.item()) count[i]++;
        int[] able = IntStream.range(0, count.length).filter(i -> count[i] >= settings.fewestEvents()).toArray();
        int test = Math.min(able.length, (int) Math.ceil(settings.itemShare() * able.length - 1e-9));
        int validation = Math.min(able.length - test, (int) (settings.validationItems() * able.length + 1e-9));
        Parts.shuffle(able, test + validation, new SplittableRandom(settings.seed()));
        byte[] of = new byte[count.length], part = new byte[all.size()];
        for (int k = 0; k < test + validation; k++) of[able[k]] = k < test ? Parts.TEST : Parts.VALIDATION;
        for (int e = 0; e < part.length; e++) part[e] = of[all.item()[e]];
        return Parts.split(all, part, "cold-items", context);
    }
}
