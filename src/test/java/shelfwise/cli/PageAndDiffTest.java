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

class PageAndDiffTest {
    private static final Path SAMPLE = Path.of("sample-projects/online-retail/pipelines/clean-and-compare.json");

    @Test void aPageTellsStepsSettingsAndTheLastRunInBothLanguages(@TempDir Path folder) throws IOException {
        Shop shop = Shop.trained(folder);
        Said said = call("page", shop.project(), "--out", folder.resolve("pages"), "--json", "--lang", "en");
        assertEquals(0, said.code(), said.err());
        Path page = Path.of(said.json().get("page").asString());
        String text = Files.readString(page);
        assertTrue(text.startsWith("# shop\n"), text);
        for (String told : new String[] {"`item-knn`", "split ← `split.split`", "| Asset | Version |", "| orders | 1 |", "Run 1,", "## Metrics".replace("##", "###"), "Item-kNN", "shelfwise run PROJECT \"shop\""}) {
            assertTrue(text.contains(told), told + " is not in\n" + text);
        }
        assertFalse(text.contains("‹"), text);
        assertTrue(Files.size(page.resolveSibling("shop.png")) > 5_000);
        assertTrue(Files.readString(page.resolveSibling("shop.svg")).contains(">item-knn</text>"));
        String chinese = Files.readString(Path.of(call("page", shop.project(), "--out", folder.resolve("zh"), "--json", "--lang", "zh").json().get("page").asString()));
        assertTrue(chinese.contains("## 步骤") && chinese.contains("最近一次运行"), chinese);
        assertFalse(chinese.contains("Steps") || chinese.contains("Neighbours"), chinese);
    }

    @Test void aPageTellsHowTheModelsOfTheLastRunLearned(@TempDir Path folder) throws IOException {
        Shop shop = Shop.filled(folder);
        Shop.write(shop.project().resolve("pipelines").resolve("shop.json"), Shop.PIPELINE.replace("model.item-knn", "model.als"));
        assertEquals(0, call("run", shop.project(), "--lang", "en").code());
        String text = Files.readString(Path.of(call("page", shop.project(), "--out", folder.resolve("pages"), "--json", "--lang", "en").json().get("page").asString()));
        assertTrue(text.contains("### Learning") && text.contains("| item-knn | nDCG (learned from)"), text);
    }

    @Test void aPageOfAnUntriedPipelineHasNoRun(@TempDir Path folder) throws IOException {
        Shop shop = Shop.filled(folder);
        String text = Files.readString(Path.of(call("page", shop.project(), "shop", "--out", folder, "--json", "--lang", "en").json().get("page").asString()));
        assertFalse(text.contains("Last run"), text);
    }

    @Test void differencesOfTwoFilesAndOfTwoPipelines(@TempDir Path folder) throws IOException {
        Path changed = folder.resolve("b.json");
        Files.writeString(changed, Files.readString(SAMPLE).replaceFirst("\"factors\": \\d+", "\"factors\": 33"));
        Said said = call("diff", SAMPLE, changed, "--lang", "en");
        assertEquals(0, said.code(), said.err());
        assertTrue(said.out().contains("(als): changed") && said.out().contains("→ 33"), said.out());
        var json = call("diff", SAMPLE, changed, "--json").json();
        assertFalse(json.get("same").asBoolean());
        assertEquals("33", json.at("/parts/0/differences/0/after").asString());
        assertEquals("factors", json.at("/parts/0/differences/0/name").asString());
        assertTrue(call("diff", "sample-projects/online-retail", "clean-and-compare", "clean-and-compare", "--json").json().get("same").asBoolean());
    }

    @Test void whatIsNotThereIsTold(@TempDir Path folder) {
        assertEquals(1, call("diff", SAMPLE, folder.resolve("none.json")).code());
        assertEquals(1, call("diff", "sample-projects/online-retail", "clean-and-compare", "none").code());
        assertEquals(2, call("diff", SAMPLE).code());
        assertEquals(2, call("page", "sample-projects/online-retail").code());
    }
}
