package shelfwise.model.factor;

import java.util.List;
import java.util.Map;
import shelfwise.data.Bundle;
import shelfwise.data.Model;
import shelfwise.data.Split;
import shelfwise.model.Extent;
import shelfwise.model.Weights;
import shelfwise.model.Workers;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Bound;
import shelfwise.pipeline.Bounds;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volume;
import shelfwise.pipeline.Volumes;

/** Learns a short vector for each user and item, so that their product is near 1 where they met (implicit alternating least squares). */
public final class FitAls implements Operator.Fit<FitAls.Setup> {
    /** How a row's least squares is worked on. */
    public enum Solver {
        /** A few steps of the conjugate gradient from the vector so far. */
        CONJUGATE_GRADIENT,
        /** Exactly. */
        CHOLESKY,
        /** Exactly in one block of places after another: for long vectors. */
        BLOCKS
    }

    /**
     * @param factors        length of the vectors
     * @param iterations     each solves all users, then all items
     * @param regularisation lambda, more than 0
     * @param scaleByCount   whether a row's lambda is multiplied by its number of pairs
     * @param alpha          a pair of weight w has the confidence 1 + alpha · w
     * @param weights        of the events; BINARY gives every pair the confidence 1 + alpha
     * @param steps          of the conjugate gradient, for each row and iteration
     * @param seed           of the first item vectors
     * @param block          places that the block solver solves at once
     * @param tolerance      ends once an iteration moves the item vectors by no more than this part of their length; 0 never ends early
     */
    public record Setup(@Between(min = 1, max = 512) int factors, @Between(min = 1, max = 500) int iterations, @Between(min = 1e-6, max = 1e6) double regularisation,
            boolean scaleByCount, @Between(min = 0, max = 1e6) double alpha, Weights weights, Solver solver, @Between(min = 1, max = 100) int steps,
            @Between(min = Long.MIN_VALUE, max = Long.MAX_VALUE) long seed, @Between(min = 8, max = 512) int block,
            @Between(min = 0, max = 1) double tolerance) {
        public Setup {
            Settings.check(Setup.class, factors, iterations, regularisation, scaleByCount, alpha, weights, solver, steps, seed, block, tolerance);
        }
    }

    /** Of an iteration's points in the learning curve. */
    private static final int CURVE_BYTES = 128;

    @Override public String id() {
        return "model.als";
    }

    @Override public int version() {
        return 3;
    }

    @Override public Setup defaults() {
        return new Setup(64, 15, 0.01, false, 1, Weights.BINARY, Solver.CONJUGATE_GRADIENT, 3, 1, 32, 0);
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("split", PortType.SPLIT));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("model", PortType.MODEL));
    }

    @Override public long memory(Setup settings, Volumes in) {
        return AlsModel.memory(Extent.of(in.at("split")), settings.factors()).bytes();
    }

    /** The model keeps what it learned from, and the vectors. */
    @Override public Map<String, Bound> most(Setup settings, Bounds in) {
        return in.at("split").map(Bound::most).map(s -> Map.of("model", Bound.of(new Volume(0, s.users(), s.items(),
                s.bytes() + (s.users() + s.items()) * settings.factors() * Double.BYTES + CURVE_BYTES * settings.iterations())))).orElse(Map.of());
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        return Values.of("model", AlsModel.fit(context.node(), in.one("split", Split.class), settings, Workers.all(), context.progress()));
    }

    @Override public Model restore(Bundle bundle, Restorer others) {
        return AlsModel.of(bundle);
    }
}
