package shelfwise.ui.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.SmallShop;
import shelfwise.app.Workspace;
import shelfwise.app.search.SearchMethod;
import shelfwise.app.search.Trial;
import shelfwise.base.JobEvent;
import shelfwise.base.Jobs;
import shelfwise.base.ProblemException;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Overrides;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Preflight;
import shelfwise.ui.JobBoard;
import shelfwise.ui.JobRow;

class SearchViewModelTest {
    @TempDir Path folder;
    private final ArrayDeque<Runnable> work = new ArrayDeque<>();
    private final JobBoard jobs = new JobBoard(new Jobs(work::addLast, Runnable::run), InstantSource.system());
    private Workspace shop;
    private PipelinesViewModel pipelines;
    private SearchViewModel search;

    @BeforeEach void open() {
        shop = SmallShop.trained(folder.resolve("shop"));
        pipelines = new PipelinesViewModel(shop.pipelines(), shop.runs(), new Preflight(shop.operators(), shop.assets()::read), jobs);
        search = new SearchViewModel(pipelines, shop.search(), shop.operators());
    }

    @AfterEach void close() {
        shop.close();
    }

    /** Shows the pipeline, with a validation part or without, and turns to the model "als". */
    private void show(boolean validation) {
        shop.pipelines().write(Overrides.apply(shop.pipelines().only(), List.of("split.validation=" + validation), shop.operators()));
        pipelines.refresh("");
        doAll();
        search.open(pipeline().node("als"));
        search.settings().forEach(s -> s.chosen().set(s.spec().name().equals("factors")));
        range("factors").range().set("2..8");
        search.trials().set("3");
        search.cutOff().set("3");
        search.method().set(SearchMethod.RANDOM);
    }

    private Pipeline pipeline() {
        return Objects.requireNonNull(pipelines.pipeline().get());
    }

    private SearchViewModel.Varied range(String setting) {
        return search.settings().stream().filter(s -> s.spec().name().equals(setting)).findFirst().orElseThrow();
    }

    private void doAll() {
        while (!work.isEmpty()) work.removeFirst().run();
    }

    private String failure() {
        return ((ProblemException) search.failure().get().orElseThrow()).problem().key();
    }

    @Test void everyModelsSettingsAreOfferedWithARangeThatCanBeSearched() {
        show(true);
        for (Operator<?> operator : shelfwise.app.Operators.ALL) {
            if (!(operator instanceof Operator.Fit<?>)) continue;
            Node node = Node.of("als", operator);
            search.open(node);
            List<String> texts = search.settings().stream().map(s -> s.spec().name() + "=" + s.range().get()).toList();
            var alone = new Pipeline(pipeline().name(), List.of(node), List.of());
            if (!texts.isEmpty()) assertEquals(texts.size(), shop.search().space(alone, "als", texts).dimensions().size(), operator.id());
        }
    }

    @Test void theBestTrialComesFirstAndIsPutIntoThePipelineAsAnEditThatCanBeUndone() {
        show(true);
        Pipeline before = pipeline();
        search.start();
        assertTrue(search.running().get());
        assertFalse(search.canUse());
        doAll();
        assertTrue(search.ending().get() instanceof JobEvent.Done<?>);
        assertEquals(List.of(1, 2, 3), search.ended().get().stream().map(Trial::number).toList());
        Trial best = search.best().orElseThrow();
        assertEquals(search.ended().get().stream().mapToDouble(Trial::score).max().orElseThrow(), best.score());
        assertTrue(search.use());
        assertTrue(pipeline().node("als").settings().toString().contains("factors=" + best.settings().get("factors") + ","));
        assertTrue(pipelines.unsaved().get());
        pipelines.undo();
        assertEquals(before, pipeline());
    }

    @Test void withoutAValidationPartItIsRefused() {
        show(false);
        search.start();
        doAll();
        assertEquals("search.no-validation", failure());
        assertFalse(search.running().get());
        assertFalse(search.canUse());
    }

    @Test void whatCannotBeUnderstoodIsToldBeforeAnythingRuns() {
        show(true);
        search.trials().set("many");
        search.start();
        assertEquals("search.not-a-number", failure());
        search.trials().set("0");
        search.start();
        assertEquals("search.out-of-range", failure());
        search.trials().set("3");
        range("factors").range().set("8..2");
        search.start();
        assertEquals("search.empty-range", failure());
        range("factors").chosen().set(false);
        search.start();
        assertEquals("search.nothing-varied", failure());
        assertTrue(work.isEmpty());
    }

    @Test void aCancelledSearchEndsAndTheSameOneCanBeStartedAgain() {
        show(true);
        search.start();
        search.cancel();
        doAll();
        assertTrue(search.ending().get() instanceof JobEvent.Cancelled<?>);
        search.start();
        doAll();
        assertEquals(3, search.ended().get().size());
    }

    @Test void aSearchWaitsForTheRunThatWasAskedForBefore() {
        show(true);
        pipelines.run();
        search.start();
        assertTrue(search.running().get() && search.waiting().get());
        assertEquals(List.of(JobRow.State.WAITING, JobRow.State.RUNNING), jobs.rows().stream().filter(r -> r.key().matches("search.job|pipelines.job.run")).map(r -> r.state().get()).toList());
        doAll();
        assertFalse(search.waiting().get());
        assertEquals(3, search.ended().get().size());
        assertTrue(pipelines.line().get().running().isEmpty());
    }

    @Test void aSearchThatWaitsIsTakenOutAndTriesNothing() {
        show(true);
        pipelines.run();
        search.start();
        search.cancel();
        assertFalse(search.running().get() || search.waiting().get());
        assertTrue(pipelines.line().get().waiting().isEmpty());
        doAll();
        assertTrue(search.ended().get().isEmpty());
        search.start();
        doAll();
        assertEquals(3, search.ended().get().size());
    }

    @Test void aRunWaitsForASearchThatGoesOn() {
        show(true);
        search.start();
        pipelines.run();
        assertFalse(pipelines.running().get());
        assertEquals(1, pipelines.line().get().waiting(pipelines.name().get()).size());
        doAll();
        assertTrue(search.ending().get() instanceof JobEvent.Done<?>);
        assertTrue(pipelines.ending().get() instanceof JobEvent.Done<?>);
    }

    @Test void whatWasFoundStaysWhenTheSameStepIsOpenedAgainAndGoesWithAnother() {
        show(true);
        search.start();
        doAll();
        search.open(pipeline().node("als"));
        assertEquals(3, search.ended().get().size());
        search.open(pipeline().nodes().stream().filter(n -> !n.id().equals("als") && shop.operators().operator(n) instanceof Operator.Fit<?>).findFirst().orElseThrow());
        assertTrue(search.ended().get().isEmpty());
        assertFalse(search.canUse());
    }
}
