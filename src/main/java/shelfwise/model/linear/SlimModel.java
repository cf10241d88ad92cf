package shelfwise.model.linear;

import java.util.List;
import java.util.Map;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.data.Table;
import shelfwise.model.Extent;
import shelfwise.model.Memory;
import shelfwise.model.Neighbour;
import shelfwise.model.Votes;
import shelfwise.model.VotingModel;
import shelfwise.model.Weights;
import shelfwise.model.Workers;
import shelfwise.model.kernel.Kernel;

/** SLIM (Ning, Karypis 2011): score = x·W, W sparse with a diagonal of 0, each column by {@link ElasticNet}. Additive. */
final class SlimModel extends VotingModel {
    private final Sparse votes;

    private SlimModel(String name, Interactions training, Weights weights, Sparse votes) {
        super(name, training, weights, Votes.of(votes));
        this.votes = votes;
    }

    static Memory memory(Extent of) {
        return Gram.memory(of, 1);
    }

    /** @throws shelfwise.base.ProblemException if the memory does not suffice, or weights are too large to be multiplied */
    static SlimModel fit(String name, Interactions training, FitSlim.Setup s, Workers workers, Progress progress) {
        progress.at(0, 1);
        if (training.size() == 0) throw Problem.of("model.no-events", name).asException();
        Gram.checkMemory(name, training.items().size(), 1);
        Gram gram = Gram.of(training.matrix(), s.weights(), workers, progress.part(0, 0.1));
        for (int i = 0; i < gram.items(); i++) {
            if (!Float.isFinite(gram.value()[i * gram.step() + i])) throw Problem.of("linear.not-solvable", name, s.l2()).asException();
        }
        gram.mirror();
        int[][] voter = new int[gram.items()][];
        float[][] vote = new float[gram.items()][];
        workers.each(gram.items(), 1, progress.part(0.1, 1), () -> new ElasticNet(Kernel.best(), gram, s), (net, from, to) -> {
            for (int j = from; j < to; j++) keep(net.solve(j), j, voter, vote);
        });
        return new SlimModel(name, training, s.weights(), join(name, voter, vote));
    }

    private static void keep(float[] weight, int item, int[][] voter, float[][] vote) {
        int n = 0;
        for (float w : weight) if (w != 0) n++;
        voter[item] = new int[n];
        vote[item] = new float[n];
        for (int i = 0, at = 0; i < weight.length; i++) {
            if (weight[i] == 0) continue;
            voter[item][at] = i;
            vote[item][at++] = weight[i];
        }
    }

    private static Sparse join(String name, int[][] voter, float[][] vote) {
        int items = voter.length;
        long all = 0;
        for (int[] v : voter) all += v.length;
        if (all > Integer.MAX_VALUE - 16) throw Problem.of("model.too-many-neighbours", name, items).asException();
        int[] start = new int[items + 1], column = new int[(int) all];
        float[] value = new float[column.length];
        for (int j = 0; j < items; j++) {
            System.arraycopy(voter[j], 0, column, start[j], voter[j].length);
            System.arraycopy(vote[j], 0, value, start[j], vote[j].length);
            start[j + 1] = start[j] + voter[j].length;
        }
        return new Sparse(items, items, start, column, value).transpose();
    }

    @Override public String operator() {
        return "model.slim";
    }

    /** By the item's vote, those above 0. */
    @Override public List<Neighbour> similar(int item, int n) {
        return largest(item, n, other -> votes.at(item, other));
    }

    @Override protected Map<String, String> facts() {
        return Map.of("weights", weights().name());
    }

    @Override protected Map<String, Table> parts() {
        return Map.of("votes.start", Bundle.ints(votes.start()), "votes.item", Bundle.ints(votes.column()), "votes.value", Bundle.floats(votes.value()));
    }

    static SlimModel of(Bundle b) {
        Interactions training = Interactions.of(b);
        int n = training.items().size();
        return new SlimModel(b.fact("name"), training, Weights.valueOf(b.fact("weights")),
                new Sparse(n, n, b.ints("votes.start"), b.ints("votes.item"), b.floats("votes.value")));
    }
}
