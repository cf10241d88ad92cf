package shelfwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shelfwise.cli.Shop.call;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.cli.Shop.Said;
import tools.jackson.databind.JsonNode;

class CliTest {
    @TempDir Path folder;

    private static List<String> texts(JsonNode array, String field) {
        return StreamSupport.stream(array.spliterator(), false).map(n -> n.path(field).asString()).toList();
    }

    @Test void newMakesAProjectThatAssetsFindsEmpty() {
        Said made = call("new", folder.resolve("shop"), "--json");
        assertEquals(0, made.code());
        assertEquals("shop", made.json().path("name").asString());
        Said assets = call("assets", folder.resolve("shop"));
        assertEquals(0, assets.code());
        assertTrue(assets.out().contains("shelfwise import"), assets.out());
        assertEquals(0, call("assets", folder.resolve("shop"), "--json").json().size());
    }

    @Test void importTellsWhatItReadAndWhatItRejected() throws IOException {
        Shop shop = Shop.made(folder);
        Files.writeString(shop.orders(), Files.readString(shop.orders()).replaceFirst("c03,", "c03,one cell too many,"));
        Said said = call("import", shop.project(), shop.orders(), "--role", "customer=user", "--role=product=item", "--type", "title=text", "--name", "sales", "--json");
        assertEquals(0, said.code(), said.err());
        JsonNode sales = said.json().get(0);
        assertEquals(List.of("asset", "version", "rows", "rejected", "encoding", "delimiter", "columns"), List.copyOf(sales.propertyNames()));
        assertEquals("sales 1 119 1 UTF-8 ,", sales.path("asset").asString() + " " + sales.path("version").asInt() + " " + sales.path("rows").asInt() + " "
                + sales.path("rejected").asInt() + " " + sales.path("encoding").asString() + " " + sales.path("delimiter").asString());
        assertEquals(List.of("user", "item", "title", "timestamp"), texts(sales.path("columns"), "role"));
        assertEquals(List.of("text", "text", "text", "time"), texts(sales.path("columns"), "type"));
        Said again = call("import", shop.project(), shop.orders(), "--name", "sales");
        assertTrue(again.out().startsWith("sales, version 2: 119 rows, 1 rejected\n"), again.out());
        assertTrue(again.out().contains("line 17: Cells expected: 4, found: 5"), again.out());
    }

    @Test void everyOptionOfImportReachesTheReader() {
        Shop shop = Shop.made(folder);
        Path odd = Shop.write(folder.resolve("odd.txt"), "made by hand\n'Müller';1,5;03.02.2024\n'a;b';2,5;04.02.2024\n");
        Said said = call("import", shop.project(), odd, "--encoding", "UTF-8", "--delimiter", "semicolon", "--quote", "'", "--escape", "none", "--header", "no", "--skip", "1",
                "--decimal", ",", "--date-format", "dd.MM.yyyy", "--zone", "Europe/Berlin", "--json");
        assertEquals(0, said.code(), said.err());
        assertEquals(2, said.json().get(0).path("rows").asInt());
        assertEquals(List.of("text", "decimal", "time"), texts(said.json().get(0).path("columns"), "type"));
    }

    @Test void assetsAndProfileTellOfAnAsset() throws IOException {
        Shop shop = Shop.made(folder);
        String rows = Files.readString(shop.orders());
        Files.writeString(shop.orders(), rows + rows.lines().toList().getLast() + "\n");
        call("import", shop.project(), shop.orders(), "--role", "customer=user", "--role", "product=item");
        JsonNode orders = call("assets", shop.project(), "--json").json().get(0);
        assertEquals("orders interactions 121", orders.path("asset").asString() + " " + orders.path("kind").asString() + " " + orders.path("rows").asInt());
        Said table = call("assets", shop.project());
        assertTrue(table.out().contains("user, item, title, timestamp"), table.out());
        JsonNode profile = call("profile", shop.project(), "orders", "--json").json();
        assertEquals("121 24 12", profile.path("interactions").path("events").asInt() + " " + profile.path("interactions").path("users").asInt() + " "
                + profile.path("interactions").path("items").asInt());
        assertEquals(List.of("customer", "product", "title", "time"), texts(profile.path("columns"), "name"));
        assertTrue(texts(profile.path("alerts"), "id").contains("repeated-rows"), profile.path("alerts").toString());
        Said text = call("profile", shop.project(), "orders");
        assertTrue(text.out().startsWith("orders, version 1: 121 rows, 4 columns, quality "), text.out());
        assertTrue(text.out().contains(profile.path("alerts").get(0).path("text").asString()), text.out());
    }

    @Test void runListSimilarAndExportWorkOnOneShop() throws IOException {
        Shop shop = Shop.filled(folder);
        Path out = folder.resolve("out");
        Said run = call("run", shop.project(), "shop", "--set", "item-knn.neighbours=5", "--out", out, "--json");
        assertEquals(0, run.code(), run.err());
        assertEquals(List.of("popular", "item-knn"), texts(run.json().path("models"), "model"));
        assertTrue(run.json().path("models").get(1).path("metrics").path("ndcg@3").isNumber(), run.out());
        assertTrue(run.json().path("seconds").isNumber() && run.json().path("run").asInt() == 1);
        String snapshot = run.json().path("snapshot").asString();
        for (String ending : List.of("csv", "json", "html")) assertTrue(Files.size(out.resolve("snapshot." + ending)) > 100, ending);

        Said table = call("run", shop.project());
        assertTrue(table.out().contains("nDCG@3") && table.out().contains("item-knn") && table.out().contains("snapshots"), table.out());
        assertFalse(table.out().contains("F1@3") || table.out().contains("by segment"), "only what matters most: " + table.out());
        Said details = call("run", shop.project(), "--details");
        assertTrue(details.out().contains("F1@3") && details.out().contains("nDCG@3 by segment"), details.out());
        assertTrue(table.err().contains("kept"), "what was done before is not done again: " + table.err());

        JsonNode list = call("list", shop.project(), "--model", "item-knn", "--user", "c00", "-n", "4", "--why", "--json").json();
        assertEquals(4, list.path("rows").size());
        assertTrue(texts(list.path("rows"), "item").subList(0, 2).contains("k0"), "what the other kitchen customers have: " + list);
        assertTrue(texts(list.path("history"), "item").containsAll(texts(list.path("rows").get(0).path("why"), "id")));
        Said why = call("list", shop.project(), "--model", "item-knn", "--user", "c00", "-n", "4", "--why");
        assertTrue(why.out().contains("because of k") && why.out().contains("customers in common"), why.out());

        Said similar = call("similar", shop.project(), "--model", "item-knn", "--item", "g1", "-n", "2", "--json");
        assertTrue(similar.json().path("rows").size() == 2 && texts(similar.json().path("rows"), "item").stream().allMatch(i -> i.startsWith("g")), similar.out());
        assertTrue(call("similar", shop.project(), "--model", "item-knn", "--item", "g1").out().contains("customers in common"));

        for (String format : List.of("csv", "json", "html")) {
            Said export = call("export", shop.project(), snapshot, "--format", format, "--out", folder.resolve("lists." + format), "--json");
            assertEquals(0, export.code(), export.err());
            assertEquals(-1, Files.mismatch(out.resolve("snapshot." + format), folder.resolve("lists." + format)), format);
        }
        assertEquals(0, call("export", shop.project(), "latest", "--format", "csv", "--out", folder.resolve("latest.csv")).code());
    }

    @Test void anUnknownUserGetsAListThatSaysSo() {
        Shop shop = Shop.trained(folder);
        Said said = call("list", shop.project(), "--model", "item-knn", "--user", "nobody", "-n", "3");
        assertEquals(0, said.code());
        assertEquals(3, said.out().lines().filter(l -> l.contains("the user is unknown")).count(), said.out());
        assertEquals("unknown-user", call("list", shop.project(), "--model", "popular", "--user", "nobody", "--json").json().path("rows").get(0).path("fallback").asString());
    }
}
