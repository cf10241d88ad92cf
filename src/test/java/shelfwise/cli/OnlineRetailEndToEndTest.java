package shelfwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shelfwise.cli.Shop.call;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample from its file to exported lists, without a display, and the lists held against the file as it came. */
class OnlineRetailEndToEndTest {
    private static final Path SAMPLE = Path.of("sample-projects", "online-retail");
    private static final int N = 10, USERS = 200, FEWEST = 5;
    private static final List<String> MODELS = List.of("popularity", "item-knn", "user-knn", "als", "content", "ease", "varied");

    @TempDir private static Path folder;
    private static JsonNode run;
    private static JsonNode snapshot;
    /** By customer, what the file says they bought: real products, not cancelled. */
    private static final Map<String, Set<String>> BOUGHT = new HashMap<>();

    @BeforeAll static void runTheSample() throws IOException {
        Path project = folder.resolve("online-retail");
        for (String name : List.of("project.json", "sample.json", "data/orders.csv.gz", "pipelines/clean-and-compare.json")) {
            Files.createDirectories(project.resolve(name).getParent());
            Files.copy(SAMPLE.resolve(name), project.resolve(name));
        }
        var words = new ArrayList<Object>(List.of("run", project, "--out", folder.resolve("out"), "--json", "--set", "compare.rounds=50"));
        for (String model : MODELS) words.addAll(List.of("--set", "lists-" + model + ".users=" + USERS));
        Shop.Said said = call(words.toArray());
        assertEquals(0, said.code(), said.err());
        run = said.json();
        snapshot = JsonMapper.builder().build().readTree(Files.readString(folder.resolve("out").resolve("snapshot.json")));
        readTheFile(project.resolve("data").resolve("orders.csv.gz"));
    }

    private static void readTheFile(Path file) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(file)); var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord r : rows) {
                String item = r.getField("StockCode").strip().toUpperCase(Locale.ROOT), user = r.getField("CustomerID").replace(".0", "");
                boolean sold = r.getField("InvoiceNo").matches("[0-9]+") && Double.parseDouble(r.getField("Quantity")) > 0 && Double.parseDouble(r.getField("UnitPrice")) > 0;
                if (sold && !user.isEmpty() && item.matches("[0-9]{5}[A-Z]*")) BOUGHT.computeIfAbsent(user, _ -> new HashSet<>()).add(item);
            }
        }
    }

    private static String item(int place) {
        return snapshot.path("items").get(place).path("id").asString();
    }

    private static double ndcg(String model) {
        for (JsonNode m : run.path("models")) if (m.path("model").asString().equals(model)) return m.path("metrics").path("ndcg@10").asDouble();
        throw new AssertionError(model + " was not measured: " + run);
    }

    @Test void itemKnnAndAlsBeatPopularity() {
        assertTrue(ndcg("item-knn") > 2 * ndcg("popularity"), run.toString());
        assertTrue(ndcg("als") > 2 * ndcg("popularity"), run.toString());
    }

    @Test void eachModelHasAListOfTenDifferentItemsForEachUser() {
        var lists = new HashMap<String, Set<String>>();
        for (JsonNode list : snapshot.path("lists")) {
            lists.computeIfAbsent(list.path("model").asString(), _ -> new HashSet<>()).add(list.path("user").asString());
            var items = new HashSet<Integer>();
            double last = Double.MAX_VALUE;
            for (JsonNode row : list.path("rows")) {
                items.add(row.get(0).asInt());
                if (row.get(2).asInt() == 0) {
                    assertTrue(row.get(1).asDouble() <= last, "best first: " + list);
                    last = row.get(1).asDouble();
                }
            }
            assertEquals(N, items.size(), list.toString());
        }
        assertEquals(Set.copyOf(MODELS), lists.keySet());
        lists.values().forEach(users -> assertEquals(USERS, users.size()));
    }

    /** The last purchase is held back for the test, so it alone may be on a list although it is in the file. */
    @Test void noListHasWhatItsCustomerHadBefore() {
        for (JsonNode list : snapshot.path("lists")) {
            Set<String> bought = BOUGHT.get(list.path("user").asString());
            long had = list.path("rows").valueStream().filter(row -> bought.contains(item(row.get(0).asInt()))).count();
            assertTrue(had <= 1, had + " items of the list were bought before: " + list);
        }
    }

    @Test void onlyRealProductsThatWereSoldToSeveralCustomersAreListed() {
        var buyers = new HashMap<String, Integer>();
        BOUGHT.values().forEach(items -> items.forEach(i -> buyers.merge(i, 1, Integer::sum)));
        for (JsonNode list : snapshot.path("lists")) {
            for (JsonNode row : list.path("rows")) assertTrue(buyers.getOrDefault(item(row.get(0).asInt()), 0) >= FEWEST, item(row.get(0).asInt()) + " is a cancellation, a fee or rare");
        }
    }

    @Test void evidenceIsWhatTheCustomerBought() {
        int reasons = 0;
        for (JsonNode list : snapshot.path("lists")) {
            Set<String> bought = BOUGHT.get(list.path("user").asString());
            for (JsonNode row : list.path("rows")) {
                for (JsonNode why : row.get(3)) {
                    assertTrue(bought.contains(item(why.get(0).asInt())), item(why.get(0).asInt()) + " never bought by " + list.path("user"));
                    assertTrue(why.get(1).asDouble() > 0 && why.get(1).asDouble() <= 1.0001, why.toString());
                    reasons++;
                }
            }
        }
        assertTrue(reasons > 3 * USERS * N, reasons + " reasons");
        for (JsonNode past : snapshot.path("histories")) {
            for (JsonNode place : past.path("items")) assertTrue(BOUGHT.get(past.path("user").asString()).contains(item(place.asInt())), past.toString());
        }
    }

    @Test void theThreeFormatsSayTheSame() throws IOException {
        String page = Files.readString(folder.resolve("out").resolve("snapshot.html"));
        String data = page.lines().filter(l -> l.contains(snapshot.path("hash").asString())).findFirst().orElseThrow();
        data = data.substring(data.indexOf("{\"format\""), data.lastIndexOf('}') + 1);
        assertEquals(snapshot, JsonMapper.builder().build().readTree(data), "the page's data");
        var inJson = new ArrayList<String>();
        for (JsonNode list : snapshot.path("lists")) {
            for (JsonNode row : list.path("rows")) {
                inJson.add(list.path("model").asString() + " " + list.path("user").asString() + " " + item(row.get(0).asInt()) + " " + (row.get(3).isEmpty() ? "" : item(row.get(3).get(0).get(0).asInt())));
            }
        }
        var inCsv = new ArrayList<String>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(folder.resolve("out").resolve("snapshot.csv"))) {
            for (NamedCsvRecord r : rows) inCsv.add(r.getFields().getFirst() + " " + r.getField("user") + " " + r.getField("item") + " " + r.getField("because_1"));
        }
        assertEquals(inJson, inCsv);
    }
}
