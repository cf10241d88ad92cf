package shelfwise.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import shelfwise.base.Learning;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;
import shelfwise.data.LearningCurve;
import shelfwise.data.Sparse;
import shelfwise.data.Split;
import shelfwise.model.ItemFactors;
import shelfwise.model.Workers;
import shelfwise.model.torch.Batch.Stretch;

/**
 * Trains a {@link Transformer}: at each place of a history the item that comes next is foretold. A user without two events teaches nothing.
 * After every epoch the validation part is looked at, and what was best there is kept.
 */
final class SequenceTraining {
    /** Steps over which the rate rises, at most a tenth of all. */
    private static final int RISING = 100;
    /** Metrics of the curve. */
    private static final String LOSS = "loss", GAIN = "ndcg";
    /** Histories read at once where nothing is learned. */
    private static final int READ = 128;

    private final String where;
    private final TransformerShape shape;
    private final FitTransformer.Setup setup;
    private final Sequences sequences;
    private final boolean[] known;
    private final int[] sold;
    private final NextItem validation;

    SequenceTraining(String where, TransformerShape shape, FitTransformer.Setup setup, Split split) {
        this.where = where;
        this.shape = shape;
        this.setup = setup;
        Interactions training = split.train();
        sequences = Sequences.of(training);
        Sparse seen = training.matrix();
        known = SequenceModel.known(training);
        sold = IntStream.range(0, known.length).filter(i -> known[i]).toArray();
        validation = new NextItem(split.validation(), seen, known, setup.seed());
    }

    /**
     * Goes through all epochs, or ends early.
     *
     * @throws shelfwise.base.ProblemException if PyTorch is not to be had, memory is too little, or the training goes out of bounds
     */
    Learned learn(Workers workers, Progress progress) {
        try (Torch torch = Torch.open(where, setup.processor(), setup.seed(), progress)) {
            return new Run(torch, workers).learn(progress);
        }
    }

    /**
     * What came of it.
     *
     * @param arrays by the names of {@link Transformer#start}
     */
    record Learned(Map<String, float[]> arrays, LearningCurve curve) { }

    /** One training with PyTorch open. */
    private final class Run {
        private final Torch torch;
        private final Workers workers;
        private final SplittableRandom random = new SplittableRandom(setup.seed());
        private final Tensors learned;
        private final Transformer network;
        private final AdamW adam;
        private Map<String, float[]> best = Map.of();
        private double most = Double.NEGATIVE_INFINITY;
        private final List<Learning> points = new ArrayList<>();
        private int since, bestAt;
        private long step;

        Run(Torch torch, Workers workers) {
            this.torch = torch;
            this.workers = workers;
            learned = Transformer.start(shape, torch.manager(), random);
            network = new Transformer(shape, learned, (float) setup.dropout());
            adam = new AdamW(learned, torch.manager(), setup.decay(), setup.longest());
        }

        Learned learn(Progress progress) {
            boolean ended = false;
            int done = 0;
            while (done < setup.epochs() && !ended) {
                double loss = epoch(progress.part((double) done / setup.epochs(), (done + 1.0) / setup.epochs()));
                note(new Learning(LOSS, false, ++done, loss), progress);
                if (!validation.empty()) ended = look(done, progress);
            }
            return new Learned(best.isEmpty() ? learned.toHost() : best, new LearningCurve(points, bestAt > 0 ? bestAt : done, done < setup.epochs()));
        }

        private void note(Learning point, Progress progress) {
            points.add(point);
            progress.learned(point);
        }

        /** @return the mean loss of the steps */
        private double epoch(Progress progress) {
            List<Stretch[]> batches = Buckets.of(sequences, shape.length(), setup.batch(), setup.crop(), random);
            long steps = (long) batches.size() * setup.epochs();
            var schedule = new Schedule(setup.rate(), Math.min(RISING, Math.max(1, steps / 10)), steps);
            double sum = 0;
            for (int b = 0; b < batches.size(); b++) {
                progress.at(b, batches.size());
                double loss = step(batches.get(b), schedule.at(step++));
                if (!Double.isFinite(loss)) throw Problem.of("torch.exploded", where, setup.rate()).asException();
                sum += loss;
            }
            return batches.isEmpty() ? 0 : sum / batches.size();
        }

        /** @return whether to end */
        private boolean look(int epoch, Progress progress) {
            double gain = gain(progress);
            note(new Learning(GAIN, true, epoch, gain), progress);
            if (gain > most) {
                most = gain;
                since = 0;
                bestAt = epoch;
                best = learned.toHost();
            } else {
                since++;
            }
            return setup.patience() > 0 && since >= setup.patience();
        }

        /** @return the loss; not finite if it or its gradient is not */
        private double step(Stretch[] stretches, double rate) {
            Batch batch = Batch.of(sequences.item(), stretches, shape.length());
            try (NDManager now = torch.manager().newSubManager()) {
                double loss;
                try (GradientCollector recorder = torch.engine().newGradientCollector()) {
                    NDArray value = loss(now, batch, stretches);
                    recorder.backward(value);
                    loss = value.getFloat();
                }
                return Double.isFinite(adam.step(rate)) ? loss : Double.NaN;
            }
        }

        private NDArray loss(NDManager now, Batch batch, Stretch[] stretches) {
            NDArray all = read(now, batch, true).reshape(-1, shape.width());
            NDArray at = Transformer.vectors(numbers(now, batch.at()), all);
            int[] drawn = IntStream.range(0, setup.negatives()).map(_ -> sold[random.nextInt(sold.length)]).toArray();
            return setup.objective().of(at, learned.get(Transformer.ITEMS), numbers(now, next(stretches)), numbers(now, drawn));
        }

        private NDArray read(NDManager now, Batch batch, boolean training) {
            var size = new Shape(batch.rows(), batch.longest());
            return network.read(HostArrays.of(now, size, batch.item()), HostArrays.of(now, size, batch.place()), training);
        }

        /** The items that come next, place by place. */
        private int[] next(Stretch[] stretches) {
            return java.util.Arrays.stream(stretches).flatMapToInt(s -> IntStream.range(s.from() + 1, s.from() + s.count() + 1)).map(e -> sequences.item()[e]).toArray();
        }

        private double gain(Progress progress) {
            var items = new ItemFactors(learned.get(Transformer.ITEMS).toFloatArray(), shape.width(), null, known);
            return validation.gain(vectors(validation.users(), progress), items, workers, (_, _) -> progress.check());
        }

        /** The vector after each user's last event, row by row. */
        private float[] vectors(int[] users, Progress progress) {
            float[] vectors = new float[users.length * shape.width()];
            for (int from = 0; from < users.length; from += READ) {
                progress.check();
                Stretch[] some = IntStream.range(from, Math.min(users.length, from + READ)).mapToObj(k -> latest(users[k])).toArray(Stretch[]::new);
                Batch batch = Batch.of(sequences.item(), some, shape.length());
                int[] last = IntStream.range(0, some.length).map(r -> r * batch.longest() + some[r].count() - 1).toArray();
                try (NDManager now = torch.manager().newSubManager()) {
                    float[] read = Transformer.vectors(numbers(now, last), read(now, batch, false).reshape(-1, shape.width())).toFloatArray();
                    System.arraycopy(read, 0, vectors, from * shape.width(), read.length);
                }
            }
            return vectors;
        }

        private Stretch latest(int user) {
            int n = Math.min(shape.length(), sequences.count(user));
            return new Stretch(sequences.start()[user + 1] - n, n);
        }
    }

    private static NDArray numbers(NDManager now, int[] values) {
        return HostArrays.of(now, new Shape(values.length), values);
    }
}
