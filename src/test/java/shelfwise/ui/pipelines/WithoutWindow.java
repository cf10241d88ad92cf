package shelfwise.ui.pipelines;

import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import shelfwise.app.Workspace;
import shelfwise.base.Jobs;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Preflight;
import shelfwise.ui.JobBoard;

/** The pipelines of a project as the window has them, without a window: the thread of the test stands for its own, and hears what work tells while it waits. */
final class WithoutWindow implements AutoCloseable {
    private final LinkedBlockingQueue<Runnable> told = new LinkedBlockingQueue<>();
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Workspace shop;
    final JobBoard jobs = new JobBoard(new Jobs(workers, told::add), InstantSource.system());
    final PipelinesViewModel model;

    /** @param shop closed with this */
    WithoutWindow(Workspace shop) {
        this.shop = shop;
        model = new PipelinesViewModel(shop.pipelines(), shop.runs(), new Preflight(shop.operators(), shop.assets()::read), jobs);
    }

    Pipeline shown() {
        return Objects.requireNonNull(model.pipeline().get());
    }

    void show(String name) throws InterruptedException {
        model.refresh(name);
        until(() -> model.name().get().equals(name));
    }

    void untilNoneRuns() throws InterruptedException {
        until(() -> model.line().get().running().isEmpty());
        until(jobs::idle);
    }

    void until(BooleanSupplier reached) throws InterruptedException {
        while (!reached.getAsBoolean()) Objects.requireNonNull(told.poll(60, TimeUnit.SECONDS), "nothing is told any more").run();
    }

    @Override public void close() throws InterruptedException {
        jobs.stopAll(() -> { });
        until(jobs::idle);
        workers.shutdown();
        shop.close();
    }
}
