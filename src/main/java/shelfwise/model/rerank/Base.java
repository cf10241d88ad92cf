package shelfwise.model.rerank;

import java.util.List;
import shelfwise.base.Problem;
import shelfwise.data.Catalogue;
import shelfwise.data.Interactions;
import shelfwise.data.Split;
import shelfwise.model.Categories;
import shelfwise.model.Extent;
import shelfwise.model.Memory;
import shelfwise.model.Recommender;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volume;
import shelfwise.pipeline.Volumes;

/** What comes into every rerank: the model whose lists are put into another order, and the events it stands on. */
record Base(String node, Interactions training, Recommender model, Values in) {
    static final Port SPLIT = Port.maybe("split", PortType.SPLIT), MODEL = Port.one("model", PortType.MODEL);
    /** That a kept event takes. */
    private static final int EVENT_BYTES = 4 * Long.BYTES;
    static final List<Port> OUTPUTS = List.of(Port.one("model", PortType.MODEL));

    /** What it takes besides the model: the matrix of the events, of which no more are known than a model's bytes hold, and facts of the items twice. */
    static long memory(Volumes in) {
        Volume split = in.at("split"), model = in.at("model");
        Extent of = split.rows() > 0 ? Extent.of(split) : new Extent(model.bytes() / EVENT_BYTES, model.users(), model.items());
        return Memory.ofTraining(of).bytes() + 2 * (in.at("catalogue").bytes() + in.at("vectors").bytes());
    }

    /** The events are the model's own unless a split is linked. */
    static Base of(Values in, Context context) {
        context.progress().at(0, 1);
        Recommender model = in.one("model", Recommender.class);
        return new Base(context.node(), in.find("split", Split.class).map(Split::train).orElseGet(model::training), model, in);
    }

    /** @throws shelfwise.base.ProblemException if no catalogue is linked */
    Catalogue catalogue() {
        return in.find("catalogue", Catalogue.class).orElseThrow(() -> Problem.of("rerank.no-catalogue", node).asException());
    }

    /** @throws shelfwise.base.ProblemException if no catalogue is linked, or it tells the category of no item */
    Categories categories() {
        Categories categories = Categories.of(training.items(), catalogue());
        if (categories.size() == 0) throw Problem.of("model.no-categories", node).asException();
        return categories;
    }
}
