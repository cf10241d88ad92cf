package shelfwise.model.torch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The same network on each of several devices. Every batch is parted among them by rows; the gradients are added up at the first one, which
 * takes the step and hands its numbers on (Goyal and others 2017). But for rounding and what is dropped out by chance that is what one device
 * comes to.
 */
final class Copies {
    private static final NDIndex ALL = new NDIndex(":");
    private final List<Copy> all;

    private record Copy(NDManager manager, Lesson lesson) { }

    /** @param make the same lesson for each of the managers */
    Copies(List<NDManager> managers, Function<NDManager, Lesson> make) {
        all = managers.stream().map(m -> new Copy(m, make.apply(m))).toList();
    }

    /** The one that takes the steps. */
    Lesson first() {
        return all.getFirst().lesson();
    }

    /** The steps of an epoch, each as every copy makes it. */
    List<List<Lesson.Step>> epoch(int number, long seed) {
        List<List<Lesson.Step>> each = all.stream().map(c -> c.lesson().epoch(number, new SplittableRandom(seed))).toList();
        return IntStream.range(0, each.getFirst().size()).mapToObj(s -> each.stream().map(steps -> steps.get(s)).toList()).toList();
    }

    /**
     * Brings the gradients of the mean over a whole batch to the first copy.
     *
     * @param step one of {@link #epoch}
     * @return the mean
     */
    double backward(Engine engine, List<Lesson.Step> step) {
        int parts = Math.min(all.size(), step.getFirst().rows());
        var managers = new ArrayList<NDManager>();
        double mean = 0;
        try (GradientCollector recorder = engine.newGradientCollector()) {
            var losses = new ArrayList<Lesson.Loss>();
            for (int p = 0; p < parts; p++) {
                managers.add(all.get(p).manager().newSubManager());
                losses.add(step.get(p).asking().of(managers.getLast(), new Lesson.Part(p, parts)));
            }
            double terms = losses.stream().mapToLong(Lesson.Loss::terms).sum();
            for (Lesson.Loss loss : losses) recorder.backward(parts == 1 ? loss.mean() : HostArrays.times(loss.mean(), loss.terms() / terms));
            for (Lesson.Loss loss : losses) mean += loss.mean().getFloat() * (loss.terms() / terms); // waits for the device: the others work meanwhile
        } finally {
            managers.forEach(NDManager::close);
        }
        for (int p = 1; p < parts; p++) gather(all.get(p).lesson().learned());
        return mean;
    }

    private void gather(Tensors from) {
        first().learned().all().forEach((name, to) -> {
            NDArray given = from.get(name);
            try (NDArray gradient = given.getGradient(); NDArray here = gradient.toDevice(to.getDevice(), true); NDArray sum = to.getGradient()) {
                sum.addi(here);
            }
            JniUtils.zeroGrad((PtNDArray) given);
        });
    }

    /** Gives all copies the numbers of the first. */
    void spread() {
        for (Copy copy : all.subList(1, all.size())) {
            first().learned().all().forEach((name, from) -> {
                NDArray to = copy.lesson().learned().get(name);
                try (NDArray there = from.toDevice(to.getDevice(), true)) {
                    to.set(ALL, there);
                }
            });
        }
    }
}
