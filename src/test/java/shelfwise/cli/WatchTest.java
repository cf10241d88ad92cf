package shelfwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shelfwise.cli.Shop.call;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.PipelineService;
import shelfwise.app.Workspace;
import shelfwise.pipeline.Pipeline;

/** What makes a watched pipeline run again; looked at by hand, so that nothing waits. */
class WatchTest {
    @TempDir Path folder;
    private Shop shop;
    private Watch watch;

    @BeforeEach void oneRun() {
        shop = Shop.filled(folder);
        watch = new Watch(shop.project(), Optional.of("shop"));
        run();
    }

    private void run() {
        watch.begins();
        Pipeline pipeline = PipelineService.of(shop.project()).read("shop");
        watch.runs(pipeline.nodes());
        try (Workspace workspace = Workspace.open(shop.project())) {
            watch.opened(workspace);
        }
        watch.ended();
        assertFalse(seen(), "nothing changed");
    }

    /** Whether a change is seen within the looks that it takes to find that a file stays as it is. */
    private boolean seen() {
        for (int look = 0; look < 4; look++) if (watch.changed()) return true;
        return false;
    }

    private void importAs(String asset, String more) throws Exception {
        Path file = Shop.write(folder.resolve("more.csv"), Files.readString(shop.orders()) + more);
        assertEquals(0, call("import", shop.project(), file, "--name", asset, "--role", "customer=user", "--role", "product=item").code());
    }

    @Test void itsOwnFileDoesOnceItStaysTheSame() throws Exception {
        Path file = shop.project().resolve("pipelines/shop.json");
        Files.writeString(file, "{");
        assertFalse(watch.changed(), "it may still be being written");
        Files.writeString(file, Shop.PIPELINE.replace("\"n\": 3", "\"n\": 12"));
        assertFalse(watch.changed(), "it went on");
        assertTrue(watch.changed());
        run();
    }

    @Test void anotherPipelineDoesNot() {
        Shop.write(shop.project().resolve("pipelines/other.json"), Shop.PIPELINE);
        assertFalse(seen());
    }

    @Test void anAssetThatItReadsDoesAndAnotherDoesNot() throws Exception {
        importAs("prices", "");
        assertFalse(seen(), "it does not read prices");
        importAs("orders", "c99,k1,Kettle 1,2024-01-09 10:00:00\n");
        assertTrue(seen());
        run();
    }

    @Test void theSameFileImportedAgainDoesNot() throws Exception {
        importAs("orders", "c99,k1,Kettle 1,2024-01-09 10:00:00\n");
        run();
        importAs("orders", "c99,k1,Kettle 1,2024-01-09 10:00:00\n");
        assertFalse(seen(), "the rows are the same");
    }

    @Test void aNewVersionDoesNotWhereAnEarlierOneIsRead() throws Exception {
        Shop.write(shop.project().resolve("pipelines/shop.json"), Shop.PIPELINE.replace("\"asset\": \"orders\"", "\"asset\": \"orders\", \"version\": 1"));
        run();
        importAs("orders", "c99,k1,Kettle 1,2024-01-09 10:00:00\n");
        assertFalse(seen());
    }

    @Test void anAssetThatAnotherProgramIsWritingIsLookedAtWhenItIsFree() throws Exception {
        try (Workspace other = Workspace.open(shop.project())) {
            assertFalse(seen(), "it is in use");
            assertTrue(other.assets().versions("orders").size() == 1);
        }
        assertFalse(seen(), "nothing changed");
        importAs("orders", "c99,k1,Kettle 1,2024-01-09 10:00:00\n");
        assertTrue(seen());
    }

    @Test void aFileThatCannotBeReadIsMendedByItselfAlone() throws Exception {
        watch.begins(); // and the run ends before it knows what it reads
        watch.ended();
        importAs("orders", "c99,k1,Kettle 1,2024-01-09 10:00:00\n");
        assertFalse(seen());
        Files.delete(shop.project().resolve("pipelines/shop.json"));
        assertTrue(seen());
    }
}
