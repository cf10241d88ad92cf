package shelfwise.model.rerank;

import java.util.List;
import shelfwise.base.Problem;
import shelfwise.data.Catalogue;
import shelfwise.data.Interactions;
import shelfwise.data.Split;
import shelfwise.model.Categories;
import shelfwise.model.Recommender;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Values;

/** What comes into every rerank: the model whose lists are put into another order, and the events it stands on. */
record Base(String node, Interactions training, Recommender model, Values in) {
    static final Port SPLIT = Port.maybe("split", PortType.SPLIT), MODEL = Port.one("model", PortType.MODEL);
    static final List<Port> OUTPUTS = List.of(Port.one("model", PortType.MODEL));

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
