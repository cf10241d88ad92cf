package shelfwise.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.data.Split;
import shelfwise.model.Workers;

/**
 * A variational autoencoder with a multinomial likelihood (Liang, Krishnan, Hoffman, Jebara 2018): the items of a user, made length 1 and some
 * left out, go through tanh layers to a normal distribution of a few numbers, and a draw of it through tanh layers back to the chance of each
 * item. Small is −Σ ln of the chances of the user's items plus β times the divergence of the distribution from the standard normal one.
 * {@link AutoEncoderReader} works out the same in plain Java, with the mean in place of the draw.
 */
final class AutoEncoder implements Lesson {
    static final String IN = "in", MEAN = "mean", SPREAD = "spread", DECODE = "decode", OUT = "out";

    private final Way way;
    private final Sparse users;
    private final Sequences sequences;
    private final boolean[] known;
    private final NextItem validation;
    private final Tensors learned;

    /**
     * How it is taught.
     *
     * @param batch   users in one step
     * @param dropout share of the items left out at random
     * @param beta    weight of the divergence at last
     * @param rising  epochs over which the weight rises to it
     */
    record Way(int batch, double dropout, double beta, int rising) { }

    /** @param hidden numbers of the outer layers @param latent numbers of the distribution */
    record Size(int hidden, int latent) { }

    AutoEncoder(NDManager manager, Size size, Way way, Split split, boolean[] known, SplittableRandom random) {
        this.way = way;
        this.known = known;
        Interactions training = split.train();
        users = training.matrix();
        sequences = Sequences.of(training);
        validation = new NextItem(split.validation(), users, known, random.nextLong());
        learned = new Tensors(manager);
        Dense.start(learned, IN, known.length, size.hidden(), 1, random);
        Dense.start(learned, MEAN, size.hidden(), size.latent(), 1, random);
        Dense.start(learned, SPREAD, size.hidden(), size.latent(), 0.1, random);
        Dense.start(learned, DECODE, size.latent(), size.hidden(), 1, random);
        Dense.start(learned, OUT, size.hidden(), known.length, 1, random);
    }

    @Override public Tensors learned() {
        return learned;
    }

    @Override public List<Step> epoch(int number, SplittableRandom random) {
        int[] order = IntStream.range(0, users.rows()).filter(u -> users.count(u) > 0).toArray();
        for (int k = order.length - 1; k > 0; k--) {
            int other = random.nextInt(k + 1), swap = order[k];
            order[k] = order[other];
            order[other] = swap;
        }
        double beta = way.beta() * Math.min(1, (double) number / way.rising());
        var steps = new ArrayList<Step>();
        for (int from = 0; from < order.length; from += way.batch()) {
            int[] some = Arrays.copyOfRange(order, from, Math.min(order.length, from + way.batch()));
            SplittableRandom own = random.split();
            steps.add(new Step(some.length, (now, part) -> loss(now, part, some, beta, own)));
        }
        return steps;
    }

    private Loss loss(NDManager now, Part part, int[] some, double beta, SplittableRandom random) {
        float[] rows = new float[Math.multiplyExact(some.length, known.length)], in = new float[rows.length];
        for (int r = 0; r < some.length; r++) {
            float length = (float) (1 / Math.sqrt(users.count(some[r])) / (1 - way.dropout()));
            for (int e = users.start()[some[r]]; e < users.start()[some[r] + 1]; e++) {
                int at = r * known.length + users.column()[e];
                rows[at] = 1;
                if (random.nextDouble() >= way.dropout()) in[at] = length;
            }
        }
        int from = part.from(some.length), to = part.to(some.length);
        NDArray hidden = Dense.apply(learned, IN, rows(now, in, known.length, from, to)).tanh();
        NDArray mean = Dense.apply(learned, MEAN, hidden), spread = Dense.apply(learned, SPREAD, hidden);
        int latent = Math.toIntExact(mean.getShape().get(1));
        NDArray drawn = mean.add(rows(now, normal(some.length * latent, random), latent, from, to).mul(HostArrays.times(spread, 0.5).exp()));
        NDArray out = Dense.apply(learned, OUT, Dense.apply(learned, DECODE, drawn).tanh()).logSoftmax(1);
        NDArray told = rows(now, rows, known.length, from, to).mul(out).sum(new int[] {1}).mean().neg();
        NDArray apart = HostArrays.plus(spread, 1).sub(mean.mul(mean)).sub(spread.exp()).sum(new int[] {1}).mean();
        return new Loss(told.add(HostArrays.times(apart, -0.5 * beta)), to - from);
    }

    private static NDArray rows(NDManager now, float[] all, int width, int from, int to) {
        boolean whole = (to - from) * width == all.length;
        return HostArrays.of(now, new Shape(to - from, width), whole ? all : Arrays.copyOfRange(all, from * width, to * width));
    }

    private static float[] normal(int n, SplittableRandom random) {
        float[] values = new float[n];
        for (int k = 0; k < n; k++) values[k] = (float) random.nextGaussian();
        return values;
    }

    @Override public boolean validates() {
        return !validation.empty();
    }

    @Override public double gain(Workers workers, Progress progress) {
        return validation.gain(new AutoEncoderReader(toHost()), sequences, known, workers, progress);
    }

    @Override public Map<String, float[]> toHost() {
        return learned.toHost();
    }
}
