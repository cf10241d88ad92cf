package shelfwise.ui.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Workspace;
import shelfwise.base.JobEvent;
import shelfwise.base.Jobs;
import shelfwise.base.Progress;
import shelfwise.data.LearningCurve;
import shelfwise.data.Model;
import shelfwise.model.torch.FitTransformer;
import shelfwise.pipeline.NodeEvent;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Preflight;
import shelfwise.ui.JobBoard;

/** A training that is ended where it stands; this thread is the window's. */
class StopAndKeepTest {
    private static final String NET = SlowShop.NETWORK, OTHER = "other";
    @TempDir Path folder;
    private final LinkedBlockingQueue<Runnable> told = new LinkedBlockingQueue<>();
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final JobBoard jobs = new JobBoard(new Jobs(workers, told::add), InstantSource.system());
    private Workspace shop;
    private PipelinesViewModel model;
    private StopAndKeep keep;

    @BeforeEach void open() throws InterruptedException {
        shop = SlowShop.training(folder.resolve("shop"));
        shop.pipelines().write(ShopProject.pipeline(shop, "orders").withName(OTHER));
        model = new PipelinesViewModel(shop.pipelines(), shop.runs(), new Preflight(shop.operators(), shop.assets()::read), jobs);
        keep = new StopAndKeep(model, shop.operators());
        show(ShopProject.NAME);
    }

    @AfterEach void close() throws InterruptedException {
        jobs.stopAll(() -> { });
        until(jobs::idle);
        workers.shutdown();
        shop.close();
    }

    @Test void theRunGoesOnWithTheBestOfTheEpochsGoneThrough() throws InterruptedException {
        model.run();
        until(() -> keep.epoch(NET) >= 3);
        assertEquals(Optional.of(NET), keep.training());
        int epoch = keep.epoch(NET);
        keep.stop(NET);
        assertEquals(epoch, settings(shown()).stopAt());
        until(() -> model.line().get().running().isEmpty());
        assertInstanceOf(JobEvent.Done.class, model.ending().get());
        assertInstanceOf(NodeEvent.Done.class, model.states().of("judge"));
        LearningCurve curve = LearningCurve.of(model(model.states().result(NET).orElseThrow()).toBundle());
        assertEquals(epoch, curve.last());
        assertTrue(curve.stoppedEarly());
        assertEquals(epoch, settings(shop.pipelines().read(ShopProject.NAME)).stopAt(), "the file says what ran");
        try (Workspace other = SlowShop.training(folder.resolve("again"))) {
            var anew = other.runs().run(shown(), Progress.NONE, _ -> { }).result();
            assertEquals(model(anew).hash(), model(model.states().result(NET).orElseThrow()).hash(), "the same as if it had been set so at the start");
        }
        model.undo();
        assertEquals(0, settings(shown()).stopAt());
    }

    @Test void whatWaitsStillWaitsBehindIt() throws InterruptedException {
        model.run();
        show(OTHER);
        model.run();
        show(ShopProject.NAME);
        until(() -> keep.epoch(NET) >= 1);
        keep.stop(NET);
        assertEquals(ShopProject.NAME, model.line().get().waiting().getFirst().ask().name());
        assertEquals(OTHER, model.line().get().waiting().getLast().ask().name());
        until(() -> model.line().get().running().isEmpty());
        assertInstanceOf(JobEvent.Done.class, model.ending().get());
    }

    @Test void onlyWhatTrainsNowAndCanGoOnIsEnded() throws InterruptedException {
        assertFalse(keep.trains(NET), "it does not run");
        model.run();
        until(() -> keep.trains(NET));
        assertFalse(keep.trains("item-knn"), "it has no epochs");
        until(() -> keep.epoch(NET) >= 1);
        model.draft(new PipelinesViewModel.Setting("top", "n"), Optional.of("ten"));
        assertEquals(0, keep.epoch(NET), "what is typed can't be run");
        keep.stop(NET);
        assertEquals(0, settings(shown()).stopAt());
        assertTrue(model.running().get());
        model.draft(new PipelinesViewModel.Setting("top", "n"), Optional.empty());
        model.set(NET, shop.operators().form(shown().node(NET)).with(settings(shown()), "batch", 7), "");
        assertFalse(keep.trains(NET), "what trains is set otherwise than the step is now");
    }

    private static FitTransformer.Setup settings(Pipeline pipeline) {
        return (FitTransformer.Setup) pipeline.node(NET).settings();
    }

    private static Model model(shelfwise.pipeline.RunResult result) {
        return result.value(NET, "model", Model.class).orElseThrow();
    }

    private Pipeline shown() {
        return Objects.requireNonNull(model.pipeline().get());
    }

    private void show(String name) throws InterruptedException {
        model.refresh(name);
        until(() -> model.name().get().equals(name) && model.pipeline().get() != null);
    }

    private void until(BooleanSupplier holds) throws InterruptedException {
        while (!holds.getAsBoolean()) {
            Runnable next = told.poll(60, TimeUnit.SECONDS);
            assertTrue(next != null, "nothing happens any more");
            next.run();
        }
    }
}
