package shelfwise.model.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.IntStream;
import shelfwise.base.Checks;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.model.Alone;

/**
 * PyTorch, opened for one training. PyTorch has one source of random numbers and DJL one recorder of gradients for the whole process, so
 * that trainings wait for each other; both belong to the thread that opened it.
 */
final class Torch implements AutoCloseable {
    /** Stands for what the native library has but once. */
    private static final ReentrantLock TRAINING = new ReentrantLock(true);
    private static final long LOOK_MILLIS = 100;
    /** Where Linux shows a graphics card of NVIDIA's once its driver is there. */
    private static final Path CARD = Path.of("/dev/nvidia0");

    private final Engine engine;
    private final Found found;
    private final List<NDManager> managers;

    /**
     * What to train on.
     *
     * @param devices one at least
     * @param name    what they are and why, as {@link shelfwise.data.LearningCurve#device}
     */
    record Found(List<Device> devices, String name) { }

    private Torch(Engine engine, Found found) {
        this.engine = engine;
        this.found = found;
        managers = found.devices().stream().map(engine::newBaseManager).toList();
    }

    /**
     * Waits for its turn and opens PyTorch, which the first time takes some seconds.
     *
     * @param where    the node
     * @param progress asked for a cancel while waiting and opening
     * @throws shelfwise.base.ProblemException if PyTorch can't be opened on this machine, or the chosen device is not there
     */
    static Torch open(String where, Processor wanted, long seed, Progress progress) {
        return open(where, engine -> found(engine, wanted, where), seed, progress);
    }

    /** As above. @param find what to train on */
    static Torch open(String where, Function<Engine, Found> find, long seed, Progress progress) {
        Checks.that(!Thread.currentThread().isVirtual(), "PyTorch's mode of recording belongs to a thread, and a virtual one changes threads");
        await(progress);
        try {
            Engine engine = Alone.load(() -> engine(where), progress);
            JniUtils.setGradMode(false); // DJL does so on the thread that opens the engine alone; recorders switch it on and back
            var torch = new Torch(engine, find.apply(engine));
            engine.setRandomSeed(Long.hashCode(seed));
            CLibrary.keepFreed();
            return torch;
        } catch (RuntimeException | Error e) {
            TRAINING.unlock();
            throw e;
        }
    }

    private static void await(Progress progress) {
        try {
            do progress.check(); while (!TRAINING.tryLock(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException();
        }
    }

    private static Engine engine(String where) {
        if (System.getProperty("ai.djl.offline") == null) System.setProperty("ai.djl.offline", "true"); // all it needs comes with the program
        CLibrary.beforePyTorch(Files.exists(CARD));
        try {
            return Engine.getEngine("PyTorch");
        } catch (EngineException | LinkageError | IllegalStateException e) {
            throw new shelfwise.base.ProblemException(Problem.of("torch.not-here", where, said(e)), e);
        }
    }

    private static String said(Throwable e) {
        Throwable first = e;
        while (first.getCause() != null) first = first.getCause();
        return String.valueOf(first.getMessage() == null ? first.getClass().getSimpleName() : first.getMessage()).lines().findFirst().orElse("");
    }

    private static Found found(Engine engine, Processor wanted, String where) {
        if (wanted == Processor.CPU) return new Found(List.of(Device.cpu()), "cpu");
        List<Device> cards = IntStream.range(0, engine.getGpuCount()).mapToObj(Device::gpu).filter(card -> usable(engine, card))
                .limit(wanted == Processor.GPUS ? Integer.MAX_VALUE : 1).toList();
        if (!cards.isEmpty()) return new Found(cards, cards.size() > 1 ? "gpus" : "gpu");
        if (wanted != Processor.AUTO) throw Problem.of("torch.no-gpu", where).asException();
        return new Found(List.of(Device.cpu()), Files.exists(CARD) ? "cpu-card-unused" : "cpu-no-card");
    }

    /** A card whose driver does not fit fails only when it is used. */
    private static boolean usable(Engine engine, Device card) {
        try (NDManager tried = engine.newBaseManager(card); NDArray ones = tried.ones(new Shape(2))) {
            return ones.sum().getFloat() == 2;
        } catch (EngineException e) {
            return false;
        }
    }

    Engine engine() {
        return engine;
    }

    /** Of the first device. */
    NDManager manager() {
        return managers.getFirst();
    }

    /** One for each device. */
    List<NDManager> managers() {
        return managers;
    }

    /** What it runs on and why, as {@link shelfwise.data.LearningCurve#device}. */
    String deviceName() {
        return found.name();
    }

    @Override public void close() {
        managers.forEach(NDManager::close);
        CLibrary.giveBack();
        TRAINING.unlock();
    }
}
