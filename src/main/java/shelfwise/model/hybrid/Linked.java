package shelfwise.model.hybrid;

import java.util.List;
import shelfwise.base.Problem;
import shelfwise.data.Interactions;
import shelfwise.data.Split;
import shelfwise.model.Extent;
import shelfwise.model.Memory;
import shelfwise.model.Recommender;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volumes;

/** What comes into every hybrid: the training data and at least two models, in the order of their links. */
record Linked(String node, Interactions training, List<Recommender> models) {
    static final List<Port> INPUTS = List.of(Port.one("split", PortType.SPLIT), Port.several("model", PortType.MODEL));
    static final List<Port> OUTPUTS = List.of(Port.one("model", PortType.MODEL));

    /** What a model joined of others takes besides them: the matrix of the events. */
    static long memory(Volumes in) {
        return Memory.ofTraining(Extent.of(in.at("split"))).bytes();
    }

    /** @throws shelfwise.base.ProblemException if fewer than two models are linked, or two have one name */
    static Linked of(Values in, Context context) {
        return of(in, context, Integer.MAX_VALUE);
    }

    /** Of at most {@code most} models. */
    static Linked of(Values in, Context context, int most) {
        context.progress().at(0, 1);
        List<Recommender> models = in.all("model", Recommender.class);
        if (models.size() < 2) throw Problem.of("hybrid.one-model", context.node(), models.size()).asException();
        if (models.size() > most) throw Problem.of("hybrid.too-many-models", context.node(), models.size(), most).asException();
        for (Recommender m : models) {
            if (models.stream().filter(o -> o.name().equals(m.name())).count() > 1) throw Problem.of("hybrid.model-twice", context.node(), m.name()).asException();
        }
        return new Linked(context.node(), in.one("split", Split.class).train(), models);
    }
}
