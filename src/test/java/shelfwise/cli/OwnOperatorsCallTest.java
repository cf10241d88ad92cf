package shelfwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shelfwise.cli.Shop.call;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Operators;
import shelfwise.app.OwnOperatorService;
import shelfwise.app.PipelineService;
import shelfwise.app.Workspace;
import shelfwise.cli.Shop.Said;
import shelfwise.pipeline.OwnDraft;
import shelfwise.pipeline.OwnOperator;
import shelfwise.pipeline.OwnOperators;
import shelfwise.pipeline.Pipeline;
import tools.jackson.databind.JsonNode;

class OwnOperatorsCallTest {
    @TempDir Path folder;

    private static OwnOperator own(Shop shop) {
        Pipeline p = PipelineService.of(shop.project()).read("shop");
        var own = OwnDraft.of(p, Operators.catalogue(), new LinkedHashSet<>(List.of("split", "item-knn"))).own("Split and learn", "leaves the last out", List.of("split.fewestEvents"));
        return OwnOperatorService.of(shop.project()).keep(own);
    }

    @Test void theOnesOfAProjectAreListedAndTold() {
        Shop shop = Shop.filled(folder);
        own(shop);
        Said list = call("operators", "--project", shop.project(), "--lang", "en");
        assertEquals(0, list.code(), list.err());
        assertTrue(list.out().startsWith("Own\n  own.Split and learn "), list.out());
        assertEquals("own", call("operators", "--project", shop.project(), "--json").json().at("/0/group").asString());
        Said one = call("operators", "--project", shop.project(), "own.Split and learn", "--lang", "en");
        assertTrue(one.out().contains("  split.interactions: Interactions\n") && one.out().contains("  split.fewestEvents = 2: "), one.out());
        JsonNode json = call("operators", "--project", shop.project(), "own.Split and learn", "--json").json();
        assertEquals("split.fewestEvents", json.at("/settings/0/name").asString());
        assertEquals(1, json.get("version").asInt());
    }

    @Test void oneGoesToAnotherProjectByAFileAndIsRemoved() {
        Shop shop = Shop.filled(folder);
        own(shop);
        Path file = folder.resolve("own.json"), other = folder.resolve("other");
        assertEquals(0, call("operators", "--project", shop.project(), "own.Split and learn", "--export", file).code());
        assertEquals(0, call("new", other).code());
        Said taken = call("operators", "--project", other, "--import", file, "--lang", "en");
        assertEquals("“Split and learn” (version 1) is taken in from " + file + ".\n", taken.out());
        assertEquals(0, call("operators", "--project", other, "--import", file, "--name", "Again").code());
        assertEquals(List.of("Again", "Split and learn"), OwnOperatorService.of(other).names());
        assertEquals(0, call("operators", "--project", other, "own.Again", "--remove").code());
        assertFalse(Files.exists(other.resolve("operators/Again.json")));
        assertEquals(1, call("operators", "--project", other, "own.Again", "--remove").code());
    }

    @Test void oneThatCannotBeReadIsToldWithItsPlaceAndTheOthersAreListed() {
        Shop shop = Shop.filled(folder);
        own(shop);
        Shop.write(shop.project().resolve("operators/Broken.json"), "{\n  oops");
        Said list = call("operators", "--project", shop.project(), "--lang", "en");
        assertEquals(0, list.code());
        assertTrue(list.out().contains("own.Split and learn"), list.out());
        assertTrue(list.err().contains("operators/Broken.json:2"), list.err());
    }

    @Test void theEngineKnowsNoGroupsSoHashesAndListsStayTheSame() {
        Shop shop = Shop.filled(folder);
        OwnOperator own = own(shop);
        JsonNode plain = call("run", shop.project(), "shop", "--json").json();
        try (Workspace workspace = Workspace.open(shop.project())) {
            Pipeline p = workspace.pipelines().read("shop");
            OwnDraft draft = OwnDraft.of(p, Operators.catalogue(), new LinkedHashSet<>(List.of("split", "item-knn")));
            workspace.pipelines().write("grouped", OwnOperators.kept(p, new LinkedHashSet<>(List.of("split", "item-knn")), draft, own).pipeline().withName("grouped"));
        }
        Said again = call("run", shop.project(), "grouped", "--json");
        assertEquals(plain.get("models"), again.json().get("models"));
        assertTrue(again.err().contains("7 kept") || again.err().contains("kept"), again.err());
    }

    @Test void wrongCallsAreTold() {
        for (String args : List.of("own.x", "--remove", "--import f", "--project P model.item-knn --remove", "--project P own.x --import f", "--project P --name x", "--project P own.x --replace")) {
            Said said = call((Object[]) ("operators " + args + " --lang en").split(" "));
            assertEquals(2, said.code(), args + said.err());
            assertTrue(said.err().contains("--help") && !said.err().contains("‹"), said.err());
        }
    }
}
