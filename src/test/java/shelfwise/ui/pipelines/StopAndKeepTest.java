package shelfwise.ui.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Workspace;
import shelfwise.base.JobEvent;
import shelfwise.base.Progress;
import shelfwise.data.LearningCurve;
import shelfwise.data.Model;
import shelfwise.model.torch.FitTransformer;
import shelfwise.pipeline.NodeEvent;
import shelfwise.pipeline.Pipeline;

/** A training that is ended where it stands; this thread is the window's. */
class StopAndKeepTest {
    private static final String NET = SlowShop.NETWORK, OTHER = "other";
    @TempDir Path folder;
    private Workspace shop;
    private WithoutWindow at;
    private PipelinesViewModel model;
    private StopAndKeep keep;

    @BeforeEach void open() throws InterruptedException {
        shop = SlowShop.training(folder.resolve("shop"));
        shop.pipelines().write(ShopProject.pipeline(shop, "orders").withName(OTHER));
        at = new WithoutWindow(shop);
        model = at.model;
        keep = new StopAndKeep(model, shop.operators());
        at.show(ShopProject.NAME);
    }

    @AfterEach void close() throws InterruptedException {
        at.close();
    }

    @Test void theRunGoesOnWithTheBestOfTheEpochsGoneThrough() throws InterruptedException {
        model.run();
        at.until(() -> keep.epoch(NET) >= 3);
        assertEquals(Optional.of(NET), keep.training());
        int epoch = keep.epoch(NET);
        keep.stop(NET);
        assertEquals(epoch, settings(at.shown()).stopAt());
        at.until(() -> model.line().get().running().isEmpty());
        assertInstanceOf(JobEvent.Done.class, model.ending().get());
        assertInstanceOf(NodeEvent.Done.class, model.states().of("judge"));
        LearningCurve curve = LearningCurve.of(model(model.states().result(NET).orElseThrow()).toBundle());
        assertEquals(epoch, curve.last());
        assertTrue(curve.stoppedEarly());
        assertEquals(epoch, settings(shop.pipelines().read(ShopProject.NAME)).stopAt(), "the file says what ran");
        try (Workspace other = SlowShop.training(folder.resolve("again"))) {
            var anew = other.runs().run(at.shown(), Progress.NONE, _ -> { }).result();
            assertEquals(model(anew).hash(), model(model.states().result(NET).orElseThrow()).hash(), "the same as if it had been set so at the start");
        }
        model.undo();
        assertEquals(0, settings(at.shown()).stopAt());
    }

    @Test void whatWaitsStillWaitsBehindIt() throws InterruptedException {
        model.run();
        at.show(OTHER);
        model.run();
        at.show(ShopProject.NAME);
        at.until(() -> keep.epoch(NET) >= 1);
        keep.stop(NET);
        assertEquals(ShopProject.NAME, model.line().get().waiting().getFirst().ask().name());
        assertEquals(OTHER, model.line().get().waiting().getLast().ask().name());
        at.until(() -> model.line().get().running().isEmpty());
        assertInstanceOf(JobEvent.Done.class, model.ending().get());
    }

    @Test void onlyWhatTrainsNowAndCanGoOnIsEnded() throws InterruptedException {
        assertFalse(keep.trains(NET), "it does not run");
        model.run();
        at.until(() -> keep.trains(NET));
        assertFalse(keep.trains("item-knn"), "it has no epochs");
        at.until(() -> keep.epoch(NET) >= 1);
        model.draft(new PipelinesViewModel.Setting("top", "n"), Optional.of("ten"));
        assertEquals(0, keep.epoch(NET), "what is typed can't be run");
        keep.stop(NET);
        assertEquals(0, settings(at.shown()).stopAt());
        assertTrue(model.running().get());
        model.draft(new PipelinesViewModel.Setting("top", "n"), Optional.empty());
        model.set(NET, shop.operators().form(at.shown().node(NET)).with(settings(at.shown()), "batch", 7), "");
        assertFalse(keep.trains(NET), "what trains is set otherwise than the step is now");
    }

    private static FitTransformer.Setup settings(Pipeline pipeline) {
        return (FitTransformer.Setup) pipeline.node(NET).settings();
    }

    private static Model model(shelfwise.pipeline.RunResult result) {
        return result.value(NET, "model", Model.class).orElseThrow();
    }
}
