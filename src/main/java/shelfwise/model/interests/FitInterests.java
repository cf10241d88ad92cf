package shelfwise.model.interests;

import java.util.List;
import java.util.Optional;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Catalogue;
import shelfwise.data.Interactions;
import shelfwise.data.Model;
import shelfwise.data.Sparse;
import shelfwise.data.Split;
import shelfwise.data.Vectors;
import shelfwise.model.Extent;
import shelfwise.model.Memory;
import shelfwise.model.Weights;
import shelfwise.model.Workers;
import shelfwise.model.vectors.DenseSpace;
import shelfwise.model.vectors.FitVectors;
import shelfwise.model.vectors.Profile;
import shelfwise.model.vectors.Taste;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volumes;

/** Finds the interests that items stand for and which of them each user has, and recommends what is near to these. */
public final class FitInterests implements Operator.Fit<FitInterests.Setup> {
    /** K_MEANS: an item belongs to one interest. MIXTURE: it may belong to several in part (Gaussian mixture). */
    public enum Method { K_MEANS, MIXTURE }

    /**
     * @param clusters interests that there are at most
     * @param most     interests of one user at most
     * @param halfLife after so many later events of the user an event counts half; 0 for events that never age
     * @param weights  of the events
     * @param starts   of k-means, of which the best is kept
     * @param seed     of the first centres
     */
    public record Setup(Method method, @Between(min = 1, max = 500) int clusters, @Between(min = 1, max = 50) int most, @Between(min = 0, max = 1e6) double halfLife,
            Weights weights, @Between(min = 1, max = 100) int starts, @Between(min = 0, max = 1e9) long seed) {
        public Setup {
            Settings.check(Setup.class, method, clusters, most, halfLife, weights, starts, seed);
        }

        Taste taste() {
            return new Taste(Profile.INTERESTS, 1, most, halfLife, weights);
        }
    }

    @Override public String id() {
        return "model.interests";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(Method.K_MEANS, 30, 5, 50, Weights.BINARY, 3, 1);
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("split", PortType.SPLIT), Port.one("vectors", PortType.VECTORS), Port.maybe("catalogue", PortType.CATALOGUE));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("model", PortType.MODEL));
    }

    /** The matrix, the vectors in the order of its items, in double precision too while they are grouped, and to which interests each item belongs. */
    @Override public long memory(Setup settings, Volumes in) {
        return Memory.ofTraining(Extent.of(in.at("split"))).plus(in.at("split").items() * settings.clusters(), 2 * Double.BYTES).bytes() + 6 * in.at("vectors").bytes();
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        context.progress().at(0, 1);
        Interactions training = in.one("split", Split.class).train();
        DenseSpace space = FitVectors.space(context.node(), training, in.one("vectors", Vectors.class));
        return Values.of("model", fit(context.node(), training, space, in.find("catalogue", Catalogue.class), settings, Workers.all(), context.progress()));
    }

    static InterestModel fit(String name, Interactions training, DenseSpace space, Optional<Catalogue> catalogue, Setup s, Workers workers, Progress progress) {
        boolean[] taken = new boolean[training.items().size()];
        for (int i : training.item()) taken[i] = true;
        if (training.size() == 0) return new InterestModel(name, training, space, s.taste(), new Sparse(taken.length, 0, new int[taken.length + 1], new int[0], new float[0]), List.of());
        Sparse membership = Membership.of(space, taken, s, workers, progress.part(0, 0.9));
        int[] main = Membership.main(membership);
        for (int i = 0; i < main.length; i++) if (!taken[i]) main[i] = -1;
        return new InterestModel(name, training, space, s.taste(), membership, Names.of(training, main, membership.columns(), catalogue, progress.part(0.9, 1)));
    }

    @Override public Model restore(Bundle bundle, Restorer others) {
        return InterestModel.of(bundle);
    }
}
