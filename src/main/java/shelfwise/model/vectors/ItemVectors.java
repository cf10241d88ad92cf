package shelfwise.model.vectors;

import java.util.List;
import java.util.Map;
import shelfwise.base.Problem;
import shelfwise.data.Vectors;
import shelfwise.model.Embedding;
import shelfwise.model.Recommender;
import shelfwise.pipeline.Bound;
import shelfwise.pipeline.Bounds;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volume;

/** Takes the vectors of the items out of a model that has learned some, for other steps to work with. */
public final class ItemVectors implements Operator.Transform<ItemVectors.Setup> {
    /** @param unitLength whether all vectors are made length 1; those of factor models are longer the more users took the item */
    public record Setup(boolean unitLength) {
        public Setup {
            Settings.check(Setup.class, unitLength);
        }
    }

    @Override public String id() {
        return "vectors.items";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(true);
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("model", PortType.MODEL));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("vectors", PortType.VECTORS));
    }

    /** @throws shelfwise.base.ProblemException if the model has no vectors */
    /** A vector for each item of the model at most, that the model keeps as well. */
    @Override public Map<String, Bound> most(Setup settings, Bounds in) {
        return in.at("model").map(Bound::most).map(m -> Map.of("vectors", Bound.of(new Volume(m.items(), 0, m.items(), m.bytes())))).orElse(Map.of());
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        context.progress().at(0, 1);
        Recommender model = in.one("model", Recommender.class);
        if (!(model instanceof Embedding embedding)) throw Problem.of("vectors.model-without", context.node(), model.name()).asException();
        Vectors vectors = embedding.itemVectors();
        return Values.of("vectors", settings.unitLength() ? unit(vectors) : vectors);
    }

    private static Vectors unit(Vectors vectors) {
        int length = vectors.dimensions();
        float[] values = new float[vectors.values().length];
        for (int from = 0; from < values.length; from += length) {
            double squares = 0;
            for (int f = from; f < from + length; f++) squares += (double) vectors.values()[f] * vectors.values()[f];
            if (squares > 0) for (int f = from; f < from + length; f++) values[f] = (float) (vectors.values()[f] / Math.sqrt(squares));
        }
        return new Vectors(vectors.ids(), length, values);
    }
}
