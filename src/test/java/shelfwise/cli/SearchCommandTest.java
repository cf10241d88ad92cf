package shelfwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shelfwise.cli.Shop.call;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.cli.Shop.Said;

class SearchCommandTest {
    @TempDir Path folder;

    private Said search(Shop shop, String more) {
        return call((Object[]) ("search " + shop.project() + " --node item-knn --set split.validation=true --metric ndcg@3 --lang en " + more).split(" "));
    }

    @Test void theBestSettingsAreFoundAndGoIntoTheFileWithNothingElseChanged() throws IOException {
        Shop shop = Shop.filled(folder);
        Path file = shop.project().resolve("pipelines").resolve("shop.json");
        call("search", shop.project(), "--node", "item-knn", "--vary", "neighbours=1..20", "--set", "split.validation=true", "--trials", "1", "--apply"); // the file is now as neat as it gets
        String before = Files.readString(file);
        Said said = search(shop, "--vary neighbours=1..20 --vary shrinkage=0..100 --trials 12 --apply --json");
        assertEquals(0, said.code(), said.err());
        var json = said.json();
        assertEquals(12, json.get("trials").size());
        double best = StreamSupport.stream(json.get("trials").spliterator(), false).mapToDouble(t -> t.get("score").asDouble()).max().orElseThrow();
        assertEquals(best, json.at("/best/score").asDouble());
        assertTrue(json.get("applied").asBoolean() && json.get("end").asString().equals("done"), said.out());
        String neighbours = json.at("/best/settings/neighbours").asString();
        var changed = Files.readString(file).lines().filter(l -> !before.contains(l)).toList();
        assertTrue(changed.size() <= 2 && Files.readString(file).contains("\"neighbours\": " + neighbours), changed.toString());
        assertFalse(Files.readString(file).contains("\"validation\": true"), "what --set says is for the search alone");
    }

    @Test void aSearchGoesOnWithWhatWasDone() {
        Shop shop = Shop.filled(folder);
        Said first = search(shop, "--vary neighbours=1..20 --trials 4 --method random --json"), more = search(shop, "--vary neighbours=1..20 --trials 8 --method random --resume --json");
        assertEquals(0, more.code(), more.err());
        for (int i = 0; i < 8; i++) {
            assertEquals(i < 4, more.json().get("trials").get(i).get("kept").asBoolean());
            if (i < 4) assertEquals(first.json().get("trials").get(i).get("score"), more.json().get("trials").get(i).get("score"));
        }
        assertEquals(first.json().get("search"), more.json().get("search"));
    }

    @Test void peopleGetATableWithTheBestFirst() {
        Shop shop = Shop.filled(folder);
        Said said = search(shop, "--vary neighbours=1..20 --vary shrinkage --trials 9 --method halving");
        assertEquals(0, said.code(), said.err());
        assertTrue(said.out().contains("neighbours") && said.out().contains("cost") && said.out().contains("13 trials done.") && said.out().contains("Best for item-knn: neighbours="), said.out());
        assertTrue(said.err().lines().anyMatch(l -> l.startsWith("  1: ndcg@3 ")), said.err());
        assertFalse(said.out().contains("‹"), said.out());
    }

    @Test void whatIsWrongIsToldLikeByOtherCommands() {
        Shop shop = Shop.filled(folder);
        assertEquals(2, search(shop, "--vary neighbours=9..1").code());
        assertEquals(2, search(shop, "").code());
        assertEquals(2, search(shop, "--vary neighbours --trials 0").code());
        Said two = call("search", shop.project(), "--vary", "neighbours", "--lang", "en");
        assertTrue(two.code() == 2 && two.err().contains("popular, item-knn"), two.err());
        Said none = call("search", shop.project(), "--node", "item-knn", "--vary", "neighbours", "--lang", "en");
        assertTrue(none.code() == 1 && none.err().contains("validation part"), none.err());
        Said brief = search(shop, "--vary neighbours --minutes 0.0000001");
        assertTrue(brief.code() == 1 && brief.err().contains("No trial was done"), brief.err());
    }
}
