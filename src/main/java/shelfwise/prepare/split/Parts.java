package shelfwise.prepare.split;

import java.util.List;
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
    static final byte TRAIN = 0, VALIDATION = 1, TEST = 2, LEFT_OUT = 3;
    static final List<Port> INPUTS = List.of(Port.one("interactions", PortType.INTERACTIONS));
    static final List<Port> OUTPUTS = List.of(Port.one("split", PortType.SPLIT));

    private Parts() { }

    /** @throws shelfwise.base.ProblemException if there is nothing to learn from or nothing to judge by */
    static Values split(Interactions all, byte[] part, String method, Context context) {
        Interactions train = pick(all, part, TRAIN), test = pick(all, part, TEST);
        if (train.size() == 0) throw Problem.of("prepare.split-without-train", context.node()).asException();
        if (test.size() == 0) throw Problem.of("prepare.split-without-test", context.node()).asException();
        return Values.of("split", new Split(train, pick(all, part, VALIDATION), test, method));
    }

    private static Interactions pick(Interactions all, byte[] part, byte which) {
        return all.pick(IntStream.range(0, part.length).filter(e -> part[e] == which).toArray());
    }
}
