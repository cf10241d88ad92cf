package shelfwise.ui.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Workspace;
import shelfwise.base.Jobs;
import shelfwise.model.RankLists;
import shelfwise.pipeline.Preflight;
import shelfwise.ui.JobBoard;

class PipelineFilesTest {
    @TempDir Path folder;
    private final ArrayDeque<Runnable> work = new ArrayDeque<>();

    private final JobBoard jobs = new JobBoard(new Jobs(work::addLast, Runnable::run), InstantSource.system());

    private PipelinesViewModel model(Workspace shop) {
        return new PipelinesViewModel(shop.pipelines(), shop.runs(), new Preflight(shop.operators(), shop.assets()::read), jobs);
    }

    private void doAll() {
        while (!work.isEmpty()) work.removeFirst().run();
    }

    private static int rows(PipelinesViewModel model) {
        return ((RankLists.Setup) Objects.requireNonNull(model.pipeline().get()).node("top").settings()).n();
    }

    @Test void editsThatWereNotSavedComeBackAreToldAndCanBeTakenBack() {
        Path project = folder.resolve("shop");
        try (Workspace shop = ShopProject.make(project)) {
            PipelinesViewModel model = model(shop);
            model.refresh("");
            doAll();
            assertFalse(model.recovered().get());
            model.set("top", new RankLists.Setup(17, true, 0), "");
        }
        try (Workspace shop = Workspace.open(project)) {
            PipelinesViewModel model = model(shop);
            model.refresh("");
            doAll();
            assertTrue(model.recovered().get());
            assertEquals(17, rows(model));
            assertEquals("edit.settings", model.toUndo().get().orElseThrow().key());
            model.discard();
            assertFalse(model.recovered().get());
            assertFalse(model.unsaved().get());
            model.undo();
            assertEquals(17, rows(model));
        }
    }

    @Test void goingToAnotherPipelineAndBackLosesNoEdit() {
        try (Workspace shop = ShopProject.make(folder.resolve("shop"))) {
            PipelinesViewModel model = model(shop);
            model.refresh("");
            doAll();
            model.set("top", new RankLists.Setup(17, true, 0), "");
            var files = new PipelineFiles(model, shop.pipelines(), jobs);
            files.duplicate("variant");
            doAll();
            assertEquals("variant", model.name().get());
            assertEquals(17, rows(model));
            assertFalse(model.unsaved().get());
            model.refresh(ShopProject.NAME);
            doAll();
            assertEquals(17, rows(model));
            assertTrue(model.unsaved().get());
            files.rename("renamed");
            doAll();
            assertEquals(List.of("renamed", "variant"), shop.pipelines().names());
            assertEquals(17, rows(model));
            files.remove();
            doAll();
            assertEquals("variant", model.name().get());
        }
    }
}
