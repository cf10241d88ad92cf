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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
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
    private final Processor wanted;
    private final Device device;
    private final NDManager manager;

    private Torch(Engine engine, Processor wanted, Device device) {
        this.engine = engine;
        this.wanted = wanted;
        this.device = device;
        manager = engine.newBaseManager(device);
    }

    /**
     * Waits for its turn and opens PyTorch, which the first time takes some seconds.
     *
     * @param where    the node
     * @param progress asked for a cancel while waiting and opening
     * @throws shelfwise.base.ProblemException if PyTorch can't be opened on this machine, or the chosen device is not there
     */
    static Torch open(String where, Processor wanted, long seed, Progress progress) {
        Checks.that(!Thread.currentThread().isVirtual(), "PyTorch's mode of recording belongs to a thread, and a virtual one changes threads");
        await(progress);
        try {
            Engine engine = Alone.run(() -> engine(where), progress);
            JniUtils.setGradMode(false); // DJL does so on the thread that opens the engine alone; recorders switch it on and back
            var torch = new Torch(engine, wanted, device(engine, wanted, where));
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
        CLibrary.waitAsleep();
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

    private static Device device(Engine engine, Processor wanted, String where) {
        boolean gpu = wanted != Processor.CPU && usable(engine);
        if (wanted == Processor.GPU && !gpu) throw Problem.of("torch.no-gpu", where).asException();
        return gpu ? Device.gpu() : Device.cpu();
    }

    /** A card whose driver does not fit fails only when it is used. */
    private static boolean usable(Engine engine) {
        if (engine.getGpuCount() == 0) return false;
        try (NDManager tried = engine.newBaseManager(Device.gpu()); NDArray ones = tried.ones(new Shape(2))) {
            return ones.sum().getFloat() == 2;
        } catch (EngineException e) {
            return false;
        }
    }

    Engine engine() {
        return engine;
    }

    NDManager manager() {
        return manager;
    }

    /** What it runs on and why, as {@link shelfwise.data.LearningCurve#device}. */
    String deviceName() {
        if (device.isGpu()) return "gpu";
        if (wanted == Processor.CPU) return "cpu";
        return Files.exists(CARD) ? "cpu-card-unused" : "cpu-no-card";
    }

    @Override public void close() {
        manager.close();
        CLibrary.giveBack();
        TRAINING.unlock();
    }
}
