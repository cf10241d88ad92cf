package shelfwise.model.vectors;

import java.util.List;
import java.util.Optional;
import shelfwise.base.Problem;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.data.Model;
import shelfwise.data.Split;
import shelfwise.data.Vectors;
import shelfwise.model.Extent;
import shelfwise.model.Memory;
import shelfwise.model.Weights;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volumes;

/** Recommends items whose vectors are near to those of the history. Vectors may come from a model, from texts or from an encoder. */
public final class FitVectors implements Operator.Fit<FitVectors.Setup> {
    /**
     * @param profile   how items are compared with a history
     * @param nearest   history items that count for an item, with NEAREST
     * @param interests groups of a history at most, with INTERESTS
     * @param halfLife  after so many later events of the user an event counts half; 0 for events that never age
     * @param weights   of the events, in the profile
     */
    public record Setup(Profile profile, @Between(min = 1, max = 100) int nearest, @Between(min = 1, max = 50) int interests,
            @Between(min = 0, max = 1e6) double halfLife, Weights weights) {
        public Setup {
            Settings.check(Setup.class, profile, nearest, interests, halfLife, weights);
        }

        Taste taste() {
            return new Taste(profile, nearest, interests, halfLife, weights);
        }
    }

    @Override public String id() {
        return "model.vectors";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(Profile.MEAN, 10, 5, 0, Weights.BINARY);
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("split", PortType.SPLIT), Port.one("vectors", PortType.VECTORS));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("model", PortType.MODEL));
    }

    /** The matrix, and the vectors in the order of its items. */
    @Override public long memory(Setup settings, Volumes in) {
        return Memory.ofTraining(Extent.of(in.at("split"))).bytes() + 2 * in.at("vectors").bytes();
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        context.progress().at(0, 1);
        Interactions training = in.one("split", Split.class).train();
        Vectors vectors = in.one("vectors", Vectors.class);
        DenseSpace space = space(context.node(), training, vectors);
        return Values.of("model", new VectorsModel(context.node(), training, space, settings.taste(), Optional.ofNullable(vectors.told().get("encoder"))));
    }

    /** @throws shelfwise.base.ProblemException if no item that somebody took has a vector */
    public static DenseSpace space(String node, Interactions training, Vectors vectors) {
        DenseSpace space = DenseSpace.of(training.items(), vectors);
        boolean some = training.size() == 0; // which is refused for itself
        for (int i : training.item()) some |= space.knows(i);
        if (!some) throw Problem.of("vectors.of-no-item", node).asException();
        return space;
    }

    @Override public Model restore(Bundle bundle, Restorer others) {
        return VectorsModel.of(bundle);
    }
}
