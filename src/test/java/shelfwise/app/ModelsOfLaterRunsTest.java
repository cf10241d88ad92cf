package shelfwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.base.Progress;
import shelfwise.data.Role;
import shelfwise.ingest.ImportOptions;
import shelfwise.pipeline.NodeEvent;
import shelfwise.pipeline.Pipeline;

/** What is shown of models after the pipeline ran again, in part or on other data. */
class ModelsOfLaterRunsTest {
    private static final Map<String, Role> ROLES = Map.of("customer", Role.USER, "product", Role.ITEM, "time", Role.TIMESTAMP, "title", Role.TITLE, "kind", Role.CATEGORY,
            "price", Role.PRICE);
    @TempDir Path folder;
    private Workspace shop;
    private Pipeline pipeline;

    @BeforeEach void train() {
        shop = SmallShop.trained(folder.resolve("shop"));
        pipeline = SmallShop.pipeline(shop.operators());
    }

    @AfterEach void close() {
        shop.close();
    }

    private void importAgain(String what, String with) throws IOException {
        Path file = folder.resolve("orders.csv");
        Files.writeString(file, Files.readString(file).replace(what, with));
        shop.imports().importFile(file, ImportOptions.DETECT.withName("orders").withRoles(ROLES), Progress.NONE);
    }

    @Test void aRunToTheModelAloneKeepsItsTitles() {
        shop.runs().runTo(pipeline, "item-knn", Progress.NONE, _ -> { });
        assertEquals("Red kettle", shop.lists().find("item-knn", "k0").orElseThrow().title());
    }

    @Test void aModelThatStayedIsShownWithTheTitlesOfALaterCatalogue() throws IOException {
        assertEquals("Red kettle", shop.lists().find("item-knn", "k0").orElseThrow().title());
        importAgain("Red kettle", "Crimson kettle");
        RunReport report = shop.runs().run(pipeline, Progress.NONE, _ -> { });
        assertTrue(report.result().node("item-knn").orElseThrow().end() instanceof NodeEvent.Cached);
        assertEquals("Crimson kettle", shop.lists().find("item-knn", "k0").orElseThrow().title());
    }

    @Test void whatARunReadIsNotedThoughALaterVersionCameMeanwhile() {
        RunReport report = shop.runs().run(pipeline, Progress.NONE, event -> {
            if (event instanceof NodeEvent.Cached cached && cached.node().equals("split")) shop.imports().importFile(folder.resolve("orders.csv"),
                    ImportOptions.DETECT.withName("orders").withRoles(ROLES).withRoles(Map.of("customer", Role.NONE)), Progress.NONE);
        });
        assertEquals(2, shop.assets().versions("orders").size());
        assertEquals(List.of(1), shop.runs().list().getFirst().data().stream().map(d -> d.version()).toList());
        assertEquals(96, shop.snapshots().read(report.snapshot().orElseThrow()).provenance().data().getFirst().rows());
    }

    @Test void anAssetDeletedDuringARunDoesNotLoseWhatTheRunMade() {
        RunReport report = shop.runs().run(pipeline, Progress.NONE, event -> {
            if (event instanceof NodeEvent.Cached cached && cached.node().equals("split")) shop.assets().delete("orders");
        });
        assertEquals(List.of(), report.problems());
        assertTrue(report.snapshot().isPresent());
    }

    @Test void theReasonsOfARowAreNamed() {
        var list = shop.lists().forUser("item-knn", "c00", 2, true, true);
        var reasons = list.rows().getFirst().reasons().orElseThrow();
        assertEquals(reasons, shop.lists().why("item-knn", "c00", list.rows().getFirst().item().id()).orElseThrow());
        var first = reasons.all().getFirst();
        assertTrue(first.id().startsWith("k") && !first.user() && List.of("Red kettle", "Blue kettle", "Tea towel", "Egg cup", "Cake stand", "Bread bin").contains(first.title()),
                first.toString());
    }

    @Test void aProfileMadeWithOtherRolesIsNotKeptForTheNewOnes() {
        shop.quality().again("orders", 0, (done, total) -> {
            if (shop.assets().version("orders", 0).schema().find(Role.PRICE).isPresent()) shop.assets().setRole("orders", "price", Role.NONE);
        });
        assertTrue(shop.quality().kept("orders", 0).isEmpty());
    }

    @Test void aProfileIsNotKeptPastACatalogueThatCameLater() throws IOException {
        shop.quality().again("orders", 0, Progress.NONE);
        assertTrue(shop.quality().kept("orders", 0).isPresent());
        Path file = Files.writeString(folder.resolve("catalogue.csv"), "product,title\nk0,Red kettle\n");
        shop.imports().importFile(file, ImportOptions.DETECT.withName("catalogue").withRoles(Map.of("product", Role.ITEM, "title", Role.TITLE)), Progress.NONE);
        shop.assets().setKind("catalogue", shelfwise.data.AssetKind.CATALOGUE);
        assertTrue(shop.quality().kept("orders", 0).isEmpty());
    }
}
