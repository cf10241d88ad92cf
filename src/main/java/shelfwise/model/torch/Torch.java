package shelfwise.model.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import shelfwise.base.Checks;
import shelfwise.base.Problem;
import shelfwise.base.Progress;

/**
 * PyTorch, opened for one training. PyTorch has one source of random numbers and DJL one recorder of gradients for the whole process, so
 * that trainings wait for each other; both belong to the thread that opened it.
 */
final class Torch implements AutoCloseable {
    /** Stands for what the native library has but once. */
    private static final ReentrantLock TRAINING = new ReentrantLock(true);
    private static final long LOOK_MILLIS = 100;

    private final Engine engine;
    private final Device device;
    private final NDManager manager;

    private Torch(Engine engine, Device device) {
        this.engine = engine;
        this.device = device;
        manager = engine.newBaseManager(device);
    }

    /**
     * Waits for its turn and opens PyTorch, which the first time takes some seconds.
     *
     * @param where    the node
     * @param progress asked for a cancel while waiting
     * @throws shelfwise.base.ProblemException if PyTorch can't be opened on this machine, or the chosen device is not there
     */
    static Torch open(String where, Processor wanted, long seed, Progress progress) {
        Checks.that(!Thread.currentThread().isVirtual(), "PyTorch's mode of recording belongs to a thread, and a virtual one changes threads");
        await(progress);
        try {
            Engine engine = engine(where);
            var torch = new Torch(engine, device(engine, wanted, where));
            engine.setRandomSeed(Long.hashCode(seed));
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
        boolean gpu = engine.getGpuCount() > 0;
        if (wanted == Processor.GPU && !gpu) throw Problem.of("torch.no-gpu", where).asException();
        return gpu && wanted != Processor.CPU ? Device.gpu() : Device.cpu();
    }

    Engine engine() {
        return engine;
    }

    NDManager manager() {
        return manager;
    }

    /** {@code cpu} or {@code gpu}. */
    String deviceName() {
        return device.isGpu() ? "gpu" : "cpu";
    }

    @Override public void close() {
        manager.close();
        TRAINING.unlock();
    }
}
