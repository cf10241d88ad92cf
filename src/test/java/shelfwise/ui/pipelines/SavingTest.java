package shelfwise.ui.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Workspace;
import shelfwise.base.Jobs;
import shelfwise.model.RankLists;
import shelfwise.pipeline.Preflight;
import shelfwise.ui.JobBoard;

class SavingTest {
    @TempDir Path folder;
    private final ArrayDeque<Runnable> work = new ArrayDeque<>();

    @Test void ofTwoSavesTheLaterOneStandsInTheFileWhicheverIsWrittenLast() {
        try (Workspace shop = ShopProject.make(folder.resolve("shop"))) {
            var model = new PipelinesViewModel(shop.pipelines(), shop.runs(), new Preflight(shop.operators(), shop.assets()::read),
                    new JobBoard(new Jobs(work::addLast, Runnable::run), InstantSource.system()));
            model.refresh("");
            doAll();
            set(model, 11);
            doAll();
            model.save();
            Runnable first = work.removeFirst();
            set(model, 12);
            model.save();
            doAll();
            first.run();
            assertEquals(Objects.requireNonNull(model.pipeline().get()).node("top").settings(), shop.pipelines().read(ShopProject.NAME).node("top").settings());
            assertFalse(model.unsaved().get());
        }
    }

    private static void set(PipelinesViewModel model, int rows) {
        model.set("top", new RankLists.Setup(rows, true, 0), "");
    }

    private void doAll() {
        while (!work.isEmpty()) work.removeFirst().run();
    }
}
