package shelfwise.model.torch;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Learning;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.LearningCurve;
import shelfwise.model.Workers;

/**
 * Trains any network: steps of AdamW over all epochs, a look at the validation part after each, and what was best there is kept. The random
 * numbers of an epoch depend on the seed and the epoch alone, so that it can be stopped and go on.
 */
final class Training {
    /** Steps over which the rate rises, at most a tenth of all. */
    private static final int RISING = 100;
    /** A checkpoint is kept no more often. */
    private static final long KEEP_NANOS = 30_000_000_000L;
    /** Metrics of the curve. */
    private static final String LOSS = "loss", GAIN = "ndcg", GRADIENT = "gradient", RATE = "learning-rate", SPEED = "steps-a-second", MEMORY = "memory",
            WEIGHTS = "weights";

    private final Around around;
    private final Plan plan;
    private final Torch torch;
    private final Copies copies;
    private final Lesson lesson;
    private final AdamW adam;
    private final List<Learning> points = new ArrayList<>();
    private Map<String, float[]> best = Map.of();
    private double most = Double.NEGATIVE_INFINITY;
    private int sinceBest, bestAt;
    private long step;

    /**
     * What a training works with besides what it teaches.
     *
     * @param where       the node
     * @param checkpoints keep where it stands
     */
    record Around(String where, Workers workers, Progress progress, Checkpoints checkpoints) { }

    /** Makes a network once PyTorch is there. */
    interface Made {
        /** @param manager of the device that it is to be on */
        Lesson of(NDManager manager, SplittableRandom random);
    }

    /**
     * What came of it.
     *
     * @param arrays by the names of {@link Lesson#toHost}
     */
    record Learned(Map<String, float[]> arrays, LearningCurve curve) { }

    private Training(Around around, Plan plan, Torch torch, Copies copies) {
        this.around = around;
        this.plan = plan;
        this.torch = torch;
        this.copies = copies;
        lesson = copies.first();
        adam = new AdamW(lesson.learned(), torch.manager(), plan.decay(), plan.longest());
    }

    /**
     * Goes through all epochs, or ends early. One that was stopped goes on from the last epoch that it ended, and gives the same bits.
     *
     * @throws shelfwise.base.ProblemException if PyTorch is not to be had, memory is too little, nobody's events teach anything, or the training goes out of
     *                                          bounds
     */
    static Learned learn(Plan plan, Made made, Around around) {
        try (Torch torch = Torch.open(around.where(), plan.processor(), plan.seed(), around.progress())) {
            return learn(torch, plan, made, around);
        }
    }

    /** As above, on all devices of a PyTorch that is open. */
    static Learned learn(Torch torch, Plan plan, Made made, Around around) {
        return new Training(around, plan, torch, new Copies(torch.managers(), manager -> made.of(manager, new SplittableRandom(plan.seed())))).learn();
    }

    private Learned learn() {
        Progress progress = around.progress();
        int done = around.checkpoints().latest(plan.end()).map(this::restore).orElse(0), kept = done;
        long since = System.nanoTime();
        @Nullable Checkpoint last = null;
        boolean ended = ended();
        try {
            while (done < plan.end() && !ended) {
                epoch(++done, progress.part((done - 1.0) / plan.end(), (double) done / plan.end()));
                if (lesson.validates()) look(done, progress);
                ended = ended();
                last = done < plan.end() && !ended ? now(done) : null;
                if (last != null && System.nanoTime() - since > KEEP_NANOS) {
                    around.checkpoints().keep(last);
                    kept = done;
                    since = System.nanoTime();
                }
            }
        } catch (CancellationException e) {
            if (last != null && last.epoch() > kept) around.checkpoints().keep(last);
            throw e;
        }
        return new Learned(best.isEmpty() ? lesson.toHost() : best, curve(done));
    }

    private boolean ended() {
        return plan.patience() > 0 && sinceBest >= plan.patience();
    }

    private LearningCurve curve(int done) {
        return new LearningCurve(points, bestAt > 0 ? bestAt : done, done < plan.epochs(), torch.deviceName());
    }

    private Checkpoint now(int epoch) {
        return new Checkpoint(epoch, step, lesson.learned().toHost(), adam.means(), adam.squares(), best, new LearningCurve(points, bestAt, false));
    }

    /** @return epochs done */
    private int restore(Checkpoint at) {
        lesson.learned().restore(at.learned());
        copies.spread();
        adam.restore(at.means(), at.squares(), Math.toIntExact(at.steps()));
        step = at.steps();
        best = at.best();
        bestAt = at.curve().best();
        points.addAll(at.curve().points());
        points.forEach(around.progress()::learned);
        sinceBest = bestAt > 0 ? at.epoch() - bestAt : 0;
        most = points.stream().filter(p -> p.validation() && p.iteration() == bestAt).mapToDouble(Learning::value).max().orElse(Double.NEGATIVE_INFINITY);
        return at.epoch();
    }

    private void note(String metric, boolean validation, int epoch, double value, Progress progress) {
        var point = new Learning(metric, validation, epoch, value);
        points.add(point);
        progress.learned(point);
    }

    private void epoch(int epoch, Progress progress) {
        long seed = plan.seed() * 1_000_003 + epoch;
        torch.engine().setRandomSeed(Long.hashCode(seed));
        List<List<Lesson.Step>> steps = copies.epoch(epoch, seed);
        if (steps.isEmpty()) throw Problem.of("torch.nothing-to-learn", around.where()).asException(); // else what chance began with would be the model
        long all = (long) steps.size() * plan.epochs();
        var schedule = new Schedule(plan.rate(), Math.min(RISING, Math.max(1, all / 10)), all);
        double loss = 0, length = 0;
        long begun = System.nanoTime();
        for (int b = 0; b < steps.size(); b++) {
            progress.at(b, steps.size());
            Taken taken = take(steps.get(b), schedule.at(step++));
            loss += taken.loss();
            length += taken.length();
        }
        note(LOSS, false, epoch, loss / steps.size(), progress);
        note(GRADIENT, false, epoch, length / steps.size(), progress);
        for (AdamW.Layer layer : adam.layers()) {
            note(GRADIENT + LearningCurve.PART + layer.name(), false, epoch, layer.gradient(), progress);
            note(WEIGHTS + LearningCurve.PART + layer.name(), false, epoch, layer.weights(), progress);
        }
        note(RATE, false, epoch, schedule.at(step - 1), progress);
        note(SPEED, false, epoch, steps.size() * 1e9 / Math.max(1, System.nanoTime() - begun), progress);
        Resident.megabytes().ifPresent(mb -> note(MEMORY, false, epoch, mb, progress));
    }

    /** @param length of all gradients together, before it was cut */
    private record Taken(double loss, double length) { }

    private Taken take(List<Lesson.Step> one, double rate) {
        try {
            double loss = copies.backward(torch.engine(), one);
            lesson.backward();
            double length = Double.isFinite(loss) ? adam.step(rate) : Double.NaN;
            if (!Double.isFinite(length)) throw Problem.of("torch.exploded", around.where(), plan.rate()).asException();
            copies.spread();
            return new Taken(loss, length);
        } catch (ai.djl.engine.EngineException e) {
            throw Memories.problem(around.where(), e);
        }
    }

    private void look(int epoch, Progress progress) {
        double gain = lesson.gain(around.workers(), progress);
        note(GAIN, true, epoch, gain, progress);
        if (gain > most) {
            most = gain;
            sinceBest = 0;
            bestAt = epoch;
            best = lesson.toHost();
        } else {
            sinceBest++;
        }
    }
}
