package shelfwise.prepare.split;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import shelfwise.base.Problem;
import shelfwise.data.Interactions;
import shelfwise.data.Split;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Values;

/** What all splits share: their ports, and making a split from one mark an event. */
final class Parts {
    static final byte TRAIN = 0, VALIDATION = 1, TEST = 2, LEFT_OUT = 3, FOLD_IN = 4;
    static final List<Port> INPUTS = List.of(Port.one("interactions", PortType.INTERACTIONS));
    static final List<Port> OUTPUTS = List.of(Port.one("split", PortType.SPLIT));

    private Parts() { }

    /** @throws shelfwise.base.ProblemException if there is nothing to learn from or nothing to judge by */
    static Values split(Interactions all, byte[] part, String method, Context context) {
        Interactions train = pick(all, part, TRAIN), test = pick(all, part, TEST);
        if (train.size() == 0) throw Problem.of("prepare.split-without-train", context.node()).asException();
        if (test.size() == 0) throw Problem.of("prepare.split-without-test", context.node()).asException();
        context.progress().check();
        return Values.of("split", new Split(train, pick(all, part, VALIDATION), test, pick(all, part, FOLD_IN), method));
    }

    private static Interactions pick(Interactions all, byte[] part, byte which) {
        return all.pick(IntStream.range(0, part.length).filter(e -> part[e] == which).toArray());
    }

    /** Leaves out what is held back of users without events in training. */
    static void dropUnknown(Interactions all, byte[] part) {
        boolean[] known = new boolean[all.users().size()];
        for (int e = 0; e < part.length; e++) if (part[e] == TRAIN) known[all.user()[e]] = true;
        for (int e = 0; e < part.length; e++) if (part[e] != TRAIN && !known[all.user()[e]]) part[e] = LEFT_OUT;
    }

    /** The first {@code n} are drawn without repetition: the first steps of a Fisher-Yates shuffle. */
    static void shuffle(int[] values, int n, SplittableRandom random) {
        for (int k = 0; k < n; k++) {
            int other = k + random.nextInt(values.length - k), drawn = values[other];
            values[other] = values[k];
            values[k] = drawn;
        }
    }
}
