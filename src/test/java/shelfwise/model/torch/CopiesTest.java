package shelfwise.model.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import shelfwise.base.Learning;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;
import shelfwise.data.LearningCurve;
import shelfwise.data.Split;
import shelfwise.model.KeptMemo;
import shelfwise.model.Tiny;
import shelfwise.model.Workers;
import shelfwise.pipeline.SettingsForm;

/** What is trained on parts of every batch, against what is trained on whole ones. The devices are all the processor: PyTorch takes it by two numbers. */
class CopiesTest {
    private static final int ITEMS = 20, USERS = 23, TEXT = 6, BATCH = 5;
    private static final Device ONE = Device.cpu(), OTHER = Device.of("cpu", 0);
    private static final List<NeuralFit<?>> ALL = List.of(new FitTransformer(), new FitBert(), new FitGru(), new FitTwoTower(), new FitPooling(), new FitLightGcn(), new FitNeuMf(),
            new FitAutoEncoder());

    static Stream<Arguments> fitsAndParts() {
        return ALL.stream().flatMap(fit -> Stream.of(2, 3, 7).map(parts -> Arguments.of(fit.id(), parts)));
    }

    private static NeuralFit<?> fit(String id) {
        return ALL.stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
    }

    /** Users of two events to twelve, so that parts of a batch have different numbers of terms. */
    private static NeuralFit.Given given() {
        var random = new SplittableRandom(4);
        var pairs = new ArrayList<int[]>();
        for (int u = 0; u < USERS; u++) for (int k = 0; k < 2 + u % 11; k++) pairs.add(new int[] {u, random.nextInt(ITEMS)});
        Interactions all = Tiny.events(USERS, ITEMS, pairs.toArray(int[][]::new));
        boolean[] known = new boolean[ITEMS];
        Arrays.fill(known, true);
        float[] text = new float[ITEMS * TEXT];
        for (int k = 0; k < text.length; k++) text[k] = (float) random.nextGaussian();
        var customers = new Customers(List.of("kind"), List.of("", "kind: a", "kind: b"), IntStream.range(0, USERS).map(u -> u % 3).toArray());
        return new NeuralFit.Given(new Split(all, all.pick(IntStream.range(0, USERS).toArray()), all.pick(new int[0]), "all"), known, known, new ItemText(TEXT, text, known), customers);
    }

    private static Torch open(int parts) {
        List<Device> devices = IntStream.range(0, parts).mapToObj(k -> k % 2 == 0 ? ONE : OTHER).toList();
        return Torch.open("test", _ -> new Torch.Found(devices, "test"), 1, Progress.NONE);
    }

    /** What networks drop out at random depends on how a batch is parted; all else does not. */
    private static <S extends Record> S setup(NeuralFit<S> fit) {
        SettingsForm form = SettingsForm.of(fit);
        Record setup = form.with(form.with(fit.defaults(), "batch", BATCH), "processor", Processor.CPU);
        if (form.specs().stream().anyMatch(f -> f.name().equals("dropout"))) setup = form.with(setup, "dropout", 0.0);
        @SuppressWarnings("unchecked") S own = (S) setup;
        return own;
    }

    private static <S extends Record> Training.Made made(NeuralFit<S> fit) {
        return (manager, random) -> fit.lesson(setup(fit), manager, given(), random);
    }

    private static <S extends Record> Copies copies(Torch torch, NeuralFit<S> fit) {
        return new Copies(torch.managers(), manager -> made(fit).of(manager, new SplittableRandom(3)));
    }

    private record Worked(double loss, Map<String, float[]> gradients) { }

    private static SequencedMap<String, NDArray> learned(Copies copies) {
        return copies.first().learned().all();
    }

    /** Every step of an epoch, at the weights that a training begins from. */
    private static List<Worked> work(NeuralFit<?> fit, int parts) {
        try (Torch torch = open(parts)) {
            Copies copies = copies(torch, fit);
            var worked = new ArrayList<Worked>();
            for (List<Lesson.Step> step : copies.epoch(1, 9)) {
                double loss = copies.backward(torch.engine(), step);
                var gradients = new TreeMap<String, float[]>();
                learned(copies).forEach((name, array) -> {
                    try (NDArray gradient = array.getGradient()) {
                        gradients.put(name, gradient.toFloatArray());
                        gradient.subi(gradient);
                    }
                });
                worked.add(new Worked(loss, gradients));
            }
            return worked;
        }
    }

    @ParameterizedTest @MethodSource("fitsAndParts") void aBatchInPartsHasTheLossAndTheGradientsOfTheWholeOne(String id, int parts) {
        List<Worked> whole = work(fit(id), 1), parted = work(fit(id), parts);
        assertTrue(whole.size() > 3);
        assertEquals(whole.size(), parted.size());
        for (int s = 0; s < whole.size(); s++) {
            Worked w = whole.get(s), p = parted.get(s);
            assertEquals(w.loss(), p.loss(), 1e-5 * Math.abs(w.loss()), "step " + s);
            double most = w.gradients().values().stream().mapToDouble(CopiesTest::largest).max().orElseThrow();
            assertTrue(most > 1e-4);
            w.gradients().forEach((name, gradient) -> assertArrayEquals(gradient, p.gradients().get(name), (float) (1e-5 * most), name));
        }
    }

    private static double largest(float[] numbers) {
        double most = 0;
        for (float x : numbers) most = Math.max(most, Math.abs(x));
        return most;
    }

    /** Were one copy left behind, its part of the batch would soon teach against numbers of long ago. */
    @ParameterizedTest @ValueSource(ints = {2, 3}) void aTrainingOnSeveralDevicesIsThatOnOne(int parts) {
        for (NeuralFit<?> fit : ALL) {
            List<Double> one = losses(train(fit, 1, new KeptMemo(), Progress.NONE)), several = losses(train(fit, parts, new KeptMemo(), Progress.NONE));
            assertTrue(Math.abs(one.getLast() - one.getFirst()) > 0.001 * Math.abs(one.getFirst()), fit.id());
            for (int e = 0; e < one.size(); e++) assertEquals(one.get(e), several.get(e), 2e-3 * Math.abs(one.get(e)), fit.id() + ", epoch " + (e + 1));
        }
    }

    /** All copies begin again with what was kept. */
    @ParameterizedTest @ValueSource(strings = {"model.transformer", "model.lightgcn"}) void whatWasStoppedOnSeveralDevicesGoesOnToTheSameBits(String id) {
        LearningCurve whole = train(fit(id), 2, new KeptMemo(), Progress.NONE);
        var memo = new KeptMemo();
        try {
            train(fit(id), 2, memo, new Progress() {
                private boolean stop;

                @Override public void at(long done, long total) {
                    if (stop) throw new CancellationException();
                }

                @Override public void learned(Learning point) {
                    stop |= point.iteration() == 3;
                }
            });
        } catch (CancellationException e) {
            assertEquals(1, memo.kept.size());
        }
        assertEquals(losses(whole), losses(train(fit(id), 2, memo, Progress.NONE)));
        assertEquals("test", whole.device());
    }

    private static LearningCurve train(NeuralFit<?> fit, int parts, KeptMemo memo, Progress progress) {
        try (Torch torch = open(parts)) {
            var plan = new Plan(6, 0.002, 0.01, 5, 0, 0, Processor.CPU, 3);
            return Training.learn(torch, plan, made(fit), new Training.Around("test", new Workers(1), progress, new Checkpoints(memo, "key"))).curve();
        }
    }

    private static List<Double> losses(LearningCurve curve) {
        return curve.line("loss", false).stream().map(Learning::value).toList();
    }
}
