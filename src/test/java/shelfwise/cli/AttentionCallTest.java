package shelfwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shelfwise.cli.Shop.call;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.SmallShop;
import tools.jackson.databind.JsonNode;

class AttentionCallTest {
    @TempDir Path folder;

    /** The network of the shop is there already; with another seed it is trained by the call. */
    @Test void aRunTellsHowANetworkLearnedAndOnWhat() {
        Path shop = folder.resolve("shop");
        SmallShop.withSequences(shop).close();
        String trained = call("run", shop, "--set", "order.seed=2", "--set", "order.epochs=2", "--set", "order.processor=cpu", "--lang", "en").out();
        assertTrue(trained.contains("order: kept as it was after epoch ") && trained.contains(" of 2: Loss "), trained);
        assertTrue(trained.contains("Trained on the processor, as was asked for."), trained);
        assertFalse(call("run", shop, "--lang", "en").out().contains("Trained on"), "nothing was trained");
    }

    @Test void aListWithReasonsTellsWhereTheNetworkLooked() {
        Path shop = folder.resolve("shop");
        SmallShop.withSequences(shop).close();
        String said = call("list", shop, "--model", "order", "--user", "c00", "--why", "--lang", "en").out();
        assertTrue(said.contains("no proof of a cause") && said.contains("(event 1 from the end)"), said);
        assertFalse(call("list", shop, "--model", "item-knn", "--user", "c00", "--why", "--lang", "en").out().contains("no proof of a cause"));
        double sum = 0;
        for (JsonNode l : call("list", shop, "--model", "order", "--user", "c00", "--why", "--json").json().path("attention")) sum += l.path("weight").asDouble();
        assertEquals(1, sum, 1e-6);
    }
}
