package shelfwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shelfwise.cli.Shop.call;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.cli.Shop.Said;

class ExportModelTest {
    @Test void aModelIsWrittenWithItsCardAndNeverOverAnotherFolder(@TempDir Path folder) throws IOException {
        Shop shop = Shop.trained(folder);
        Path out = folder.resolve("model");
        Said said = call("export-model", shop.project(), "item-knn", "--out", out, "--json", "--lang", "en");
        assertEquals(0, said.code(), said.err());
        assertEquals("item-knn", said.json().get("model").asString());
        for (var file : said.json().at("/card/files")) assertTrue(Files.size(out.resolve(file.get("file").asString())) > 0, file.toString());
        assertTrue(Files.readString(out.resolve("model.json")).contains("model.item-knn"));
        Said again = call("export-model", shop.project(), "item-knn", "--out", out, "--lang", "en");
        assertEquals(1, again.code());
        assertTrue(again.err().contains("Choose a new folder or an empty one."), again.err());
    }

    @Test void anUnknownModelLeavesNoFolder(@TempDir Path folder) {
        Shop shop = Shop.trained(folder);
        assertEquals(1, call("export-model", shop.project(), "none", "--out", folder.resolve("model")).code());
        assertFalse(Files.exists(folder.resolve("model")));
        assertEquals(2, call("export-model", shop.project(), "item-knn").code(), "without --out the call is wrong");
    }
}
