package shelfwise.ui.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.RunReport;
import shelfwise.app.Workspace;
import shelfwise.base.JobEvent;
import shelfwise.ingest.AssetSource;
import shelfwise.model.RankLists;
import shelfwise.pipeline.NodeEvent;
import shelfwise.pipeline.Pipeline;
import shelfwise.ui.JobRow;

/** Runs that wait for one another, and edits while they go on; this thread is the window's. */
class RunsViewModelTest {
    private static final String OTHER = "other";
    @TempDir Path folder;
    private Workspace shop;
    private WithoutWindow at;
    private PipelinesViewModel model;

    @BeforeEach void open() throws InterruptedException {
        shop = ShopProject.make(folder.resolve("shop"));
        shop.pipelines().write(ShopProject.pipeline(shop, "orders").withName(OTHER));
        at = new WithoutWindow(shop);
        model = at.model;
        at.show(ShopProject.NAME);
    }

    @AfterEach void close() throws InterruptedException {
        at.close();
    }

    @Test void whatIsEditedWhileItRunsIsOutOfDateAfterwardsAndTheRestIsDone() throws InterruptedException {
        model.run();
        assertTrue(model.running().get());
        Pipeline asItRan = at.shown();
        rows(17);
        assertFalse(model.states().live("top"));
        assertTrue(model.states().live("judge"));
        at.untilNoneRuns();
        assertInstanceOf(NodeEvent.Done.class, model.states().of("judge"));
        assertInstanceOf(NodeEvent.Waiting.class, model.states().of("top"));
        assertTrue(model.states().stale("top"));
        assertFalse(model.states().stale("judge"));
        assertEquals(asItRan.node("top"), model.states().result("top").orElseThrow().node("top").orElseThrow().node());
        assertEquals(17, ((RankLists.Setup) at.shown().node("top").settings()).n());
    }

    @Test void whatIsTakenBackWhileItRunsIsDoneAfterAll() throws InterruptedException {
        model.run();
        rows(17);
        model.undo();
        assertTrue(model.states().live("top"));
        at.untilNoneRuns();
        assertInstanceOf(NodeEvent.Done.class, model.states().of("top"));
        assertFalse(model.states().stale("top"));
    }

    @Test void aStepTakenOutWhileItRunsStaysOut() throws InterruptedException {
        model.run();
        model.edit(at.shown().remove("top"), shelfwise.pipeline.Edit.of("edit.remove", 1));
        at.untilNoneRuns();
        assertFalse(model.states().all().containsKey("top"));
        assertTrue(model.states().result("top").isEmpty());
        assertInstanceOf(NodeEvent.Done.class, model.states().of("judge"));
    }

    @Test void aSecondPipelineWaitsAndEachKeepsItsStatesAndItsEnd() throws InterruptedException {
        model.run();
        at.show(OTHER);
        assertFalse(model.running().get());
        model.run();
        assertTrue(model.line().get().runs(ShopProject.NAME));
        assertEquals(1, model.line().get().waiting(OTHER).size());
        assertFalse(model.canRun().get(), "it is already going to be run as it stands");
        assertInstanceOf(NodeEvent.Waiting.class, model.states().of("judge"));
        at.show(ShopProject.NAME);
        at.untilNoneRuns();
        assertInstanceOf(JobEvent.Done.class, model.ending().get());
        assertInstanceOf(NodeEvent.Done.class, model.states().of("judge"));
        JobEvent<RunReport> first = model.ending().get();
        at.show(OTHER);
        assertInstanceOf(JobEvent.Done.class, model.ending().get());
        assertInstanceOf(NodeEvent.Cached.class, model.states().of("judge"), "the same steps on the same data");
        at.show(ShopProject.NAME);
        assertEquals(first, model.ending().get());
        assertInstanceOf(NodeEvent.Done.class, model.states().of("judge"));
    }

    @Test void oneComesBackToAPipelineThatStillRuns() throws InterruptedException {
        model.run();
        at.show(OTHER);
        assertNotNull(model.pipeline().get());
        at.show(ShopProject.NAME);
        boolean runs = model.line().get().runs(ShopProject.NAME);
        assertEquals(runs, model.running().get());
        assertEquals(runs, model.states().live("judge"));
        at.untilNoneRuns();
        assertInstanceOf(NodeEvent.Done.class, model.states().of("top"));
        assertInstanceOf(JobEvent.Done.class, model.ending().get());
    }

    @Test void aQueuedRunTakesThePipelineAsItWas() throws InterruptedException {
        model.run();
        rows(7);
        Pipeline asked = at.shown();
        model.run();
        rows(9);
        assertEquals(asked, model.line().get().waiting().getFirst().ask().pipeline());
        at.untilNoneRuns();
        assertEquals(asked.node("top"), model.states().result("top").orElseThrow().node("top").orElseThrow().node());
        assertTrue(model.states().stale("top"));
        assertEquals(asked, shop.pipelines().read(ShopProject.NAME), "what was asked to be run was saved");
        assertTrue(model.unsaved().get());
        assertEquals(2, shop.runs().list().size());
    }

    @Test void aFailedRunDoesNotKeepTheNextFromRunning() throws InterruptedException {
        model.set("orders", new AssetSource.Setup("nowhere", 0), "");
        model.run();
        at.show(OTHER);
        model.run();
        at.untilNoneRuns();
        assertInstanceOf(NodeEvent.Done.class, model.states().of("judge"));
        assertEquals(List.of(JobRow.State.DONE, JobRow.State.INCOMPLETE),
                at.jobs.rows().stream().filter(r -> r.key().equals("pipelines.job.run")).map(r -> r.state().get()).toList());
    }

    @Test void whatWaitsIsTakenOutBeforeWhatRunsIsCancelled() throws InterruptedException {
        model.run();
        rows(7);
        model.run();
        rows(9);
        model.runTo(List.of("top"));
        assertEquals(List.of(1, 2), at.jobs.rows().stream().filter(r -> r.state().get() == JobRow.State.WAITING).map(r -> r.place().get()).sorted().toList());
        model.cancelWaiting();
        assertEquals(List.of(), model.line().get().waiting());
        assertTrue(model.running().get());
        model.cancel();
        at.untilNoneRuns();
        assertEquals(1, shop.runs().list().size());
    }

    private void rows(int n) {
        model.set("top", new RankLists.Setup(n, true, 0), "");
    }
}
